package dev.checklist.run.engine;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileProbeTest {
    private final ChecklistRunner runner = ChecklistRunner.create().withDeadline(Duration.ofSeconds(20));

    private static Result resultOf(Report report) {
        return report.result("faulty");
    }

    private static Check throwing(Supplier<Throwable> failure) {
        return check("faulty", context -> {
                    HostileProbeTest.<RuntimeException>hurl(failure.get());
                    return Outcome.passed("never said");
                })
                .id("faulty");
    }

    @SuppressWarnings("unchecked") // the usual way to throw anything from anywhere
    private static <T extends Throwable> void hurl(Throwable failure) throws T {
        throw (T) failure;
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new Error("broken"), "Error: broken"),
                Arguments.of(new OutOfMemoryError("Java heap space"), "OutOfMemoryError: Java heap space"),
                Arguments.of(new ThreadDeath(), "ThreadDeath"),
                Arguments.of(new InternalError("vm"), "InternalError: vm"),
                Arguments.of(new StackOverflowError(), "StackOverflowError"),
                Arguments.of(new NoClassDefFoundError("com/acme/Gone"), "NoClassDefFoundError: com/acme/Gone"),
                Arguments.of(new UnsatisfiedLinkError("no lib"), "UnsatisfiedLinkError: no lib"),
                Arguments.of(new IOException("reset"), "IOException: reset"),
                Arguments.of(new InterruptedException(), "InterruptedException"),
                Arguments.of(new Throwable("bare"), "Throwable: bare"),
                Arguments.of(
                        new IllegalStateException("outer", new IOException("inner")),
                        "IllegalStateException: outer, because of IOException: inner"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatever_a_probe_throws_is_an_error_of_its_line_alone(Throwable failure, String message) {
        Result result = resultOf(Neighbours.around(runner, throwing(() -> failure)));

        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).isEqualTo(message);
        assertThat(result.attempts()).hasSize(1);
    }

    @Test
    void an_assertion_error_is_failed_and_not_error() {
        Result result = resultOf(Neighbours.around(runner, throwing(() -> new AssertionError("expected 3"))));

        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.message()).isEqualTo("expected 3");
    }

    @Test
    void an_assertion_error_without_message_is_failed_by_its_name() {
        Result result = resultOf(Neighbours.around(runner, throwing(AssertionError::new)));

        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.message()).isEqualTo("AssertionError");
    }

    static Stream<Throwable> finalFailures() {
        return Stream.of(new StackOverflowError(), new NoClassDefFoundError("x"), new ExceptionInInitializerError("x"));
    }

    @ParameterizedTest
    @MethodSource("finalFailures")
    void a_broken_class_path_or_endless_recursion_is_final_at_once(Throwable failure) {
        Check faulty = throwing(() -> failure).retry(attempts(5).every(Duration.ofMillis(1)));

        Result result = resultOf(Neighbours.around(runner, faulty));

        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.attempts()).hasSize(1);
    }

    @Test
    void any_other_error_is_retried() {
        AtomicInteger asked = new AtomicInteger();
        Check faulty = throwing(() -> {
                    asked.incrementAndGet();
                    return new OutOfMemoryError("one array too many");
                })
                .retry(attempts(3).every(Duration.ofMillis(1)));

        Result result = resultOf(Neighbours.around(runner, faulty));

        assertThat(result.attempts()).hasSize(3);
        assertThat(asked).hasValue(3);
    }

    @Test
    void endless_recursion_ends_its_line_alone() {
        Check faulty =
                check("faulty", context -> Outcome.passed("depth " + deeper(0))).id("faulty");

        Result result = resultOf(Neighbours.around(runner, faulty));

        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).isEqualTo("StackOverflowError");
    }

    @SuppressWarnings("InfiniteRecursion") // that is the fault
    private static int deeper(int depth) {
        return 1 + deeper(depth + 1);
    }

    @Test
    @SuppressWarnings("NullAway") // what a probe must not return
    void null_is_an_error_and_final() {
        AtomicInteger asked = new AtomicInteger();
        Check faulty = check("faulty", context -> {
                    asked.incrementAndGet();
                    return null;
                })
                .retry(attempts(3).every(Duration.ofMillis(1)))
                .id("faulty");

        Result result = resultOf(Neighbours.around(runner, faulty));

        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).isEqualTo("the probe returned null instead of an outcome");
        assertThat(result.attempts()).hasSize(1);
        assertThat(asked).hasValue(1);
    }

    @Test
    void passed_without_saying_what_was_seen_is_an_error() {
        Check faulty = check("faulty", context -> Outcome.passed(" \t\n").with("blank", ""))
                .id("faulty");

        Result result = resultOf(Neighbours.around(runner, faulty));

        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).isEqualTo("passed without saying what was seen");
    }
}
