package dev.checklist.run.engine;

import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.each;
import static dev.checklist.Checklists.signOff;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Checklist;
import dev.checklist.SignOff;
import dev.checklist.Status;
import dev.checklist.run.Attestation;
import dev.checklist.run.Attestor;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AttestorTest {
    private static final SignOff FIRST = signOff("the rollback plan was read").id("first");
    private static final SignOff SECOND = signOff("the restore was tested").id("second sign-off");

    private static ChecklistRunner runner(Attestor attestor) {
        return ChecklistRunner.create().withAttestor(attestor).withDeadline(Duration.ofSeconds(20));
    }

    private static void assertOpen(Result result, String problem) {
        assertThat(result.status()).isEqualTo(Status.PENDING);
        assertThat(result.message()).isEqualTo("waits for an answer" + problem);
        assertThat(result.attempts()).isEmpty();
        assertThat(result.attestation()).isEmpty();
        assertThat(result.seenAt()).isEmpty();
    }

    private static void assertConfirmed(Result result) {
        assertThat(result.status()).as(result.toString()).isEqualTo(Status.PASSED);
        assertThat(result.message()).isEqualTo("confirmed by ann");
        assertThat(result.attestation().map(Attestation::who)).contains("ann");
        assertThat(result.seenAt()).isPresent();
    }

    static Stream<Throwable> failures() {
        return Stream.of(
                new IllegalStateException("no terminal"),
                new Exception("checked"),
                new InterruptedException("a wait of its own"),
                new StackOverflowError(),
                new OutOfMemoryError("Java heap space"),
                new ThreadDeath());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void an_attestor_that_throws_leaves_the_line_open_and_is_asked_the_next(Throwable failure) {
        Attestor attestor = question -> {
            if (question.line().id().equals("first")) {
                AttestorTest.<RuntimeException>hurl(failure);
            }
            return Optional.of(question.confirmedBy("ann"));
        };

        Report report = Neighbours.around(runner(attestor), FIRST, SECOND);

        assertThat(report.result("first").status()).isEqualTo(Status.PENDING);
        assertThat(report.result("first").message()).startsWith("waits for an answer: ");
        assertConfirmed(report.result("second sign-off"));
        assertThat(report.endedEarly()).isEmpty();
    }

    @SuppressWarnings("unchecked") // the usual way to throw anything from anywhere
    private static <T extends Throwable> void hurl(Throwable failure) throws T {
        throw (T) failure;
    }

    @Test
    @SuppressWarnings("NullAway") // what an attestor must not return
    void an_attestor_that_returns_null_leaves_the_line_open() {
        Report report = Neighbours.around(runner(question -> null), FIRST);

        assertOpen(report.result("first"), ": the attestor returned null");
    }

    @Test
    void an_attestor_that_has_no_answer_leaves_the_line_open_at_once() {
        Report report = Neighbours.around(runner(Attestor.none()), FIRST, SECOND);

        assertOpen(report.result("first"), "");
        assertOpen(report.result("second sign-off"), "");
    }

    @Test
    void an_attestor_that_interrupts_its_thread_is_asked_the_next_without_that_interrupt() {
        AtomicBoolean stray = new AtomicBoolean();
        Attestor attestor = question -> {
            stray.compareAndSet(false, Thread.currentThread().isInterrupted());
            Thread.currentThread().interrupt();
            return Optional.of(question.confirmedBy("ann"));
        };

        Report report = Neighbours.around(runner(attestor), FIRST, SECOND);

        assertConfirmed(report.result("first"));
        assertConfirmed(report.result("second sign-off"));
        assertThat(stray).isFalse();
    }

    @Test
    void questions_are_asked_one_at_a_time_in_the_order_of_the_page_on_one_thread() {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Set<Thread> threads = new HashSet<>();
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        Attestor attestor = question -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            threads.add(Thread.currentThread());
            order.add(question.line().id());
            inside.decrementAndGet();
            return Optional.of(question.confirmedBy("ann"));
        };
        List<String> ids =
                IntStream.range(0, 200).mapToObj(i -> "question-" + i).toList();
        Checklist list =
                checklist("people", each(ids, id -> signOff("statement " + id).id(id)));

        Report report = runner(attestor).run(list);

        assertThat(report.lines()).allSatisfy(AttestorTest::assertConfirmed);
        assertThat(most).hasValue(1);
        assertThat(order).isEqualTo(ids);
        assertThat(threads).hasSize(1).doesNotContain(Thread.currentThread());
    }

    @Test
    void an_attestor_that_hangs_leaves_the_lines_open_when_the_deadline_comes() {
        CountDownLatch released = new CountDownLatch(1);
        Attestor hanging = question -> {
            while (released.getCount() > 0) {
                try {
                    released.await();
                } catch (InterruptedException e) {
                    Thread.yield(); // a terminal does not care for interrupts either
                }
            }
            return Optional.of(question.confirmedBy("ann"));
        };
        try {
            ChecklistRunner runner = runner(hanging).withDeadline(Duration.ofSeconds(1));

            Report report = Promise.kept(runner, Neighbours.list(FIRST, SECOND), Duration.ofSeconds(1));

            Neighbours.assertIntact(report);
            String problem = "; no answer before the end of the run: run deadline 1 s";
            assertOpen(report.result("first"), problem);
            assertOpen(report.result("second sign-off"), problem);
        } finally {
            released.countDown();
        }
    }

    @Test
    void the_thread_of_an_attestor_that_swallows_the_interrupt_ends_with_the_run() throws InterruptedException {
        Set<Thread> before = Threads.ofRuns();
        AtomicReference<Thread> asker = new AtomicReference<>();
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        Attestor attestor = question -> {
            asker.set(Thread.currentThread());
            asked.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                return Optional.empty();
            }
            return Optional.empty();
        };
        Run run = runner(attestor).start(Neighbours.list(FIRST, SECOND));
        asked.await();

        run.cancel();
        Report report = Neighbours.report(run);

        assertOpen(report.result("first"), "; no answer before the end of the run: the run was cancelled");
        assertThat(asker.get().isAlive()).isFalse();
        Threads.assertEnded(before);
    }

    @Test
    void an_answer_after_the_end_of_the_run_does_not_count() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        Attestor late = question -> {
            asked.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                return Optional.of(question.confirmedBy("ann"));
            }
            return Optional.empty();
        };
        Run run = runner(late).start(Neighbours.list(FIRST));
        asked.await();
        run.cancel();

        Result result = Neighbours.report(run).result("first");

        assertOpen(result, "; no answer before the end of the run: the run was cancelled");
    }
}
