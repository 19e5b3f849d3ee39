package dev.checklist.run.engine;

import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Run;
import dev.checklist.run.Verdict;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What callers of a run are promised, whatever they do while they wait. */
class CallerTest {
    private static final ChecklistRunner RUNNER = ChecklistRunner.create().withDeadline(Duration.ofSeconds(20));
    private static final Checklist QUICK = checklist("quick", check("one", context -> Outcome.passed("saw it")));

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch never = new CountDownLatch(1);
    private final Check hanging = check("faulty", context -> {
                asked.countDown();
                never.await();
                return Outcome.passed("never said");
            })
            .id("faulty");

    private static <T> FutureTask<T> on(Thread[] thread, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        thread[0] = new Thread(task, "caller");
        thread[0].start();
        return task;
    }

    @Test
    void an_interrupted_caller_gets_the_report_within_a_second_and_keeps_its_flag() throws Exception {
        Run run = RUNNER.start(Neighbours.list(hanging));
        AtomicReference<Boolean> flag = new AtomicReference<>();
        Thread[] caller = new Thread[1];
        FutureTask<Report> waiting = on(caller, () -> {
            Report report = run.report();
            flag.set(Thread.currentThread().isInterrupted());
            return report;
        });
        asked.await();

        caller[0].interrupt();
        Report report = waiting.get(1, TimeUnit.SECONDS);

        assertThat(flag).hasValue(true);
        assertThat(report.endedEarly()).contains("the run was cancelled");
        assertThat(report.result("faulty").status()).isEqualTo(Status.ERROR);
        assertThat(report.result("faulty").message()).isEqualTo("stopped inside attempt 1: the run was cancelled");
        assertThat(report.result("before").status()).isEqualTo(Status.PASSED);
        assertThat(report.result("behind").status()).isEqualTo(Status.BLOCKED);
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_READY);
    }

    @Test
    void a_caller_that_was_interrupted_before_gets_the_report_too() throws Exception {
        Thread[] caller = new Thread[1];
        FutureTask<Report> waiting = on(caller, () -> {
            Thread.currentThread().interrupt();
            return RUNNER.run(Neighbours.list(hanging));
        });

        Report report = waiting.get(10, TimeUnit.SECONDS);

        assertThat(report.endedEarly()).contains("the run was cancelled");
        assertThat(report.results()).hasSize(9);
    }

    @Test
    void waiting_for_some_time_gives_nothing_while_the_run_goes_on_and_the_report_afterwards() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        Run run = RUNNER.start(checklist("list", check("waits", context -> {
            released.await();
            return Outcome.passed("saw it");
        })));

        assertThat(run.report(Duration.ofMillis(1))).isEmpty();
        assertThat(run.report(Duration.ZERO)).isEmpty();
        released.countDown();

        Report report = run.report();
        assertThat(report.verdict()).isEqualTo(Verdict.READY);
        assertThat(run.report(Duration.ZERO)).containsSame(report);
        assertThat(run.report()).isSameAs(report);
    }

    @Test
    void waiting_for_ages_is_waiting_until_the_report_is_there() throws Exception {
        Run run = RUNNER.start(QUICK);

        assertThat(run.report(ChronoUnit.FOREVER.getDuration()).map(Report::verdict))
                .contains(Verdict.READY);
    }

    @Test
    void a_caller_that_is_interrupted_while_it_waits_for_some_time_leaves_the_run_alone() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        Run run = RUNNER.start(checklist("list", check("waits", context -> {
            released.await();
            return Outcome.passed("saw it");
        })));

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> run.report(Duration.ofSeconds(10))).isInstanceOf(InterruptedException.class);
        released.countDown();

        assertThat(run.report().verdict()).isEqualTo(Verdict.READY);
    }

    @Test
    void cancelling_twice_or_afterwards_changes_nothing() throws Exception {
        Run run = RUNNER.start(Neighbours.list(hanging));
        asked.await();

        run.cancel();
        run.cancel();
        Report report = Neighbours.report(run);
        run.cancel();

        assertThat(run.report()).isSameAs(report);
        assertThat(report.endedEarly()).contains("the run was cancelled");
    }

    @Test
    void every_callback_gets_the_report_once_whether_it_came_before_or_after_the_end() {
        List<Report> told = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch heard = new CountDownLatch(2);
        Run run = RUNNER.start(QUICK);
        run.onDone(report -> {
            told.add(report);
            heard.countDown();
        });
        Report report = run.report();
        run.onDone(late -> {
            told.add(late);
            heard.countDown();
        });

        Neighbours.await(heard);
        assertThat(told).containsExactly(report, report);
    }

    @Test
    void a_callback_that_hangs_keeps_the_report_from_nobody() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        Run run = RUNNER.start(checklist("list", check("waits", context -> {
            finish.await();
            return Outcome.passed("saw it");
        })));
        Thread[] caller = new Thread[1];
        FutureTask<Report> waiting = on(caller, run::report);
        while (caller[0].getState() != Thread.State.WAITING) {
            Thread.onSpinWait(); // it must wait before the callback is there
        }
        run.onDone(report -> Neighbours.await(released));
        finish.countDown();
        try {
            assertThat(waiting.get(10, TimeUnit.SECONDS).verdict()).isEqualTo(Verdict.READY);
            assertThat(run.report(Duration.ZERO)).isPresent();
        } finally {
            released.countDown();
        }
    }

    @Test
    void a_callback_that_throws_is_logged_and_the_others_are_told_all_the_same() {
        CountDownLatch finish = new CountDownLatch(1);
        CountDownLatch heard = new CountDownLatch(2);
        try (Logs logs = new Logs()) {
            Run run = RUNNER.start(checklist("list", check("waits", context -> {
                finish.await();
                return Outcome.passed("saw it");
            })));
            run.onDone(report -> heard.countDown());
            run.onDone(report -> {
                throw new IllegalStateException("cannot bear\nreports");
            });
            run.onDone(report -> heard.countDown());
            finish.countDown();
            Report report = run.report();
            Neighbours.await(heard);
            run.onDone(late -> {
                throw new StackOverflowError();
            });

            assertThat(report.verdict()).isEqualTo(Verdict.READY);
            assertThat(logs.at(Level.WARN))
                    .hasSize(2)
                    .allMatch(line -> line.startsWith("A callback of onDone failed at ") && !line.contains("\n"));
        }
    }

    @Test
    void one_runner_serves_many_threads_and_runs_at_a_time() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        Check counting = check("faulty", context -> Outcome.failed("look " + looks.incrementAndGet()))
                .id("faulty");
        Checklist list = Neighbours.list(counting);
        List<FutureTask<Report>> all = new ArrayList<>();
        CountDownLatch go = new CountDownLatch(1);
        for (int i = 0; i < 16; i++) {
            all.add(on(new Thread[1], () -> {
                go.await();
                Report last = RUNNER.run(list);
                for (int again = 0; again < 4; again++) {
                    last = RUNNER.run(list);
                    Neighbours.assertIntact(last);
                }
                return last;
            }));
        }
        go.countDown();

        for (FutureTask<Report> one : all) {
            Report report = one.get(30, TimeUnit.SECONDS);
            Neighbours.assertIntact(report);
            assertThat(report.result("faulty").status()).isEqualTo(Status.FAILED);
        }
        assertThat(looks).hasValue(16 * 5);
    }

    @Test
    void a_run_that_is_cancelled_does_not_touch_another_of_the_same_runner_and_list() throws Exception {
        CountDownLatch bothAsked = new CountDownLatch(2);
        CountDownLatch released = new CountDownLatch(1);
        Checklist list = checklist("list", check("waits", context -> {
            bothAsked.countDown();
            released.await();
            return Outcome.passed("saw it");
        }));
        Run first = RUNNER.start(list);
        Run second = RUNNER.start(list);
        bothAsked.await();

        first.cancel();
        Report cancelled = first.report();
        released.countDown();

        assertThat(cancelled.lines().get(0).status()).isEqualTo(Status.ERROR);
        assertThat(second.report().lines().get(0).status()).isEqualTo(Status.PASSED);
        assertThat(second.report().endedEarly()).isEmpty();
    }
}
