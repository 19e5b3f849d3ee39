package dev.checklist.run.engine;

import static dev.checklist.Checklists.anyOf;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.each;
import static dev.checklist.Checklists.precondition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.testing.FakeRunClock;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecoratorTest {
    private static final ThreadLocal<String> CONTEXT = new ThreadLocal<>();

    /** Carries the caller's context, as one carries SLF4J's MDC. */
    private static Runnable carrying(Runnable look) {
        String carried = CONTEXT.get();
        return () -> {
            String before = CONTEXT.get();
            CONTEXT.set(carried);
            try {
                look.run();
            } finally {
                CONTEXT.set(before);
            }
        };
    }

    private static Check seesContext(String id) {
        return check(id, context -> Outcome.passed("context " + CONTEXT.get())).id(id);
    }

    /** On the machine's clock with its threads, and on a virtual one on the test's own. */
    static Stream<ChecklistRunner> runners() {
        ChecklistRunner real = ChecklistRunner.create().withDeadline(Duration.ofSeconds(20));
        return Stream.of(real, real.withClock(FakeRunClock.create()));
    }

    @ParameterizedTest
    @MethodSource("runners")
    void the_callers_context_reaches_every_probe_condition_and_alternative(ChecklistRunner runner) {
        AtomicInteger conditions = new AtomicInteger();
        Check conditional = seesContext("conditional").onlyIf(precondition("context", () -> {
            conditions.incrementAndGet();
            return "request 7".equals(CONTEXT.get());
        }));
        Check alternatives = anyOf(
                        "alternatives",
                        check("no", context -> Outcome.failed("context " + CONTEXT.get())),
                        check("yes", context -> Outcome.passed("context " + CONTEXT.get())))
                .id("alternatives");
        CONTEXT.set("request 7");
        try {
            Report report = Neighbours.around(
                    runner.withTaskDecorator(DecoratorTest::carrying), seesContext("plain"), conditional, alternatives);

            assertThat(report.result("plain").message()).isEqualTo("context request 7");
            assertThat(report.result("conditional").message()).isEqualTo("context request 7");
            assertThat(report.result("alternatives").message()).isEqualTo("yes: context request 7");
            assertThat(conditions).hasValue(1);
        } finally {
            CONTEXT.remove();
        }
    }

    @Test
    void the_decorator_is_called_once_a_run_on_the_thread_that_starts_it() {
        Set<Thread> threads = Collections.synchronizedSet(new HashSet<>());
        AtomicInteger calls = new AtomicInteger();
        ChecklistRunner runner = ChecklistRunner.create().withTaskDecorator(look -> {
            calls.incrementAndGet();
            threads.add(Thread.currentThread());
            return look;
        });

        runner.run(checklist("many", each(IntStream.range(0, 100).boxed().toList(), i -> seesContext("c" + i))));
        runner.run(checklist("one", seesContext("c")));

        assertThat(calls).hasValue(2);
        assertThat(threads).containsExactly(Thread.currentThread());
    }

    /** Wraps the looks of one line only, told apart by the thread-local that its probe would have set. */
    private static Report run(ChecklistRunner runner, Function<Runnable, Runnable> decorator) {
        UnaryOperator<Runnable> all = decorator::apply;
        return Neighbours.report(runner.withTaskDecorator(all).start(Neighbours.list(seesContext("faulty"))));
    }

    @ParameterizedTest
    @MethodSource("runners")
    void a_decorator_that_does_not_run_the_probe_makes_no_line_pass(ChecklistRunner runner) {
        Report report = run(runner, look -> () -> {});

        assertThat(report.lines()).hasSize(6).allSatisfy(line -> {
            assertThat(line.status()).isEqualTo(Status.ERROR);
            assertThat(line.message()).isEqualTo("the task decorator did not run the probe");
        });
    }

    @ParameterizedTest
    @MethodSource("runners")
    void a_decorator_that_throws_before_the_probe_makes_no_line_pass(ChecklistRunner runner) {
        Report report = run(runner, look -> () -> {
            throw new IllegalStateException("no context");
        });

        assertThat(report.lines()).hasSize(6).allSatisfy(line -> {
            assertThat(line.status()).isEqualTo(Status.ERROR);
            assertThat(line.message()).isEqualTo("IllegalStateException: no context");
        });
    }

    @ParameterizedTest
    @MethodSource("runners")
    void a_decorator_that_throws_behind_the_probe_takes_nothing_back(ChecklistRunner runner) {
        Report report = run(runner, look -> () -> {
            look.run();
            throw new StackOverflowError();
        });

        Neighbours.assertIntact(report);
    }

    @ParameterizedTest
    @MethodSource("runners")
    void a_decorator_that_throws_now_and_then_harms_no_other_line(ChecklistRunner runner) {
        AtomicInteger calls = new AtomicInteger();
        Report report = run(runner.withParallelism(1), look -> () -> {
            if (calls.incrementAndGet() == 3) {
                throw new NoClassDefFoundError("com/acme/Context");
            }
            look.run();
        });

        Neighbours.assertIntact(report);
        assertThat(report.result("faulty").message()).isEqualTo("NoClassDefFoundError: com/acme/Context");
    }

    @Test
    void a_decorator_that_hangs_behind_the_probe_makes_it_late() {
        CountDownLatch never = new CountDownLatch(1);
        ChecklistRunner runner = ChecklistRunner.create().withDefaultTimeout(Duration.ofMillis(100));

        Report report = run(runner, look -> () -> {
            look.run();
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        assertThat(report.lines()).hasSize(6).allSatisfy(line -> {
            assertThat(line.status()).isEqualTo(Status.ERROR);
            assertThat(line.message()).isEqualTo("timed out after 100 ms");
        });
    }

    @Test
    void a_decorator_that_runs_the_probe_on_another_thread_makes_no_line_pass() {
        Report report = run(ChecklistRunner.create(), look -> () -> {
            Thread other = new Thread(look);
            other.setUncaughtExceptionHandler((thread, failure) -> {});
            other.start();
        });

        assertThat(report.lines())
                .hasSize(6)
                .allSatisfy(line -> assertThat(line.status()).isEqualTo(Status.ERROR));
    }

    @ParameterizedTest
    @MethodSource("runners")
    void a_decorator_that_fails_at_the_start_or_returns_null_is_told_to_the_caller(ChecklistRunner runner) {
        assertThatThrownBy(() -> run(runner, look -> {
                    throw new IllegalStateException("no request under way");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no request under way");
        assertThatThrownBy(() -> run(runner, look -> null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("task decorator returned null");
    }
}
