package dev.checklist.http;

import java.math.BigDecimal;

/** Is a limit that a number must keep, itself included. */
public final class Bound {
    private enum Side {
        LOWEST("at least"),
        HIGHEST("at most");

        private final String words;

        Side(String words) {
            this.words = words;
        }
    }

    private final Side side;
    private final BigDecimal limit;

    private Bound(Side side, Number limit) {
        this.side = side;
        this.limit = JsonValue.of(limit)
                .decimal()
                .orElseThrow(() -> new IllegalArgumentException("limit is " + limit + ": expected a finite number"));
    }

    /**
     * Is kept by this number and every greater one.
     *
     * @throws IllegalArgumentException if the number is null or not finite
     */
    public static Bound atLeast(Number limit) {
        return new Bound(Side.LOWEST, limit);
    }

    /**
     * Is kept by this number and every smaller one.
     *
     * @throws IllegalArgumentException if the number is null or not finite
     */
    public static Bound atMost(Number limit) {
        return new Bound(Side.HIGHEST, limit);
    }

    boolean holds(BigDecimal number) {
        int compared = number.compareTo(limit);
        return side == Side.LOWEST ? compared >= 0 : compared <= 0;
    }

    /** Names the side, without the expected value. */
    String key() {
        return side.words;
    }

    /** Shows the limit: "at least 1". */
    @Override
    public String toString() {
        return side.words + " " + Quote.cut(limit.toString());
    }
}
