package dev.checklist.k8s;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Refuses amounts that would let a check pass on nothing. */
final class Amounts {
    private Amounts() {}

    static Duration positive(String what, @Nullable Duration value) {
        if (value == null || value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(
                    "the " + what + " is " + value + ": expected one longer than zero, such as Duration.ofHours(26)");
        }
        return value;
    }

    static int positive(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("the " + what + " is " + value + ": expected 1 or more");
        }
        return value;
    }
}
