package dev.checklist.run;

import java.time.LocalDate;
import java.time.Period;

/**
 * Covers the FAILED of one line for some time: the check still runs, and the line is WAIVED instead of FAILED.
 *
 * <p>Never covers ERROR, BLOCKED or PENDING. Validity is judged once, at the start of the run, by the date in UTC.
 *
 * @param id the exact id of the line
 * @param reason why it is accepted
 * @param owner who answers for it
 * @param until the last day on which it counts
 */
public record Waiver(String id, String reason, String owner, LocalDate until) {
    /** Within this time of its end a waiver is reported as ending soon. */
    public static final Period SOON = Period.ofDays(7);

    /**
     * Makes a waiver.
     *
     * @throws IllegalArgumentException if a text is blank
     */
    public Waiver {
        text("id", id);
        text("reason", reason);
        text("owner", owner);
        if (until == null) {
            throw new IllegalArgumentException(
                    "until is null: say the last day on which the waiver of " + id + " counts");
        }
    }

    private static void text(String name, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("the waiver's " + name + " is blank: give a text");
        }
    }

    boolean isValidOn(LocalDate day) {
        return !day.isAfter(until);
    }

    boolean endsSoonAfter(LocalDate day) {
        return isValidOn(day) && !until.isAfter(day.plus(SOON));
    }
}
