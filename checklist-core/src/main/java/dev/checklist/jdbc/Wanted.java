package dev.checklist.jdbc;

import dev.checklist.Outcome;
import java.math.BigDecimal;

/** Is what a value should be. Pure: it compares two values and words both cases. */
sealed interface Wanted {
    /** Returns what is wanted, as in "expected ...". */
    String words();

    Outcome judge(Value found);

    /** Wants this very value; numbers are compared by value, so that 1 is 1.0. */
    record Equal(Value value) implements Wanted {
        @Override
        public String words() {
            return value.toString();
        }

        @Override
        public Outcome judge(Value found) {
            Value same = truth(value, found);
            if (!value.isLike(same)) {
                return Outcome.error("expected " + words() + " but could not judge: found " + found.kind() + ", "
                        + found + ", where " + value.kind() + " is wanted");
            }
            return value.isSameAs(same)
                    ? Outcome.passed("found " + found)
                    : Outcome.failed("expected " + words() + " but found " + found);
        }

        /** MySQL has no booleans of its own: its 0 and 1 are taken for them where one is wanted. */
        private static Value truth(Value wanted, Value found) {
            boolean isTruth = wanted.content() instanceof Boolean
                    && found.content() instanceof BigDecimal number
                    && (number.compareTo(BigDecimal.ZERO) == 0 || number.compareTo(BigDecimal.ONE) == 0);
            return isTruth ? new Value(found.isSameAs(new Value(BigDecimal.ONE))) : found;
        }
    }

    /** Wants a number on one side of a bound. */
    record Bound(BigDecimal bound, boolean isLeast) implements Wanted {
        @Override
        public String words() {
            return (isLeast ? "at least " : "at most ") + bound.toPlainString();
        }

        @Override
        public Outcome judge(Value found) {
            if (!(found.content() instanceof BigDecimal number)) {
                return Outcome.error("expected " + words() + " but could not judge: found " + found.kind() + ", "
                        + found + ", where a number is wanted");
            }
            int order = number.compareTo(bound);
            return (isLeast ? order >= 0 : order <= 0)
                    ? Outcome.passed("found " + found)
                    : Outcome.failed("expected " + words() + " but found " + found);
        }
    }
}
