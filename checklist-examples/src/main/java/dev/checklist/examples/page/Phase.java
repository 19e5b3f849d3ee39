package dev.checklist.examples.page;

import java.util.Arrays;
import java.util.Locale;

/**
 * Is a part of a page with a time of its own, and a verdict of its own: a page that spans days is not one run, since its
 * later lines are red before the deployment.
 */
public enum Phase {
    /** May we start? */
    BEFORE("Before the deployment"),
    /** Is it deployed? */
    DEPLOY("Deployment"),
    /** Does it work, and may we call it done? */
    VERIFY("Verification"),
    /** Did it hold for a day? */
    FIRST_DAY("First 24 hours"),
    /** Can we go back, and are we back? */
    ROLLBACK("Rollback");

    private final String title;

    Phase(String title) {
        this.title = title;
    }

    /** Words it for people. */
    public String title() {
        return title;
    }

    /** Names it as a command line does, as in {@code first-day}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Finds a phase by its {@link #id()}.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Phase named(String id) {
        return Arrays.stream(values())
                .filter(phase -> phase.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no phase \"" + id + "\": expected one of "
                        + Arrays.stream(values()).map(Phase::id).toList()));
    }
}
