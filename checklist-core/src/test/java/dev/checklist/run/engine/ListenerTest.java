package dev.checklist.run.engine;

import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.each;
import static dev.checklist.Checklists.section;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.Attempt;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Line;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.Run;
import dev.checklist.run.RunListener;
import dev.checklist.run.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListenerTest {
    private static final Check FAULTY =
            check("faulty", context -> Outcome.failed("it broke")).id("faulty");

    /** Calls one and the same action for whatever it is told. */
    private abstract static class Told implements RunListener {
        abstract void told(String what);

        @Override
        public void runStarted(Checklist checklist) {
            told("run started");
        }

        @Override
        public void lineStarted(Line line) {
            told("started " + line.id());
        }

        @Override
        public void attemptEnded(Line line, Attempt attempt, Optional<Duration> next) {
            told("attempt " + line.id() + " " + attempt.outcome().status() + (next.isPresent() ? " again" : ""));
        }

        @Override
        public void lineEnded(Result result) {
            told("ended " + result.id() + " " + result.status());
        }

        @Override
        public void runEnded(Report report) {
            told("run ended " + report.verdict());
        }
    }

    private static final class Notes extends Told {
        private final List<String> notes = Collections.synchronizedList(new ArrayList<>());

        @Override
        void told(String what) {
            notes.add(what);
        }
    }

    private static ChecklistRunner runner(RunListener... listeners) {
        ChecklistRunner runner = ChecklistRunner.create();
        for (RunListener listener : listeners) {
            runner = runner.withListener(listener);
        }
        return runner;
    }

    @Test
    void a_listener_is_told_everything_once_and_in_order() {
        Notes notes = new Notes();

        Neighbours.around(runner(notes), FAULTY);

        assertThat(notes.notes)
                .startsWith("run started")
                .endsWith("run ended NOT_READY")
                .containsSubsequence("started faulty", "attempt faulty FAILED", "ended faulty FAILED")
                .containsSubsequence(
                        "started second", "attempt second FAILED again", "attempt second PASSED", "ended second PASSED")
                .containsSubsequence("ended before PASSED", "started faulty", "ended faulty FAILED", "started behind")
                .containsOnlyOnce("ended faulty FAILED", "ended part-two FAILED");
    }

    @Test
    void calls_come_one_at_a_time_and_all_on_one_thread_that_is_nobodys_probe() {
        Set<Thread> threads = Collections.synchronizedSet(new HashSet<>());
        Set<Thread> probes = Collections.synchronizedSet(new HashSet<>());
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        RunListener listener = new Told() {
            @Override
            void told(String what) {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                threads.add(Thread.currentThread());
                inside.decrementAndGet();
            }
        };
        Checklist list = checklist(
                "many",
                each(
                        IntStream.range(0, 500).boxed().toList(),
                        i -> check("c" + i, context -> {
                            probes.add(Thread.currentThread());
                            return Outcome.passed("saw it");
                        })));

        runner(listener, listener).run(list);

        assertThat(most).hasValue(1);
        assertThat(threads).hasSize(1).doesNotContain(Thread.currentThread()).doesNotContainAnyElementsOf(probes);
    }

    @Test
    void a_listener_that_hangs_delays_nothing() {
        CountDownLatch released = new CountDownLatch(1);
        RunListener hanging = new Told() {
            @Override
            void told(String what) {
                while (released.getCount() > 0) {
                    try {
                        released.await();
                    } catch (InterruptedException e) {
                        Thread.yield(); // it ignores interruption as well
                    }
                }
            }
        };
        try {
            Neighbours.around(runner(hanging), FAULTY);
        } finally {
            released.countDown();
        }
    }

    @Test
    void a_listener_that_throws_is_logged_and_the_others_are_told_all_the_same() {
        Notes before = new Notes();
        Notes behind = new Notes();
        RunListener throwing = new Told() {
            @Override
            void told(String what) {
                throw new IllegalStateException("cannot bear " + what);
            }
        };
        try (Logs logs = new Logs()) {
            Neighbours.around(runner(before, throwing, behind), FAULTY);

            assertThat(before.notes).isEqualTo(behind.notes).endsWith("run ended NOT_READY");
            assertThat(logs.at(Level.WARN))
                    .hasSize(before.notes.size())
                    .allMatch(line -> line.contains("ListenerTest") && line.contains("IllegalStateException"));
        }
    }

    @Test
    void an_error_in_a_listener_is_borne_like_an_exception() {
        Notes behind = new Notes();
        AtomicInteger calls = new AtomicInteger();
        RunListener throwing = new Told() {
            @Override
            void told(String what) {
                throw switch (calls.getAndIncrement() % 4) {
                    case 0 -> new StackOverflowError();
                    case 1 -> new OutOfMemoryError("Java heap space");
                    case 2 -> new NoClassDefFoundError("com/acme/Gone");
                    default -> new AssertionError("never mind");
                };
            }
        };
        try (Logs logs = new Logs()) {
            Neighbours.around(runner(throwing, behind), FAULTY);

            assertThat(behind.notes).startsWith("run started").endsWith("run ended NOT_READY");
            assertThat(calls).hasValue(behind.notes.size());
            assertThat(logs.at(Level.WARN)).hasSize(behind.notes.size());
        }
    }

    @Test
    void an_exception_of_a_listener_that_cannot_even_be_described_is_borne() {
        Notes behind = new Notes();
        RunListener throwing = new Told() {
            @Override
            void told(String what) {
                throw new Undescribable();
            }
        };
        try (Logs logs = new Logs()) {
            Neighbours.around(runner(throwing, behind), FAULTY);

            assertThat(behind.notes).endsWith("run ended NOT_READY");
            assertThat(logs.at(Level.WARN)).allMatch(line -> line.endsWith("Undescribable"));
        }
    }

    private static final class Undescribable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw this;
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            throw this;
        }
    }

    @Test
    void a_listener_that_interrupts_its_thread_still_hears_everything() {
        Notes notes = new Notes();
        Notes calm = new Notes();
        RunListener interrupting = new Told() {
            @Override
            void told(String what) {
                notes.told(what);
                Thread.currentThread().interrupt();
            }
        };

        Neighbours.around(runner(interrupting, calm), FAULTY);

        assertThat(notes.notes).isEqualTo(calm.notes).endsWith("run ended NOT_READY");
    }

    @Test
    void a_slow_listener_does_not_slow_the_run() throws InterruptedException {
        CountDownLatch heardTheEnd = new CountDownLatch(1);
        CountDownLatch reportIsThere = new CountDownLatch(1);
        List<String> late = Collections.synchronizedList(new ArrayList<>());
        RunListener slow = new Told() {
            @Override
            void told(String what) {
                if (what.startsWith("started behind")) {
                    await(reportIsThere); // far behind by then
                }
                late.add(what);
                if (what.startsWith("run ended")) {
                    heardTheEnd.countDown();
                }
            }
        };

        Neighbours.around(runner(slow), FAULTY);
        reportIsThere.countDown();
        heardTheEnd.await();

        assertThat(late).endsWith("ended behind PASSED", "ended part-three PASSED", "run ended NOT_READY");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_listener_may_cancel_its_run_and_start_another() throws InterruptedException {
        Checklist inner = checklist("inner", check("one", context -> Outcome.passed("saw it")));
        List<Verdict> verdicts = Collections.synchronizedList(new ArrayList<>());
        Run[] run = new Run[1];
        CountDownLatch startedAndAsked = new CountDownLatch(2);
        RunListener meddling = new RunListener() {
            @Override
            public void lineStarted(Line line) {
                await(startedAndAsked);
                verdicts.add(ChecklistRunner.create().run(inner).verdict());
                run[0].cancel();
            }
        };
        CountDownLatch never = new CountDownLatch(1);
        run[0] = runner(meddling).start(checklist("outer", section("part", check("hangs", context -> {
            startedAndAsked.countDown();
            never.await();
            return Outcome.passed("never said");
        }))));
        startedAndAsked.countDown();

        Report report = Neighbours.report(run[0]);

        assertThat(verdicts).containsExactly(Verdict.READY);
        assertThat(report.lines().get(0).status()).isEqualTo(Status.ERROR);
        assertThat(report.endedEarly()).contains("the run was cancelled");
    }
}
