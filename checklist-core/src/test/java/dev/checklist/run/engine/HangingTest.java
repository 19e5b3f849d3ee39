package dev.checklist.run.engine;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.each;
import static dev.checklist.Checklists.precondition;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.CheckContext;
import dev.checklist.Item;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Line;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.RunListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Probes that do not come back: the report does. */
class HangingTest {
    private static final Duration SHORT = Duration.ofMillis(80);
    private static final Duration DEADLINE = Duration.ofSeconds(2);

    private final ChecklistRunner runner = ChecklistRunner.create();
    private final AtomicBoolean released = new AtomicBoolean();
    private final Stubborn stubborn = new Stubborn();

    @AfterEach
    void release() {
        released.set(true);
        stubborn.close();
    }

    private Outcome busyLoop(CheckContext context) {
        while (!released.get()) {
            Thread.onSpinWait();
        }
        return Outcome.passed("too late");
    }

    private static void assertAbandoned(Result result) {
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message())
                .isEqualTo("timed out after 80 ms and ignored interruption, so it is not asked again");
        assertThat(result.attempts()).hasSize(1);
    }

    @Test
    void a_probe_that_never_returns_is_late() {
        Check faulty = check("faulty", context -> {
                    new CountDownLatch(1).await();
                    return Outcome.passed("never said");
                })
                .timeout(SHORT)
                .id("faulty");

        Report report = Neighbours.around(runner, faulty);

        assertThat(report.result("faulty").message()).isEqualTo("timed out after 80 ms");
        assertThat(report.abandonedProbes()).isZero();
    }

    @Test
    void a_probe_that_ignores_interruption_is_left_behind() {
        Report report = Neighbours.around(
                runner, check("faulty", stubborn).timeout(SHORT).id("faulty"));

        assertAbandoned(report.result("faulty"));
        assertThat(report.abandonedProbes()).isEqualTo(1);
    }

    @Test
    void a_probe_in_a_busy_loop_is_left_behind() {
        Report report = Neighbours.around(
                runner, check("faulty", this::busyLoop).timeout(SHORT).id("faulty"));

        assertAbandoned(report.result("faulty"));
        assertThat(report.abandonedProbes()).isEqualTo(1);
    }

    @Test
    void a_probe_that_ignores_interruption_until_the_deadline_is_left_behind() {
        Report report =
                Promise.kept(runner, Neighbours.list(check("faulty", stubborn).id("faulty")), DEADLINE);

        Result result = report.result("faulty");
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).isEqualTo("stopped inside attempt 1: run deadline 2 s");
        assertThat(report.abandonedProbes()).isEqualTo(1);
        assertThat(report.result("before").status()).isEqualTo(Status.PASSED);
        assertThat(report.result("second").status()).isEqualTo(Status.PASSED);
        assertThat(report.result("behind").status()).isEqualTo(Status.BLOCKED);
    }

    @Test
    void two_probes_that_wait_for_each_others_locks_are_both_left_behind() {
        ReentrantLock left = new ReentrantLock();
        ReentrantLock right = new ReentrantLock();
        CountDownLatch bothHold = new CountDownLatch(2);
        Check one = check("one", context -> both(left, right, bothHold))
                .timeout(SHORT.multipliedBy(5))
                .id("one");
        Check other = check("other", context -> both(right, left, bothHold))
                .timeout(SHORT.multipliedBy(5))
                .id("other");

        Report report = Neighbours.around(runner, one, other);

        assertThat(List.of(report.result("one"), report.result("other")))
                .allMatch(result -> result.status() == Status.ERROR)
                .allMatch(result -> result.message().startsWith("timed out after 400 ms and ignored interruption"));
        assertThat(report.abandonedProbes()).isEqualTo(2);
    }

    private static Outcome both(ReentrantLock first, ReentrantLock second, CountDownLatch bothHold) {
        first.lock();
        bothHold.countDown();
        Neighbours.await(bothHold);
        second.lock(); // for ever; these two daemon threads are the price of this test
        return Outcome.passed("never said");
    }

    @Test
    void the_threads_that_a_probe_starts_are_its_own() {
        AtomicReference<Thread> child = new AtomicReference<>();
        Check faulty = check("faulty", context -> {
                    Thread thread = new Thread(() -> busyLoop(context));
                    thread.setDaemon(true);
                    thread.start();
                    child.set(thread);
                    return Outcome.passed("started a thread");
                })
                .id("faulty");

        Report report = Neighbours.around(runner, faulty);

        assertThat(report.result("faulty").status()).isEqualTo(Status.PASSED);
        assertThat(child.get().isAlive()).isTrue();
    }

    @Test
    void a_condition_that_hangs_is_an_error_of_its_items_alone() {
        Check faulty = Neighbours.good("faulty").onlyIf(precondition("it applies", () -> {
            stubborn.hang();
            return true;
        }));

        Report report = Neighbours.around(runner.withDefaultTimeout(Duration.ofMillis(400)), faulty);

        Result result = report.result("faulty");
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message())
                .isEqualTo("the condition \"it applies\" could not be judged: timed out after 400 ms");
        assertThat(report.abandonedProbes()).isEqualTo(1);
    }

    @Test
    void a_diagnosis_that_hangs_changes_no_status_and_keeps_the_report_from_nobody() {
        Check faulty = check("faulty", context -> Outcome.failed("it broke"))
                .onFailure((context, outcome) -> stubborn.hang())
                .id("faulty");

        Report report = Promise.kept(runner, Neighbours.list(faulty), Duration.ofSeconds(1));

        Neighbours.assertIntact(report);
        Result result = report.result("faulty");
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.message()).isEqualTo("it broke");
        assertThat(result.diagnosis())
                .containsExactly("the diagnosis was cut short after 10 s or by the end of the run");
        assertThat(report.abandonedProbes()).isEqualTo(1);
    }

    @Test
    void the_report_comes_in_time_even_if_all_that_can_hang_hangs_at_once() {
        RunListener hangingListener = new RunListener() {
            @Override
            public void lineStarted(Line line) {
                stubborn.hang();
            }
        };
        Check faulty = check("faulty", context -> {
                    context.wakeOn(wake -> () -> stubborn.hang());
                    return Outcome.failed("not yet");
                })
                .retry(attempts(2).every(Duration.ofHours(1)))
                .id("faulty");
        List<Item> items = new ArrayList<>();
        items.add(faulty);
        items.add(check("stubborn", stubborn).id("stubborn"));
        items.add(check("busy", this::busyLoop).id("busy"));
        items.add(signOff("asked").id("asked"));
        items.add(check("diagnosed", context -> Outcome.failed("it broke"))
                .onFailure((context, outcome) -> stubborn.hang())
                .id("diagnosed"));
        ChecklistRunner hanging = runner.withListener(hangingListener).withAttestor(question -> {
            stubborn.hang();
            throw new IllegalStateException("never");
        });

        Report report = Promise.kept(hanging, Neighbours.list(items.toArray(Item[]::new)), DEADLINE);

        assertThat(report.result("before").status()).isEqualTo(Status.PASSED);
        assertThat(report.result("second").status()).isEqualTo(Status.PASSED);
        assertThat(report.result("faulty").message())
                .isEqualTo("not yet (stopped after 1 of 2 attempts: run deadline 2 s)");
        assertThat(report.result("stubborn").status()).isEqualTo(Status.ERROR);
        assertThat(report.result("busy").status()).isEqualTo(Status.ERROR);
        assertThat(report.result("asked").status()).isEqualTo(Status.PENDING);
        assertThat(report.result("diagnosed").status()).isEqualTo(Status.FAILED);
        assertThat(report.abandonedProbes()).isEqualTo(3);
    }

    /** The 50 stand among the first 56, so that they come to their turn before 64 threads are lost. */
    @Test
    void two_hundred_checks_that_ignore_interruption_take_fifty_good_ones_nothing_away() {
        List<Check> items = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            boolean good = i < 56 && i % 9 != 0 || i == 9;
            int number = i;
            items.add(
                    good
                            ? check(
                                            "good " + i,
                                            context -> Outcome.passed("saw " + number)
                                                    .with("line", number))
                                    .id("good-" + i)
                            : check("bad " + i, stubborn)
                                    .timeout(Duration.ofMillis(40))
                                    .id("bad-" + i));
        }
        assertThat(items.stream().filter(item -> item.title().startsWith("good")))
                .hasSize(50);

        Report report = Neighbours.report(
                runner.withParallelism(8).withDeadline(Duration.ofSeconds(28)).start(checklist("list", items)));

        assertThat(report.lines()).hasSize(250);
        assertThat(report.count(Status.PASSED)).isEqualTo(50);
        assertThat(report.endedEarly()).isEmpty();
        int lost = 0;
        int refused = 0;
        for (Result line : report.lines()) {
            if (line.id().startsWith("good")) {
                assertThat(line.status()).isEqualTo(Status.PASSED);
                assertThat(line.message()).isEqualTo("saw " + line.evidence().get("line"));
                assertThat(line.attempts()).hasSize(1);
            } else {
                assertThat(line.status()).isEqualTo(Status.ERROR);
                boolean wasRefused = line.message().equals("not started: 64 probes ignore interruption");
                refused += wasRefused ? 1 : 0;
                lost += wasRefused ? 0 : 1;
                assertThat(wasRefused || line.message().startsWith("timed out after 40 ms and ignored interruption"))
                        .as(line.message())
                        .isTrue();
            }
        }
        assertThat(lost).isBetween(64, 71); // seven others may be under way when the 64th is given up
        assertThat(refused).isEqualTo(200 - lost);
        assertThat(report.abandonedProbes()).isEqualTo(lost);
    }

    @Test
    void retries_and_later_stages_of_a_run_that_lost_its_threads_say_so() {
        List<Check> bad = IntStream.range(0, 64)
                .mapToObj(i -> check("bad " + i, stubborn).timeout(Duration.ofMillis(40)))
                .toList();
        Check retried = check("retried", context -> Outcome.failed("not yet"))
                .retry(attempts(3).every(Duration.ofSeconds(2)))
                .id("retried");

        Report report = Neighbours.report(runner.start(checklist(
                "list", section("one", retried, each(bad, item -> item)), section("two", Neighbours.good("behind")))));

        assertThat(report.abandonedProbes()).isEqualTo(64);
        assertThat(report.result("retried").status()).isEqualTo(Status.FAILED);
        assertThat(report.result("retried").message())
                .isEqualTo("not yet (stopped after 1 of 3 attempts: 64 probes ignore interruption)");
        assertThat(report.result("behind").status()).isEqualTo(Status.ERROR);
        assertThat(report.result("behind").message()).isEqualTo("not started: 64 probes ignore interruption");
    }
}
