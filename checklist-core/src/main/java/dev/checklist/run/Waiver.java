package dev.checklist.run;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Covers the FAILED of one line for some time: the check still runs, and the line is WAIVED instead of FAILED.
 *
 * <p>Never covers ERROR, BLOCKED or PENDING. Validity is judged once, at the start of the run, by the date in UTC.
 */
public final class Waiver {
    /** Within this time of its end a waiver is reported as ending soon. */
    public static final Period SOON = Period.ofDays(7);
    /** The name in {@code about} with which the environments of waivers are compared. */
    public static final String ENVIRONMENT = "environment";

    private final String id;
    private final String reason;
    private final String owner;
    private final LocalDate until;
    private final @Nullable String ticket;
    private final Set<String> environments;

    /**
     * Makes a waiver for every environment.
     *
     * @param id the exact id of the line
     * @param reason why it is accepted
     * @param owner who answers for it
     * @param until the last day on which it counts
     * @throws IllegalArgumentException if a text is blank
     */
    public Waiver(String id, String reason, String owner, LocalDate until) {
        this(text("id", id), text("reason", reason), text("owner", owner), day(id, until), null, Set.of());
    }

    private Waiver(
            String id,
            String reason,
            String owner,
            LocalDate until,
            @Nullable String ticket,
            Set<String> environments) {
        this.id = id;
        this.reason = reason;
        this.owner = owner;
        this.until = until;
        this.ticket = ticket;
        this.environments = environments;
    }

    private static String text(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("the waiver's " + name + " is blank: give a text");
        }
        return value;
    }

    private static LocalDate day(String id, @Nullable LocalDate until) {
        if (until == null) {
            throw new IllegalArgumentException(
                    "until is null: say the last day on which the waiver of " + id + " counts");
        }
        return until;
    }

    /** Names the ticket in which it is settled; replaces. */
    public Waiver withTicket(String key) {
        return new Waiver(id, reason, owner, until, text("ticket", key), environments);
    }

    /** Lets it count only on lists that are {@code about("environment", one of these)}; adds. Default: on every list. */
    public Waiver in(String environment, String... more) {
        Set<String> all = new LinkedHashSet<>(environments);
        all.add(text("environment", environment));
        List.of(more).forEach(one -> all.add(text("environment", one)));
        return new Waiver(id, reason, owner, until, ticket, Collections.unmodifiableSet(all));
    }

    /** Returns the exact id of the line. */
    public String id() {
        return id;
    }

    /** Returns why it is accepted. */
    public String reason() {
        return reason;
    }

    /** Returns who answers for it. */
    public String owner() {
        return owner;
    }

    /** Returns the last day on which it counts. */
    public LocalDate until() {
        return until;
    }

    /** Returns the ticket in which it is settled, if one was named. */
    public Optional<String> ticket() {
        return Optional.ofNullable(ticket);
    }

    /** Returns the environments in which it counts, in the order given; empty for every one. */
    public Set<String> environments() {
        return environments;
    }

    boolean isValidOn(LocalDate day) {
        return !day.isAfter(until);
    }

    boolean endsSoonAfter(LocalDate day) {
        return isValidOn(day) && !until.isAfter(day.plus(SOON));
    }

    boolean isFor(Map<String, String> about) {
        String environment = about.get(ENVIRONMENT);
        return environments.isEmpty() || (environment != null && environments.contains(environment));
    }

    /** Returns the hash of all that it says. */
    String hash() {
        List<String> all = new ArrayList<>(List.of(id, reason, owner, until.toString(), ticket().orElse("")));
        all.addAll(new TreeSet<>(environments));
        return TextHash.of(all);
    }

    private List<Object> parts() {
        return List.of(id, reason, owner, until, ticket(), environments);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Waiver waiver && parts().equals(waiver.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    @Override
    public String toString() {
        return "the waiver of " + id + " (" + owner + ", until " + until + ")";
    }
}
