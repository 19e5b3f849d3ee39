package dev.checklist.k8s.capacity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Is the part of a limit that a container uses.
 *
 * @param of what it is of, such as "memory of api-1/api"
 * @param percent rounded up, so that nothing looks like less than it is
 */
record UsedShare(String of, BigDecimal percent) {
    static final UsedShare NOTHING = new UsedShare("", BigDecimal.valueOf(-1));

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Gives the larger of the two shares. */
    static UsedShare of(String container, Resources used, Resources limits) {
        UsedShare cpu = new UsedShare("cpu of " + container, percent(used.cpu(), limits.cpu()));
        return cpu.larger(new UsedShare("memory of " + container, percent(used.memory(), limits.memory())));
    }

    private static BigDecimal percent(BigDecimal used, BigDecimal limit) {
        return used.multiply(HUNDRED).divide(limit, 1, RoundingMode.CEILING);
    }

    UsedShare larger(UsedShare other) {
        return other.percent.compareTo(percent) > 0 ? other : this;
    }

    boolean isBelow(int most) {
        return percent.compareTo(BigDecimal.valueOf(most)) < 0;
    }

    @Override
    public String toString() {
        return percent.stripTrailingZeros().toPlainString() + " % of the " + of;
    }
}
