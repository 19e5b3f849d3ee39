package dev.checklist.run.engine;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.each;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.RetryPolicy;
import dev.checklist.Status;
import dev.checklist.WakeSignal;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Changes on real threads: none is lost, none is held up, and nothing of theirs outlives the run. */
class WakeTest {
    private static final RetryPolicy SELDOM = attempts(3).every(Duration.ofHours(1));
    private static final Duration DEADLINE = Duration.ofSeconds(1);

    private final ChecklistRunner runner = ChecklistRunner.create().withDeadline(Duration.ofSeconds(25));
    private final Bell bell = new Bell();

    @Test
    void whenever_a_change_comes_it_is_seen() throws InterruptedException {
        for (int round = 0; round < 40; round++) {
            AtomicBoolean changed = new AtomicBoolean();
            CountDownLatch asked = new CountDownLatch(20);
            Run run = runner.start(checklist(
                    "list",
                    each(
                            IntStream.range(0, 20).boxed().toList(),
                            i -> check("watcher " + i, context -> {
                                        context.wakeOn(bell);
                                        boolean seen = changed.get();
                                        asked.countDown();
                                        return seen ? Outcome.passed("saw it") : Outcome.failed("not yet");
                                    })
                                    .retry(SELDOM))));
            asked.await(); // the last of them has looked, and may be anywhere between there and its wait
            changed.set(true);
            bell.ring();

            Report report = Neighbours.report(run);

            assertThat(report.lines()).allMatch(line -> line.status() == Status.PASSED);
            assertThat(bell.open()).isZero();
        }
    }

    @Test
    void subscriptions_are_closed_at_the_end_whatever_the_end() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(200);
        Check first = watcher("watcher first", asked);
        Run run = runner.withParallelism(4)
                .start(checklist(
                        "list",
                        first,
                        each(IntStream.range(1, 200).boxed().toList(), i -> watcher("watcher " + i, asked))));
        asked.await();

        run.cancel();
        Report report = Neighbours.report(run);

        assertThat(report.lines()).hasSize(200);
        assertThat(bell.subscribed()).isEqualTo(200);
        assertThat(bell.open()).isZero();
    }

    private Check watcher(String title, CountDownLatch asked) {
        return check(title, context -> {
                    context.wakeOn(bell);
                    asked.countDown();
                    return Outcome.failed("not yet");
                })
                .retry(SELDOM);
    }

    @Test
    void a_subscription_that_does_not_close_keeps_the_report_from_nobody() {
        CountDownLatch released = new CountDownLatch(1);
        WakeSignal stuck = wake -> () -> {
            while (released.getCount() > 0) {
                try {
                    released.await();
                } catch (InterruptedException e) {
                    Thread.yield(); // it ignores interruption as well
                }
            }
        };
        Check faulty = check("faulty", context -> {
                    context.wakeOn(stuck);
                    context.wakeOn(bell);
                    return Outcome.failed("not yet");
                })
                .retry(SELDOM)
                .id("faulty");
        try {
            Report report =
                    Promise.kept(runner, Neighbours.list(faulty, watcher("other", new CountDownLatch(1))), DEADLINE);

            assertThat(report.result("faulty").message())
                    .isEqualTo("not yet (stopped after 1 of 3 attempts: run deadline 1 s)");
            assertThat(report.result("before").status()).isEqualTo(Status.PASSED);
            assertThat(bell.subscribed()).isEqualTo(2);
            assertThat(bell.open()).isZero();
        } finally {
            released.countDown();
        }
    }

    @Test
    void a_subscription_that_fails_to_open_or_close_harms_no_other() {
        WakeSignal unopened = wake -> {
            throw new IllegalStateException("no watch");
        };
        WakeSignal unclosed = wake -> () -> {
            throw new StackOverflowError();
        };
        Check first = check("faulty", context -> {
                    context.wakeOn(unopened);
                    return Outcome.passed("never said");
                })
                .id("faulty");
        Check second = check("faulty too", context -> {
                    context.wakeOn(unclosed);
                    context.wakeOn(bell);
                    return Outcome.failed("not yet");
                })
                .retry(attempts(2).every(Duration.ofMillis(1)))
                .id("faulty too");

        Report report = Neighbours.around(runner, first, second);

        assertThat(report.result("faulty").message()).isEqualTo("IllegalStateException: no watch");
        assertThat(report.result("faulty too").attempts()).hasSize(2);
        assertThat(bell.subscribed()).isEqualTo(2);
        assertThat(bell.open()).isZero();
    }

    @Test
    void a_subscription_that_opens_after_its_attempt_is_over_is_closed_at_once() throws InterruptedException {
        CountDownLatch released = new CountDownLatch(1);
        CountDownLatch cameBack = new CountDownLatch(1);
        AtomicInteger closed = new AtomicInteger();
        WakeSignal slow = wake -> {
            while (released.getCount() > 0) {
                try {
                    released.await();
                } catch (InterruptedException e) {
                    Thread.yield(); // it ignores interruption as well
                }
            }
            return closed::incrementAndGet;
        };
        Check faulty = check("faulty", context -> {
                    try {
                        context.wakeOn(slow);
                        return Outcome.passed("never said");
                    } finally {
                        cameBack.countDown();
                    }
                })
                .timeout(Duration.ofMillis(50))
                .id("faulty");

        Result result = Neighbours.around(runner, faulty).result("faulty");
        assertThat(result.message()).contains("ignored interruption");
        assertThat(closed).hasValue(0);
        released.countDown();
        cameBack.await();

        assertThat(closed).hasValue(1);
    }

    @Test
    void a_storm_of_changes_holds_nothing_up() {
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> ringers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Thread ringer = new Thread(() -> {
                while (!over.get()) {
                    bell.ring();
                }
            });
            ringer.setDaemon(true);
            ringers.add(ringer);
        }
        Check faulty = check("faulty", context -> {
                    context.wakeOn(bell);
                    return Outcome.failed("not yet");
                })
                .retry(SELDOM)
                .id("faulty");
        try {
            ringers.forEach(Thread::start);

            Report report = Promise.kept(runner, Neighbours.list(faulty), DEADLINE);

            Result result = report.result("faulty");
            assertThat(result.message()).startsWith("not yet (stopped after ").endsWith(": run deadline 1 s)");
            assertThat(result.attempts()).hasSizeBetween(2, 21); // every 50 ms at most
            assertThat(report.result("before").status()).isEqualTo(Status.PASSED);
        } finally {
            over.set(true);
        }
    }

    @Test
    void a_change_after_the_end_of_the_run_disturbs_nobody() {
        List<Runnable> kept = new ArrayList<>();
        WakeSignal unclosed = wake -> {
            kept.add(wake);
            return () -> {};
        };
        Check faulty = check("faulty", context -> {
                    context.wakeOn(unclosed);
                    return Outcome.failed("it broke");
                })
                .id("faulty");
        Report report = Neighbours.around(runner, faulty);

        kept.forEach(Runnable::run);

        assertThat(kept).hasSize(1);
        assertThat(report.result("faulty").attempts()).hasSize(1);
    }
}
