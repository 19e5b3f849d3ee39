package dev.checklist.rules;

import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.precondition;
import static dev.checklist.rules.Lines.passes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Effect;
import dev.checklist.Status;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.Verdict;
import dev.checklist.testing.CheckTester;
import dev.checklist.testing.ScriptedProbe;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class OptInTest {
    private final ScriptedProbe probe = ScriptedProbe.passing("created");
    private final Check writing = check("writing", probe).writes((context, outcome) -> {});
    private final Check loading = check("loading", probe).loads();

    private Result under(UnaryOperator<ChecklistRunner> change, Check line) {
        return CheckTester.create().with(change).run(line);
    }

    @Test
    void a_check_that_writes_is_pending_without_with_writes_and_never_skipped() {
        Result result = under(ChecklistRunner::withLoad, writing);
        assertThat(result.status()).isEqualTo(Status.PENDING);
        assertThat(result.message()).isEqualTo("writes to its target: run it with withWrites() to allow that");
        assertThat(probe.timesAsked()).isZero();
        assertThat(under(ChecklistRunner::withWrites, writing).status()).isEqualTo(Status.PASSED);
    }

    @Test
    void a_check_that_loads_a_target_is_pending_without_with_load_and_never_skipped() {
        Result result = under(ChecklistRunner::withWrites, loading);
        assertThat(result.status()).isEqualTo(Status.PENDING);
        assertThat(result.message()).isEqualTo("puts load on its target: run it with withLoad() to allow that");
        assertThat(probe.timesAsked()).isZero();
        assertThat(under(ChecklistRunner::withLoad, loading).status()).isEqualTo(Status.PASSED);
        assertThat(under(runner -> runner.withLoad().withWrites(), loading).status())
                .isEqualTo(Status.PASSED);
        assertThat(under(runner -> runner.withWrites().withLoad(), writing).status())
                .isEqualTo(Status.PASSED);
    }

    @Test
    void what_was_not_allowed_leaves_the_list_incomplete_and_blocks_what_requires_it() {
        Check viewing = passes("viewing").requires(writing);
        Report report = CheckTester.create().run(checklist("list", passes("good"), writing, viewing));
        assertThat(report.result(viewing).status()).isEqualTo(Status.BLOCKED);
        assertThat(report.result(viewing).roots()).containsExactly("writing");
        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    }

    @Test
    void a_condition_that_does_not_hold_skips_it_all_the_same() {
        Check skipped = writing.onlyIf(precondition("it applies", () -> false));
        assertThat(CheckTester.create().run(skipped).status()).isEqualTo(Status.SKIPPED);
    }

    @Test
    void the_effect_of_a_check_can_be_read() {
        assertThat(passes("x").effect()).isEqualTo(Effect.NONE);
        assertThat(writing.effect()).isEqualTo(Effect.WRITES);
        assertThat(loading.effect()).isEqualTo(Effect.LOADS);
        assertThat(writing.cleanup()).isPresent();
        assertThat(loading.cleanup()).isEmpty();
    }
}
