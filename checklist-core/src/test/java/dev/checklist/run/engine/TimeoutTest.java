package dev.checklist.run.engine;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.each;
import static dev.checklist.Checklists.section;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Item;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.Attempt;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.RunClock;
import dev.checklist.testing.FakeRunClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimeoutTest {
    private static final Duration SHORT = Duration.ofMillis(60);

    private final ChecklistRunner runner = ChecklistRunner.create().withDeadline(Duration.ofSeconds(25));

    @Test
    void a_late_probe_is_interrupted_and_its_line_an_error() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        Check faulty = check("faulty", context -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        interrupted.set(true);
                        throw e;
                    }
                    return Outcome.passed("never said");
                })
                .timeout(SHORT)
                .id("faulty");

        Report report = Neighbours.around(runner, faulty);

        Result result = report.result("faulty");
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).isEqualTo("timed out after 60 ms");
        assertThat(result.attempts()).hasSize(1);
        assertThat(result.attempts().get(0).duration()).isGreaterThanOrEqualTo(SHORT);
        assertThat(interrupted).isTrue();
        assertThat(report.abandonedProbes()).isZero();
    }

    @Test
    void a_late_passed_never_counts() {
        CountDownLatch never = new CountDownLatch(1);
        Check faulty = check("faulty", context -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        return Outcome.passed("came back within the grace, but too late");
                    }
                    return Outcome.passed("never said");
                })
                .timeout(SHORT)
                .retry(attempts(2).every(Duration.ofMillis(1)))
                .id("faulty");

        Result result = Neighbours.around(runner, faulty).result("faulty");

        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.attempts())
                .hasSize(2)
                .extracting(Attempt::outcome)
                .containsOnly(Outcome.error("timed out after 60 ms"));
    }

    @Test
    void a_late_probe_that_comes_back_within_the_grace_is_asked_again_and_may_pass() {
        CountDownLatch never = new CountDownLatch(1);
        Check faulty = check("faulty", context -> {
                    if (context.attempt() == 1) {
                        never.await();
                    }
                    return Outcome.passed("saw it at attempt " + context.attempt());
                })
                .timeout(SHORT)
                .retry(attempts(3).every(Duration.ofMillis(1)))
                .id("faulty");

        Result result = Neighbours.around(runner, faulty).result("faulty");

        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(result.message()).isEqualTo("saw it at attempt 2");
        assertThat(result.earlierMessage()).contains("timed out after 60 ms");
        assertThat(result.attempts()).hasSize(2);
    }

    @Test
    void a_probe_that_ignores_interruption_is_abandoned_counted_and_not_asked_again() {
        try (Stubborn stubborn = new Stubborn()) {
            Check faulty = check("faulty", stubborn)
                    .timeout(SHORT)
                    .retry(attempts(5).every(Duration.ofMillis(1)))
                    .id("faulty");

            Report report = Neighbours.around(runner, faulty);

            Result result = report.result("faulty");
            assertThat(result.status()).isEqualTo(Status.ERROR);
            assertThat(result.message())
                    .isEqualTo("timed out after 60 ms and ignored interruption, so it is not asked again");
            assertThat(result.attempts()).hasSize(1);
            assertThat(result.attempts().get(0).duration()).isGreaterThanOrEqualTo(SHORT.plusMillis(250));
            assertThat(report.abandonedProbes()).isEqualTo(1);
            assertThat(stubborn.timesAsked()).isEqualTo(1);
            assertThat(stubborn.timesInterrupted()).isEqualTo(1);
        }
    }

    @Test
    void a_passed_of_an_abandoned_probe_never_counts_even_while_the_run_goes_on() {
        CountDownLatch cameBack = new CountDownLatch(1);
        try (Stubborn stubborn = new Stubborn()) {
            Check faulty = check("faulty", context -> {
                        Outcome outcome = stubborn.evaluate(context);
                        cameBack.countDown();
                        return outcome;
                    })
                    .timeout(SHORT)
                    .id("faulty");
            Check releases = check("releases", context -> {
                stubborn.release();
                cameBack.await();
                return Outcome.passed("it came back");
            });

            Report report = runner.run(checklist("list", section("one", faulty), section("two", releases)));

            assertThat(report.result("faulty").status()).isEqualTo(Status.ERROR);
            assertThat(report.result("faulty").attempts()).hasSize(1);
            assertThat(report.abandonedProbes()).isEqualTo(1);
            assertThat(report.lines().get(1).status()).isEqualTo(Status.PASSED);
        }
    }

    @Test
    void the_timeout_starts_when_the_probe_starts_and_not_when_it_falls_due() {
        CountDownLatch never = new CountDownLatch(1);
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            items.add(check("pause " + i, context -> {
                        assertThat(never.await(50, TimeUnit.MILLISECONDS)).isFalse();
                        return Outcome.passed("paused");
                    })
                    .timeout(Duration.ofSeconds(20)));
        }
        items.add(check(
                        "last",
                        context -> Outcome.passed(
                                "enough left: " + (context.remaining().toMillis() > 9_700)))
                .timeout(Duration.ofSeconds(10))
                .id("last"));

        Report report = runner.withParallelism(1).run(checklist("list", items));

        assertThat(report.result("last").message()).isEqualTo("enough left: true"); // it waited for 300 ms
    }

    @Test
    void attempts_of_one_line_never_overlap() {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch never = new CountDownLatch(1);
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            AtomicInteger mine = new AtomicInteger();
            boolean late = i % 4 == 0;
            items.add(check("line " + i, context -> {
                        most.accumulateAndGet(mine.incrementAndGet(), Math::max);
                        inside.incrementAndGet();
                        try {
                            if (late && context.attempt() % 2 == 0) {
                                never.await();
                            }
                            return Outcome.failed("not yet");
                        } finally {
                            mine.decrementAndGet();
                        }
                    })
                    .timeout(Duration.ofMillis(20))
                    .retry(attempts(8).every(Duration.ofMillis(1))));
        }

        Report report = runner.run(checklist("list", items));

        assertThat(report.lines()).allMatch(line -> line.attempts().size() == 8);
        assertThat(most).hasValue(1);
        assertThat(inside).hasValue(20 * 8);
    }

    /** Attempts end right around their timeout, thousands of times, on two threads that go on to the next look. */
    @Test
    void the_interrupt_of_a_late_attempt_never_reaches_a_later_one_on_the_same_thread() {
        AtomicInteger stray = new AtomicInteger();
        Random random = new Random(7);
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            boolean near = i % 2 == 0;
            long lasts = TimeUnit.MICROSECONDS.toNanos(4_700 + random.nextInt(600));
            items.add(check("line " + i, context -> {
                        if (near) {
                            spin(lasts); // may be interrupted on the way, or not
                        } else if (Thread.currentThread().isInterrupted()) {
                            stray.incrementAndGet();
                        }
                        return Outcome.passed("saw it");
                    })
                    .timeout(near ? Duration.ofMillis(5) : Duration.ofSeconds(20)));
        }

        Report report = runner.withParallelism(2).run(checklist("list", items));

        assertThat(stray).hasValue(0);
        assertThat(IntStream.range(0, 1_500).filter(i -> i % 2 == 1).mapToObj(report.lines()::get))
                .allMatch(line -> line.status() == Status.PASSED);
        assertThat(report.count(Status.PASSED)).as("some in time, some late").isBetween(751, 1_499);
    }

    private static void spin(long nanos) {
        long until = System.nanoTime() + nanos;
        while (System.nanoTime() - until < 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void an_interrupt_that_a_probe_leaves_behind_does_not_reach_the_next() {
        List<Boolean> flags = Collections.synchronizedList(new ArrayList<>());
        Report report = runner.withParallelism(1)
                .run(checklist(
                        "list",
                        each(
                                IntStream.range(0, 50).boxed().toList(),
                                i -> check("line " + i, context -> {
                                    flags.add(Thread.currentThread().isInterrupted());
                                    boolean calm = !new CountDownLatch(1).await(1, TimeUnit.MICROSECONDS);
                                    Thread.currentThread().interrupt();
                                    return Outcome.passed("calm " + calm);
                                }))));

        assertThat(report.lines()).allMatch(line -> line.message().equals("calm true"));
        assertThat(flags).hasSize(50).containsOnly(false);
    }

    @Test
    void a_look_that_moves_the_virtual_clock_past_its_timeout_is_late() {
        FakeRunClock clock = FakeRunClock.create();
        Check faulty = check("faulty", context -> {
                    clock.advance(Duration.ofMinutes(1));
                    return Outcome.passed("came back after a minute");
                })
                .timeout(Duration.ofSeconds(30))
                .id("faulty");

        Result result = Neighbours.around(ChecklistRunner.create().withClock(clock), faulty)
                .result("faulty");

        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).isEqualTo("timed out after 30 s");
    }

    /** Fails once, on the thread of a probe, where nothing is prepared for it. */
    private static final class FailingClock implements RunClock {
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public Instant now() {
            if (Thread.currentThread().getName().equals("checklist-worker") && asked.incrementAndGet() == 2) {
                throw new IllegalStateException("no time today");
            }
            return Instant.now();
        }

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }
    }

    @Test
    void a_thread_that_dies_takes_no_line_with_it() {
        FailingClock clock = new FailingClock();
        Check faulty = check("faulty", context -> Outcome.passed("never asked")).id("faulty");

        Report report = Neighbours.report(runner.withParallelism(1)
                .withClock(clock)
                .start(checklist("list", Neighbours.good("before"), faulty, Neighbours.good("behind"))));

        assertThat(report.result("faulty").status()).isEqualTo(Status.ERROR);
        assertThat(report.result("faulty").message())
                .isEqualTo("the thread that looked died: IllegalStateException: no time today");
        assertThat(report.result("before").status()).isEqualTo(Status.PASSED);
        assertThat(report.result("behind").status()).isEqualTo(Status.PASSED);
    }
}
