package dev.checklist.run.engine;

import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.each;
import static dev.checklist.Checklists.steps;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExecutorTest {
    private static final Check FAULTY =
            check("faulty", context -> Outcome.failed("it broke")).id("faulty");

    private static ChecklistRunner on(Executor executor) {
        return ChecklistRunner.create().withExecutor(executor).withDeadline(Duration.ofSeconds(20));
    }

    @Test
    void probes_run_on_the_threads_of_the_executor_which_is_not_shut_down() {
        Set<Thread> threads = Collections.synchronizedSet(new HashSet<>());
        ExecutorService executor = Executors.newFixedThreadPool(4);
        try {
            Check where = check("where", context -> {
                threads.add(Thread.currentThread());
                return Outcome.passed(Thread.currentThread().getName());
            });

            Neighbours.around(on(executor), FAULTY, where);
            Neighbours.around(on(executor), FAULTY, where);

            assertThat(threads)
                    .isNotEmpty()
                    .noneMatch(thread -> thread.getName().startsWith("checklist-"));
            assertThat(executor.isShutdown()).isFalse();
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void one_thread_is_enough() {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            Neighbours.around(on(executor), FAULTY);
            Report report = on(executor)
                    .run(checklist(
                            "many", each(IntStream.range(0, 300).boxed().toList(), i -> Neighbours.good("c" + i))));

            assertThat(report.count(Status.PASSED)).isEqualTo(300);
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void a_probe_that_blocks_the_only_thread_leaves_the_others_blocked_by_the_end_of_the_run() {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try (Stubborn stubborn = new Stubborn()) {
            Check hung = check("hung", stubborn).timeout(Duration.ofMillis(50)).id("hung");
            Duration deadline = Duration.ofSeconds(1);

            Report report = Promise.kept(on(executor), checklist("list", hung, Neighbours.good("behind")), deadline);

            assertThat(report.result("hung").status()).isEqualTo(Status.ERROR);
            assertThat(report.result("behind").status()).isEqualTo(Status.BLOCKED);
            assertThat(report.result("behind").message()).isEqualTo("not asked: run deadline 1 s");
            assertThat(report.abandonedProbes()).isEqualTo(1);
        } finally {
            executor.shutdownNow();
        }
    }

    static Stream<RuntimeException> refusals() {
        return Stream.of(
                new RejectedExecutionException("full"),
                new IllegalStateException("closed"),
                new NullPointerException());
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void an_executor_that_refuses_makes_every_line_an_error_and_loses_none(RuntimeException refusal) {
        Executor refusing = command -> {
            throw refusal;
        };

        Report report = on(refusing).run(Neighbours.list(FAULTY));

        assertThat(report.lines()).hasSize(6).allSatisfy(line -> {
            assertThat(line.status()).isEqualTo(Status.ERROR);
            assertThat(line.message())
                    .startsWith("not started: no thread could be started: ")
                    .contains(refusal.getClass().getSimpleName());
        });
    }

    @Test
    void an_executor_with_room_for_one_at_a_time_is_asked_again_until_it_has_it() {
        Semaphore room = new Semaphore(1);
        ExecutorService threads = Executors.newCachedThreadPool();
        Executor narrow = command -> {
            if (!room.tryAcquire()) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            threads.execute(() -> {
                command.run();
                LockSupport.parkNanos(20_000_000); // a pool takes its thread back a moment after our task
                room.release();
            });
        };
        try {
            Neighbours.around(on(narrow), FAULTY);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void an_executor_that_runs_on_the_threads_of_the_run_itself_is_refused() {
        Report report = Promise.kept(
                on(Runnable::run),
                Neighbours.list(check("hangs", context -> {
                    new CountDownLatch(1).await();
                    return Outcome.passed("never said");
                })),
                Duration.ofSeconds(2));

        assertThat(report.lines()).hasSize(6).allSatisfy(line -> {
            assertThat(line.status()).isEqualTo(Status.ERROR);
            assertThat(line.message())
                    .isEqualTo("not started: no thread could be started: the executor ran its task on the calling"
                            + " thread, where nothing could end it");
        });
    }

    @Test
    void a_saturated_pool_that_hands_tasks_back_to_the_caller_runs_on_with_those_it_has() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                1, 2, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), new ThreadPoolExecutor.CallerRunsPolicy());
        CountDownLatch never = new CountDownLatch(1);
        try {
            Check hangs = check("faulty", context -> {
                        never.await();
                        return Outcome.passed("never said");
                    })
                    .timeout(Duration.ofMillis(200))
                    .id("faulty");

            Result result = Neighbours.around(on(pool), hangs).result("faulty");

            assertThat(result.message()).isEqualTo("timed out after 200 ms");
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void an_executor_that_drops_its_tasks_leaves_all_lines_blocked_by_the_deadline() {
        Report report = Promise.kept(on(command -> {}), Neighbours.list(FAULTY), Duration.ofMillis(500));

        assertThat(report.lines()).hasSize(6).allMatch(line -> line.status() == Status.BLOCKED);
        assertThat(report.endedEarly()).contains("run deadline 500 ms");
    }

    /** A lent thread goes home when the queue is empty, perhaps just before the next look comes. */
    @Test
    void a_look_that_comes_just_as_the_only_lent_thread_goes_home_finds_another() {
        ExecutorService executor = Executors.newCachedThreadPool();
        Checklist chain = checklist(
                "chain",
                steps(
                        "steps",
                        each(
                                        IntStream.range(0, 3_000).boxed().toList(),
                                        i -> check("step " + i, context -> Outcome.passed("saw it")))
                                .items()));
        try {
            ChecklistRunner runner = on(executor).withParallelism(1).withDefaultTimeout(Duration.ofMinutes(5));
            for (int again = 0; again < 3; again++) {
                Report report = runner.run(chain);

                assertThat(report.endedEarly()).isEmpty();
                assertThat(report.count(Status.PASSED)).isEqualTo(3_000);
            }
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void virtual_threads_are_the_callers_choice() throws Exception {
        AtomicInteger virtual = new AtomicInteger();
        ExecutorService executor = virtualThreadsOrWhatThereIs();
        try (Stubborn stubborn = new Stubborn()) {
            Check where = check("where", context -> {
                        virtual.addAndGet(isVirtual(Thread.currentThread()) ? 1 : 0);
                        return Outcome.passed("saw it");
                    })
                    .id("where");
            Check hung = check("hung", stubborn).timeout(Duration.ofMillis(50)).id("hung");

            Report report = Neighbours.around(on(executor), where, hung);

            assertThat(report.result("where").status()).isEqualTo(Status.PASSED);
            assertThat(virtual).hasValue(Runtime.version().feature() >= 21 ? 1 : 0);
            assertThat(report.result("hung").status()).isEqualTo(Status.ERROR);
            assertThat(report.abandonedProbes()).isEqualTo(1);
        } finally {
            executor.shutdownNow();
        }
    }

    private static boolean isVirtual(Thread thread) throws ReflectiveOperationException {
        return Runtime.version().feature() >= 21
                && (boolean) Thread.class.getMethod("isVirtual").invoke(thread);
    }

    private static ExecutorService virtualThreadsOrWhatThereIs() throws ReflectiveOperationException {
        return Runtime.version().feature() >= 21
                ? (ExecutorService) Executors.class
                        .getMethod("newVirtualThreadPerTaskExecutor")
                        .invoke(null)
                : Executors.newCachedThreadPool();
    }

    @Test
    void a_thread_goes_back_to_its_pool_without_an_interrupt_of_ours() throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            Check interrupting = check("faulty", context -> {
                        Thread.currentThread().interrupt();
                        return Outcome.failed("it broke");
                    })
                    .id("faulty");
            Check late = check("late", context -> {
                        new CountDownLatch(1).await();
                        return Outcome.passed("never said");
                    })
                    .timeout(Duration.ofMillis(50));
            List<Boolean> flags = Collections.synchronizedList(new ArrayList<>());
            Executor watched = command -> executor.execute(() -> {
                command.run();
                flags.add(Thread.currentThread().isInterrupted());
            });

            Neighbours.around(on(watched), interrupting, late);
            executor.submit(() -> {}).get();

            assertThat(flags).isNotEmpty().doesNotContain(true);
        } finally {
            executor.shutdownNow();
        }
    }
}
