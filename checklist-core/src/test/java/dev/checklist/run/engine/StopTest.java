package dev.checklist.run.engine;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.each;
import static dev.checklist.Checklists.precondition;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;
import static dev.checklist.Checklists.steps;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.Run;
import dev.checklist.run.RunClock;
import dev.checklist.run.RunListener;
import dev.checklist.run.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Cancelling and the deadline: the report comes, and every line says how far it got. */
class StopTest {
    private static final Duration DEADLINE = Duration.ofSeconds(1);
    private static final String REASON = "run deadline 1 s";

    private final ChecklistRunner runner = ChecklistRunner.create();
    private final CountDownLatch never = new CountDownLatch(1);

    private Check hanging(String id) {
        return check(id, context -> {
                    never.await();
                    return Outcome.passed("never said");
                })
                .id(id);
    }

    @Test
    void a_line_cut_short_inside_an_attempt_is_an_error() {
        Report report = Promise.kept(runner, checklist("list", hanging("faulty"), Neighbours.good("good")), DEADLINE);

        Result result = report.result("faulty");
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).isEqualTo("stopped inside attempt 1: " + REASON);
        assertThat(result.attempts()).hasSize(1);
        assertThat(report.result("good").status()).isEqualTo(Status.PASSED);
        assertThat(report.endedEarly()).contains(REASON);
        assertThat(report.abandonedProbes()).isZero();
    }

    @Test
    void a_line_cut_short_between_attempts_keeps_its_last_status_and_message() {
        Check waiting = check("waiting", context -> Outcome.failed("2 of 3 replicas"))
                .retry(attempts(30).every(Duration.ofHours(1)))
                .id("waiting");

        Result result =
                Promise.kept(runner, checklist("list", waiting), DEADLINE).result("waiting");

        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.message()).isEqualTo("2 of 3 replicas (stopped after 1 of 30 attempts: " + REASON + ")");
        assertThat(result.attempts()).hasSize(1);
    }

    @Test
    void a_line_that_was_never_started_is_blocked_with_the_end_of_the_run_as_root() {
        Report report = Promise.kept(
                runner,
                checklist("list", section("one", hanging("faulty")), section("two", Neighbours.good("behind"))),
                DEADLINE);

        Result result = report.result("behind");
        assertThat(result.status()).isEqualTo(Status.BLOCKED);
        assertThat(result.message()).isEqualTo("not asked: " + REASON);
        assertThat(result.endOfRun()).contains(REASON);
        assertThat(result.roots()).isEmpty();
        assertThat(result.attempts()).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_READY);
    }

    @Test
    void a_line_that_waits_for_its_turn_at_a_thread_is_blocked_too() {
        Report report = Promise.kept(
                runner.withParallelism(1), checklist("list", hanging("faulty"), Neighbours.good("queued")), DEADLINE);

        assertThat(report.result("faulty").status()).isEqualTo(Status.ERROR);
        assertThat(report.result("queued").status()).isEqualTo(Status.BLOCKED);
        assertThat(report.result("queued").message()).isEqualTo("not asked: " + REASON);
    }

    @Test
    void a_line_that_waits_for_a_person_is_pending_and_what_stands_behind_it_blocked() {
        CountDownLatch noAnswer = new CountDownLatch(1);
        ChecklistRunner asking = runner.withAttestor(question -> {
            noAnswer.await();
            throw new IllegalStateException("never");
        });

        Report report = Promise.kept(
                asking,
                checklist("list", steps("steps", signOff("read").id("open"), Neighbours.good("behind"))),
                DEADLINE);

        assertThat(report.result("open").status()).isEqualTo(Status.PENDING);
        assertThat(report.result("open").message())
                .isEqualTo("waits for an answer; no answer before the end of the run: " + REASON);
        assertThat(report.result("behind").status()).isEqualTo(Status.BLOCKED);
    }

    @Test
    void a_line_whose_condition_is_being_asked_is_blocked() {
        Check conditional = Neighbours.good("conditional").onlyIf(precondition("it applies", () -> {
            never.await();
            return true;
        }));

        Result result =
                Promise.kept(runner, checklist("list", conditional), DEADLINE).result("conditional");

        assertThat(result.status()).isEqualTo(Status.BLOCKED);
        assertThat(result.message()).isEqualTo("not asked: " + REASON);
    }

    @Test
    void thousands_of_lines_in_every_state_are_all_in_the_report() {
        List<Integer> many = IntStream.range(0, 2_000).boxed().toList();
        Report report = Promise.kept(
                runner.withParallelism(8),
                checklist(
                        "list",
                        section("part", each(many, i -> switch (i % 4) {
                            case 0 -> Neighbours.good("good-" + i);
                            case 1 -> signOff("statement " + i);
                            case 2 ->
                                check("retry " + i, context -> Outcome.failed("not yet"))
                                        .retry(attempts(9).every(Duration.ofHours(1)));
                            default -> check("check " + i, context -> Outcome.failed("it broke"));
                        })),
                        section("hangs", each(many, i -> hanging("hanging-" + i))),
                        section("behind", each(many, i -> Neighbours.good("behind-" + i)))),
                DEADLINE);

        assertThat(report.lines()).hasSize(6_000);
        assertThat(report.count(Status.PENDING)).isEqualTo(500);
        assertThat(report.count(Status.PASSED)).isLessThanOrEqualTo(500);
        assertThat(report.lines()).allMatch(line -> !line.message().isBlank());
    }

    /** Is a clock that makes one kind of thread wait when it asks for the time, once the gate is shut. */
    private static final class Gate implements RunClock {
        private final String thread;
        private final CountDownLatch arrived = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);
        private volatile boolean shut;

        Gate(String thread) {
            this.thread = thread;
        }

        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public long nanoTime() {
            if (shut && Thread.currentThread().getName().equals(thread)) {
                arrived.countDown();
                Neighbours.await(open);
            }
            return System.nanoTime();
        }
    }

    @Test
    void a_look_that_is_just_about_to_start_is_not_missed() {
        Gate gate = new Gate("checklist-worker");
        gate.shut = true;
        CountDownLatch stopped = new CountDownLatch(1);
        RunListener listener = new RunListener() {
            @Override
            public void lineEnded(Result result) {
                if (result.status() == Status.BLOCKED) {
                    stopped.countDown();
                }
            }
        };
        AtomicInteger looks = new AtomicInteger();
        Check faulty = check("faulty", context -> {
                    looks.incrementAndGet();
                    never.await();
                    return Outcome.passed("never said");
                })
                .id("faulty");
        Run run = runner.withClock(gate)
                .withListener(listener)
                .start(checklist("list", section("one", faulty), section("two", Neighbours.good("behind"))));
        Neighbours.await(gate.arrived); // taken from the queue, not yet started

        run.cancel();
        Neighbours.await(stopped);
        gate.open.countDown();
        Result result = Neighbours.report(run).result("faulty");

        assertThat(result.status()).isEqualTo(Status.BLOCKED);
        assertThat(result.message()).isEqualTo("not asked: the run was cancelled");
        assertThat(looks).hasValue(0);
    }

    @Test
    void an_attempt_that_ends_by_itself_just_as_the_run_ends_says_that_it_would_have_gone_on() {
        Gate gate = new Gate("checklist-run");
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        AtomicReference<Thread> worker = new AtomicReference<>();
        Check faulty = check("faulty", context -> {
                    worker.set(Thread.currentThread());
                    asked.countDown();
                    answer.await();
                    return Outcome.failed("2 of 3 replicas");
                })
                .retry(attempts(30).every(Duration.ofMillis(1)))
                .id("faulty");
        Run run = runner.withClock(gate).start(checklist("list", faulty));
        Neighbours.await(asked);
        gate.shut = true;
        run.cancel();
        Neighbours.await(gate.arrived); // in the middle of the stop
        answer.countDown();
        while (worker.get().getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait(); // until it waits for its next task
        }
        gate.open.countDown();

        Result result = Neighbours.report(run).result("faulty");

        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.message())
                .isEqualTo("2 of 3 replicas (stopped after 1 of 30 attempts: the run was cancelled)");
    }
}
