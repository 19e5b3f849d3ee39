package dev.checklist.run.engine;

import static dev.checklist.Checklists.anyOf;
import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.CheckContext;
import dev.checklist.Item;
import dev.checklist.Outcome;
import dev.checklist.RetryPolicy;
import dev.checklist.Status;
import dev.checklist.run.Attempt;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.testing.FakeRunClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a change does to an attempt that waits, to the nanosecond, on a virtual clock. */
class WakeOnVirtualTimeTest {
    private static final Duration FAR = Duration.ofMinutes(10);

    private record Key(String name) {}

    private final FakeRunClock clock = FakeRunClock.create();
    private final ChecklistRunner runner = ChecklistRunner.create().withClock(clock);
    private final Bell bell = new Bell();
    private final AtomicReference<String> state = new AtomicReference<>("old");

    private Outcome read(CheckContext context) {
        context.wakeOn(bell);
        return state.get().equals("new") ? Outcome.passed("it is new") : Outcome.failed("it is " + state.get());
    }

    private Check watcher(RetryPolicy policy) {
        return check("watcher", this::read).retry(policy).id("watcher");
    }

    /** Does something at these times after the start. */
    private Check script(Duration every, int times, Runnable action) {
        return check("script", context -> {
                    if (context.attempt() > 1) {
                        action.run();
                    }
                    return context.attempt() <= times ? Outcome.failed("not done") : Outcome.passed("done");
                })
                .retry(attempts(times + 1).every(every));
    }

    private Result run(Item... items) {
        Report report = runner.run(checklist("list", List.of(items)));
        assertThat(bell.open()).as("subscriptions left open").isZero();
        return report.result("watcher");
    }

    private static List<Long> startsInMillis(Result result) {
        return result.attempts().stream()
                .map(Attempt::startedAt)
                .map(at -> Duration.between(FakeRunClock.DEFAULT_START, at).toMillis())
                .toList();
    }

    @Test
    void a_change_brings_a_waiting_attempt_forward() {
        Result result = run(watcher(attempts(3).every(FAR)), script(Duration.ofSeconds(2), 1, () -> {
            state.set("new");
            bell.ring();
        }));

        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(startsInMillis(result)).containsExactly(0L, 2_000L);
    }

    @Test
    void without_a_change_the_attempt_comes_at_its_time() {
        Result result = run(watcher(attempts(3).every(FAR)), script(Duration.ofSeconds(2), 1, () -> state.set("new")));

        assertThat(startsInMillis(result)).containsExactly(0L, 600_000L);
    }

    @Test
    void an_attempt_brought_forward_does_not_count_against_the_number_of_attempts() {
        Result result = run(watcher(attempts(3).every(FAR)), script(Duration.ofSeconds(1), 5, bell::ring));

        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(startsInMillis(result))
                .containsExactly(0L, 1_000L, 2_000L, 3_000L, 4_000L, 5_000L, 605_000L, 1_205_000L);
    }

    @Test
    void an_attempt_brought_forward_counts_against_the_time_limit() {
        RetryPolicy policy = attempts(3).every(FAR).within(Duration.ofMillis(3_500));

        Result result = run(watcher(policy), script(Duration.ofSeconds(1), 5, bell::ring));

        assertThat(startsInMillis(result)).containsExactly(0L, 1_000L, 2_000L, 3_000L, 3_500L);
    }

    @Test
    void attempts_start_at_least_50_ms_apart_however_often_it_changes() {
        Result result = run(watcher(attempts(2).every(FAR)), script(Duration.ofMillis(1), 180, bell::ring));

        assertThat(startsInMillis(result)).containsExactly(0L, 50L, 100L, 150L, 200L, 600_200L);
    }

    @Test
    void a_change_during_an_attempt_is_not_lost() {
        Check watcher = check("watcher", context -> {
                    Outcome outcome = read(context);
                    if (context.attempt() == 1) {
                        state.set("new");
                        bell.ring(); // behind the look, before its end
                    }
                    return outcome;
                })
                .retry(attempts(2).every(FAR))
                .id("watcher");

        Result result = run(watcher);

        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(startsInMillis(result)).containsExactly(0L, 50L);
    }

    @ParameterizedTest
    @ValueSource(longs = {20, 50})
    void an_attempt_that_comes_within_50_ms_anyway_is_not_brought_forward_and_counts(long millis) {
        Check watcher = check("watcher", context -> {
                    Outcome outcome = read(context);
                    if (context.attempt() == 1) {
                        bell.ring();
                    }
                    return outcome;
                })
                .retry(attempts(3).every(Duration.ofMillis(millis)))
                .id("watcher");

        assertThat(startsInMillis(run(watcher))).containsExactly(0L, millis, 2 * millis);
    }

    @Test
    void a_second_change_that_comes_through_the_same_subscription_is_not_lost() {
        Check watcher = check("watcher", context -> {
                    if (context.attempt() == 1) {
                        context.wakeOn(bell);
                    }
                    String seen = state.get();
                    if (context.attempt() == 2) {
                        state.set("new");
                        bell.ring(); // behind the look, which did not subscribe itself
                    }
                    return seen.equals("new") ? Outcome.passed("it is new") : Outcome.failed("it is " + seen);
                })
                .retry(attempts(3).every(FAR))
                .id("watcher");

        Result result = run(watcher, script(Duration.ofSeconds(2), 1, bell::ring));

        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(startsInMillis(result)).containsExactly(0L, 2_000L, 2_050L);
    }

    /** The attempt has fallen due, but a read that began before the change serves it: the look is older than the change. */
    @Test
    void a_change_between_falling_due_and_looking_is_not_lost() {
        Check reader = check("reader", context -> {
                    String seen = context.shared(new Key("state"), state::get);
                    if (context.attempt() == 2) {
                        state.set("new");
                        bell.ring();
                    }
                    return context.attempt() == 1 ? Outcome.failed("once more") : Outcome.passed(seen);
                })
                .retry(attempts(2).every(Duration.ofSeconds(1)));
        Check watcher = check("watcher", context -> {
                    context.wakeOn(bell);
                    String seen = context.shared(new Key("state"), state::get);
                    return seen.equals("new") ? Outcome.passed("it is new") : Outcome.failed("it is " + seen);
                })
                .retry(attempts(5).backingOff(Duration.ofSeconds(1), FAR))
                .id("watcher");

        Result result = run(reader, watcher);

        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(startsInMillis(result)).containsExactly(0L, 1_000L, 1_050L);
    }

    @Test
    void there_is_no_gap_between_the_subscription_of_one_attempt_and_that_of_the_next() {
        List<Integer> open = new ArrayList<>();
        Check watcher = check("watcher", context -> {
                    open.add(bell.open());
                    return read(context);
                })
                .retry(attempts(4).every(Duration.ofSeconds(1)))
                .id("watcher");

        run(watcher);

        assertThat(open).containsExactly(0, 1, 1, 1); // never more than one is left over, either
        assertThat(bell.subscribed()).isEqualTo(4);
        assertThat(bell.closed()).as("each is closed once").isEqualTo(4);
    }

    @Test
    void an_attempt_brought_forward_does_not_keep_the_run_beyond_its_deadline() {
        Instant before = clock.now();

        Report report = runner.withDeadline(Duration.ofMillis(30))
                .run(checklist("list", watcher(attempts(3).every(FAR)), script(Duration.ofMillis(10), 1, bell::ring)));

        assertThat(startsInMillis(report.result("watcher"))).containsExactly(0L);
        assertThat(Duration.between(before, clock.now())).isEqualTo(Duration.ofMillis(30));
    }

    @Test
    void a_change_does_not_ask_a_line_again_that_passed_or_is_not_retried() {
        Check once = check("once", this::read).id("watcher");
        Result notRetried = run(once, script(Duration.ofSeconds(1), 3, bell::ring));
        state.set("new");
        Result passed = run(watcher(attempts(9).every(FAR)), script(Duration.ofSeconds(1), 3, bell::ring));

        assertThat(notRetried.attempts()).hasSize(1);
        assertThat(passed.attempts()).hasSize(1);
    }

    @Test
    void alternatives_subscribe_too() {
        Check any = anyOf(
                        "any",
                        check("never", context -> Outcome.failed("no")),
                        check("by change", this::read),
                        check("never either", context -> Outcome.failed("no")))
                .retry(attempts(3).every(FAR))
                .id("watcher");

        Result result = run(any, script(Duration.ofSeconds(2), 1, () -> {
            state.set("new");
            bell.ring();
        }));

        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(startsInMillis(result)).containsExactly(0L, 2_000L);
    }

    @Test
    void subscriptions_are_closed_when_the_deadline_comes() {
        Instant before = clock.now();

        Report report = runner.withDeadline(Duration.ofMinutes(1))
                .run(checklist("list", watcher(attempts(3).every(FAR))));

        assertThat(report.endedEarly()).contains("run deadline 1 min");
        assertThat(bell.subscribed()).isEqualTo(1);
        assertThat(bell.open()).isZero();
        assertThat(Duration.between(before, clock.now())).isEqualTo(Duration.ofMinutes(1));
    }
}
