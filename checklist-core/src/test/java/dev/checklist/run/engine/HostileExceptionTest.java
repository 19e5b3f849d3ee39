package dev.checklist.run.engine;

import static dev.checklist.Checklists.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Status;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Result;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Exceptions are foreign code too: asking them for their message or cause may go wrong. */
class HostileExceptionTest {
    private final ChecklistRunner runner = ChecklistRunner.create().withDeadline(Duration.ofSeconds(5));

    private Result run(RuntimeException failure) {
        Check faulty = check("faulty", context -> {
                    throw failure;
                })
                .id("faulty");
        return Neighbours.around(runner, faulty).result("faulty");
    }

    private static final class Evil extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Throwable thrown;
        private final boolean hidesItsCause;

        Evil(Throwable thrown, boolean hidesItsCause) {
            this.thrown = thrown;
            this.hidesItsCause = hidesItsCause;
        }

        @Override
        public String getMessage() {
            hurl(hidesItsCause ? new IllegalStateException("no message either") : thrown);
            return "never said";
        }

        @Override
        @SuppressWarnings("UnsynchronizedOverridesSynchronized")
        public @Nullable Throwable getCause() {
            if (hidesItsCause) {
                hurl(thrown);
            }
            return null;
        }

        private static void hurl(Throwable failure) {
            HostileExceptionTest.<RuntimeException>hurl(failure);
        }
    }

    @SuppressWarnings("unchecked") // the usual way to throw anything from anywhere
    private static <T extends Throwable> void hurl(Throwable failure) throws T {
        throw (T) failure;
    }

    private static final class SelfThrowing extends Error {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw this;
        }
    }

    static Stream<Throwable> failures() {
        return Stream.of(
                new IllegalStateException("no message for you"),
                new AssertionError("not even an exception"),
                new StackOverflowError(),
                new OutOfMemoryError("Java heap space"),
                new ThreadDeath(),
                new SelfThrowing());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void an_exception_whose_message_throws_is_told_by_its_name(Throwable thrown) {
        Result result = run(new Evil(thrown, false));

        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).isEqualTo("Evil");
    }

    @ParameterizedTest
    @MethodSource("failures")
    void an_exception_whose_cause_throws_is_told_by_its_name(Throwable thrown) {
        Result result = run(new Evil(thrown, true));

        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).isEqualTo("Evil");
    }

    @Test
    void an_error_that_throws_itself_when_asked_for_its_message_is_told_by_its_name() {
        Check faulty = check("faulty", context -> {
                    throw new SelfThrowing();
                })
                .id("faulty");

        Result result = Neighbours.around(runner, faulty).result("faulty");

        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).isEqualTo("SelfThrowing");
    }

    @Test
    void an_exception_without_message_is_told_by_its_name() {
        Result result = run(new IllegalStateException((String) null));

        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).isEqualTo("IllegalStateException");
    }

    @Test
    void an_anonymous_exception_is_told_by_the_name_of_its_class() {
        Result result = run(new RuntimeException() {
            private static final long serialVersionUID = 1L;
        });

        assertThat(result.message()).isEqualTo(getClass().getName() + "$1");
    }

    @Test
    void a_chain_of_causes_that_bites_its_tail_is_followed_a_while_and_left() {
        RuntimeException first = new IllegalStateException("head");
        RuntimeException second = new IllegalArgumentException("tail", first);
        first.initCause(second);

        Result result = run(first);

        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).startsWith("IllegalStateException: head");
    }

    @Test
    void a_long_message_is_cut_and_says_how_much_is_missing() {
        Result result = run(new IllegalStateException("x".repeat(100_000)));

        assertThat(result.message()).hasSizeLessThan(9_000).endsWith(" more characters)");
    }

    @Test
    void suppressed_failures_do_not_disturb() {
        RuntimeException failure = new IllegalStateException("main");
        List.of(1, 2, 3).forEach(i -> failure.addSuppressed(new Evil(new SelfThrowing(), true)));

        assertThat(run(failure).message()).isEqualTo("IllegalStateException: main");
    }
}
