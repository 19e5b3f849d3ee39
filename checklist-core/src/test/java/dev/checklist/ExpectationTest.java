package dev.checklist;

import static dev.checklist.Checklists.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExpectationTest {
    static Stream<Arguments> equal() {
        return Stream.of(
                Arguments.of("a", "a"),
                Arguments.of(1, 1L),
                Arguments.of(new BigDecimal("1.50"), new BigDecimal("1.5")),
                Arguments.of(1, 1.0),
                Arguments.of(new BigDecimal("0.1"), 0.1),
                Arguments.of(BigDecimal.ZERO, -0.0),
                Arguments.of(BigInteger.TEN, (byte) 10),
                Arguments.of(new AtomicLong(3), (short) 3),
                Arguments.of(Duration.ofSeconds(60), Duration.ofMinutes(1)),
                Arguments.of(List.of(1, 2), List.of(1, 2)),
                Arguments.of(new int[] {1, 2}, new int[] {1, 2}));
    }

    @ParameterizedTest
    @MethodSource("equal")
    void equal_values_pass_and_numbers_are_compared_by_value(Object expected, Object actual) {
        Outcome outcome = expect("the balance", expected, actual);
        assertThat(outcome.status()).isEqualTo(Status.PASSED);
        assertThat(outcome.message()).isEqualTo("the balance is " + actual);
    }

    static Stream<Arguments> different() {
        return Stream.of(
                Arguments.of("a", "A", "expected x to be a but found A"),
                Arguments.of(1, 2L, "expected x to be 1 but found 2"),
                Arguments.of(1, "1", "expected x to be 1 (Integer) but found 1 (String)"),
                Arguments.of("1", 1, "expected x to be 1 (String) but found 1 (Integer)"),
                Arguments.of(3, null, "expected x to be 3 but found nothing (null)"),
                Arguments.of(0.1f, 0.1000001, "expected x to be 0.1 but found 0.1000001"),
                Arguments.of(Double.NaN, Double.NaN, "expected x to be NaN"),
                Arguments.of(1, Double.POSITIVE_INFINITY, "expected x to be 1 but found Infinity"),
                Arguments.of(Float.NEGATIVE_INFINITY, 1, "expected x to be -Infinity but found 1"),
                Arguments.of(List.of(1), List.of(2), "expected x to be [1] but found [2]"));
    }

    @ParameterizedTest
    @MethodSource("different")
    void different_values_fail_and_both_are_named(Object expected, Object actual, String message) {
        Outcome outcome = expect("x", expected, actual);
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message()).startsWith(message);
    }

    @Test
    void a_null_is_failed_and_never_equal() {
        assertThat(expect("x", "null", null).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void a_number_of_unknown_kind_equals_nothing_it_cannot_be_compared_with() {
        Number odd = new Number() {
            private static final long serialVersionUID = 1L;

            @Override
            public int intValue() {
                return 1;
            }

            @Override
            public long longValue() {
                return 1;
            }

            @Override
            public float floatValue() {
                return 1;
            }

            @Override
            public double doubleValue() {
                return 1;
            }

            @Override
            public String toString() {
                return "one";
            }
        };
        assertThat(expect("x", odd, 1).status()).isEqualTo(Status.FAILED);
        assertThat(expect("x", 1, odd).status()).isEqualTo(Status.FAILED);
    }
}
