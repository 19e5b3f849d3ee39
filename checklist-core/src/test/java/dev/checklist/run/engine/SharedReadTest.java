package dev.checklist.run.engine;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.each;
import static dev.checklist.Checklists.section;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Shared reads among real threads. */
class SharedReadTest {
    private record Key(String name) {}

    private static final Key PODS = new Key("pods");

    private final ChecklistRunner runner = ChecklistRunner.create().withDeadline(Duration.ofSeconds(25));
    private final AtomicInteger loads = new AtomicInteger();

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    @Test
    void two_hundred_lines_share_one_load_on_the_thread_of_the_first_who_asks() {
        Set<Thread> loaders = Collections.synchronizedSet(new HashSet<>());
        Set<Thread> readers = Collections.synchronizedSet(new HashSet<>());
        CountDownLatch several = new CountDownLatch(4);
        Report report = Neighbours.report(runner.start(checklist(
                "list",
                each(
                        numbers(200),
                        i -> check("line " + i, context -> {
                            readers.add(Thread.currentThread());
                            several.countDown();
                            String seen = context.shared(PODS, () -> {
                                loaders.add(Thread.currentThread());
                                several.await(); // others wait by now
                                return "load " + loads.incrementAndGet();
                            });
                            return Outcome.passed(seen);
                        })))));

        assertThat(loads).hasValue(1);
        assertThat(report.lines()).allMatch(line -> line.message().equals("load 1"));
        assertThat(loaders).hasSize(1);
        assertThat(readers).containsAll(loaders);
    }

    /** Every load notes when it starts; every look asserts that it got none from before it fell due. */
    @Test
    void no_look_ever_gets_a_load_from_before_it_fell_due() {
        AtomicInteger stale = new AtomicInteger();
        List<Check> checks = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            long[] endOfLast = {Long.MIN_VALUE};
            int pause = 1 + i % 7;
            checks.add(check("line " + i, context -> {
                        long started = context.shared(PODS, () -> {
                            loads.incrementAndGet();
                            return System.nanoTime();
                        });
                        // the attempt fell due behind the end of the one before it
                        if (endOfLast[0] != Long.MIN_VALUE && started - endOfLast[0] < 0) {
                            stale.incrementAndGet();
                        }
                        endOfLast[0] = System.nanoTime();
                        return context.attempt() < 30 ? Outcome.failed("not yet") : Outcome.passed("saw it");
                    })
                    .retry(attempts(30).every(Duration.ofMillis(pause))));
        }

        Report report = Neighbours.report(runner.start(checklist("list", checks)));

        assertThat(report.lines()).allMatch(line -> line.status() == Status.PASSED);
        assertThat(stale).hasValue(0);
        assertThat(loads).as("shared at all").hasValueLessThan(40 * 30);
    }

    @Test
    void a_failed_load_fails_all_who_waited_for_it_or_for_a_thread_as_one_cause() {
        List<Check> faulty = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            faulty.add(check("faulty " + i, context -> {
                        return Outcome.passed(context.<String>shared(PODS, () -> {
                            throw new IOException("connection refused by load " + loads.incrementAndGet());
                        }));
                    })
                    .id("faulty " + i));
        }

        Report report = Neighbours.around(runner.withParallelism(8), faulty.toArray(Check[]::new));

        assertThat(loads).hasValue(1);
        assertThat(report.causes()).hasSize(1);
        assertThat(report.causes().get(0).message()).isEqualTo("IOException: connection refused by load 1");
        assertThat(report.causes().get(0).lines()).hasSize(50);
    }

    @Test
    void when_the_loading_attempt_is_late_the_next_who_waits_loads_anew() {
        CountDownLatch loading = new CountDownLatch(1);
        Check late = check(
                        "late",
                        context -> Outcome.passed(context.shared(PODS, () -> {
                            loading.countDown();
                            new CountDownLatch(1).await();
                            return "never";
                        })))
                .timeout(Duration.ofMillis(200))
                .id("late");
        List<Check> waiters = numbers(10).stream()
                .map(i -> check("waiter " + i, context -> {
                            Neighbours.await(loading);
                            return Outcome.passed(context.shared(PODS, () -> "load " + loads.incrementAndGet()));
                        })
                        .id("waiter " + i))
                .toList();

        Report report = Neighbours.around(
                runner, section("reads", late, waiters.toArray(Check[]::new)).concurrently());

        assertThat(report.result("late").message()).isEqualTo("timed out after 200 ms");
        assertThat(loads).hasValue(1);
        waiters.forEach(waiter -> assertThat(report.result(waiter).message()).isEqualTo("load 1"));
    }

    @Test
    void when_the_loading_attempt_is_abandoned_the_next_who_waits_loads_anew_and_its_late_value_counts_nowhere() {
        CountDownLatch loading = new CountDownLatch(1);
        try (Stubborn stubborn = new Stubborn()) {
            Check late = check(
                            "late",
                            context -> Outcome.passed(context.shared(PODS, () -> {
                                loading.countDown();
                                return stubborn.hang();
                            })))
                    .timeout(Duration.ofMillis(100))
                    .id("late");
            Check waiter = check("waiter", context -> {
                        Neighbours.await(loading);
                        return Outcome.passed(context.shared(PODS, () -> "load " + loads.incrementAndGet()));
                    })
                    .id("waiter");
            Check later = check("later", context -> {
                        stubborn.release();
                        return Outcome.passed(context.shared(PODS, () -> "load " + loads.incrementAndGet()));
                    })
                    .id("later");

            Report report = Neighbours.report(
                    runner.start(checklist("list", section("one", late, waiter), section("two", later))));

            assertThat(report.result("late").message()).contains("ignored interruption");
            assertThat(report.result("waiter").message()).isEqualTo("load 1");
            assertThat(report.result("later").message()).isEqualTo("load 2");
        }
    }

    @Test
    void those_who_wait_for_a_load_are_late_by_their_own_timeouts() {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        Check loader = check(
                        "loader",
                        context -> Outcome.passed(context.shared(PODS, () -> {
                            loading.countDown();
                            released.await();
                            return "load " + loads.incrementAndGet();
                        })))
                .id("loader");
        Check impatient = check("impatient", context -> {
                    Neighbours.await(loading);
                    try {
                        return Outcome.passed(context.shared(PODS, () -> "never"));
                    } finally {
                        released.countDown();
                    }
                })
                .timeout(Duration.ofMillis(100))
                .id("impatient");

        Report report = Neighbours.around(runner, loader, impatient);

        assertThat(report.result("loader").message()).isEqualTo("load 1");
        assertThat(report.result("impatient").status()).isEqualTo(Status.ERROR);
        assertThat(report.result("impatient").message()).isEqualTo("timed out after 100 ms");
    }

    @Test
    void two_loads_that_wait_for_each_other_are_late_and_harm_nobody_else() {
        CountDownLatch both = new CountDownLatch(2);
        Check one = crossing("one", new Key("a"), new Key("b"), both);
        Check other = crossing("other", new Key("b"), new Key("a"), both);

        Report report = Neighbours.around(runner, one, other);

        List<Result> crossed = List.of(report.result("one"), report.result("other"));
        assertThat(crossed).anyMatch(result -> result.message().equals("timed out after 300 ms"));
        assertThat(report.abandonedProbes()).isZero();
    }

    private static Check crossing(String id, Key first, Key second, CountDownLatch both) {
        return check(
                        id,
                        context -> Outcome.passed(context.shared(first, () -> {
                            both.countDown();
                            Neighbours.await(both);
                            return context.shared(second, () -> "second");
                        })))
                .timeout(Duration.ofMillis(300))
                .id(id);
    }
}
