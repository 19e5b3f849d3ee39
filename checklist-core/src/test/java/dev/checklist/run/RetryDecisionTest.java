package dev.checklist.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Outcome;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetryDecisionTest {
    private static final long NEVER = Long.MAX_VALUE;
    private static final Outcome FAILED = Outcome.failed("x");
    private static final Outcome GONE = FAILED.conclusively();

    private static long next(Outcome last, @Nullable Outcome before) {
        return RetryDecision.next(last, before, 7, 0, NEVER);
    }

    @Test
    void passed_ends_the_retries() {
        assertThat(next(Outcome.passed("x"), null)).isEqualTo(RetryDecision.STOP);
        assertThat(next(Outcome.passed("x"), FAILED)).isEqualTo(RetryDecision.STOP);
    }

    @Test
    void failed_and_error_go_on_after_the_delay() {
        assertThat(next(FAILED, null)).isEqualTo(7);
        assertThat(next(Outcome.error("x"), FAILED)).isEqualTo(7);
        assertThat(next(Outcome.notPermitted("x"), Outcome.notPermitted("x"))).isEqualTo(7);
    }

    @Test
    void a_delay_of_zero_goes_on_and_a_negative_one_means_that_the_attempts_are_used_up() {
        assertThat(RetryDecision.next(FAILED, null, 0, 0, NEVER)).isZero();
        assertThat(RetryDecision.next(FAILED, null, -1, 0, NEVER)).isEqualTo(RetryDecision.STOP);
    }

    @Test
    void only_two_equal_conclusive_readings_in_a_row_settle_it() {
        List<Outcome> readings = Arrays.asList(
                null,
                FAILED,
                GONE,
                Outcome.failed("y").conclusively(),
                Outcome.error("x"),
                Outcome.error("x").conclusively(),
                Outcome.unsupported("x").conclusively(),
                GONE.with("evidence", "does not count"),
                FAILED.with("evidence", "does not count"));
        for (Outcome before : readings) {
            for (Outcome last : readings.subList(1, readings.size())) {
                boolean settled = before != null
                        && before.isConclusive()
                        && last.isConclusive()
                        && before.status() == last.status()
                        && before.mark() == last.mark()
                        && before.message().equals(last.message());
                assertThat(next(last, before))
                        .as("%s after %s", last, before)
                        .isEqualTo(settled ? RetryDecision.STOP : 7);
            }
        }
    }

    @Test
    void the_last_delay_is_shortened_to_fall_on_the_end_of_within_and_no_attempt_starts_later() {
        assertThat(RetryDecision.next(FAILED, null, 7, 10, 18)).isEqualTo(7);
        assertThat(RetryDecision.next(FAILED, null, 7, 11, 18)).isEqualTo(7);
        assertThat(RetryDecision.next(FAILED, null, 7, 12, 18)).isEqualTo(6);
        assertThat(RetryDecision.next(FAILED, null, 7, 17, 18)).isEqualTo(1);
        assertThat(RetryDecision.next(FAILED, null, 7, 18, 18)).isEqualTo(RetryDecision.STOP);
        assertThat(RetryDecision.next(FAILED, null, 7, 19, 18)).isEqualTo(RetryDecision.STOP);
    }
}
