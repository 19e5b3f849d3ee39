package dev.checklist.examples.readme;

// readme: test
import static dev.checklist.Checklists.*;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Status;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import org.junit.jupiter.api.Test;

class PaymentsReleaseTest {
    @Test
    void a_ledger_that_settles_passes_on_the_third_look_without_waiting() {
        Ledger ledger = new Ledger(7, 3, 0);
        Check balanced = check(
                        "the ledger is balanced", context -> expect("debits minus credits", 0, ledger.difference()))
                .retry(attempts(30).every(ofSeconds(10)));
        CheckTester tester = CheckTester.create();

        Result result = tester.run(balanced);

        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(result.attempts()).hasSize(3);
        assertThat(tester.elapsed()).isEqualTo(ofSeconds(20));
    }
}
// readme: end
