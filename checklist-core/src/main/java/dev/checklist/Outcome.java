package dev.checklist;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says what one look found: PASSED, FAILED or ERROR, with a message, evidence and warnings.
 *
 * <p>PASSED needs what was seen: without any text or evidence the runner makes it an ERROR.
 */
public final class Outcome {
    /**
     * The name of the evidence that says, ready to paste, what must be granted so that a line can be looked at: a rule of
     * a role, an action of a policy. Reports show it as the next thing to do.
     */
    public static final String GRANT = "grant";

    private final Status status;
    private final Mark mark;
    private final boolean conclusive;
    private final String message;
    private final Map<String, String> evidence;
    private final Map<String, String> identity;
    private final List<String> warnings;

    private Outcome(
            Status status,
            Mark mark,
            boolean conclusive,
            String message,
            Map<String, String> evidence,
            Map<String, String> identity,
            List<String> warnings) {
        this.status = status;
        this.mark = mark;
        this.conclusive = conclusive;
        this.message = message;
        this.evidence = evidence;
        this.identity = identity;
        this.warnings = warnings;
    }

    private static Outcome of(Status status, Mark mark, String message) {
        Objects.requireNonNull(message, "message");
        return new Outcome(status, mark, false, message, Map.of(), Map.of(), List.of());
    }

    /** Says that the line holds, and what was seen, such as "3 of 3 replicas ready". */
    public static Outcome passed(String seen) {
        return of(Status.PASSED, Mark.PLAIN, seen);
    }

    /** Says that the line does not hold: what was expected and what was found. */
    public static Outcome failed(String message) {
        return of(Status.FAILED, Mark.PLAIN, message);
    }

    /** Says that the line could not be judged, and why. */
    public static Outcome error(String message) {
        return of(Status.ERROR, Mark.PLAIN, message);
    }

    /** Says that the target has no such API or cannot have evidence yet, naming the alternative proof. */
    public static Outcome unsupported(String message) {
        return of(Status.ERROR, Mark.UNSUPPORTED, message);
    }

    /** Says that the account in use may not look, naming the right that is missing. */
    public static Outcome notPermitted(String message) {
        return of(Status.ERROR, Mark.NOT_PERMITTED, message);
    }

    /** Adds what was seen, in order; the same name replaces. */
    public Outcome with(String name, Object value) {
        Map<String, String> all = plus(evidence, name, value);
        return new Outcome(status, mark, conclusive, message, all, identity, warnings);
    }

    /** Adds a fact that says which thing was judged, such as a cluster's uid or an image digest. */
    public Outcome identifiedBy(String name, Object value) {
        Map<String, String> all = plus(identity, name, value);
        return new Outcome(status, mark, conclusive, message, evidence, all, warnings);
    }

    /** Adds a warning, which is shown and changes nothing. */
    public Outcome warning(String text) {
        List<String> all = new ArrayList<>(warnings);
        all.add(Arguments.said("warning", text));
        return new Outcome(status, mark, conclusive, message, evidence, identity, List.copyOf(all));
    }

    /** Says that a retry cannot change this; two equal conclusive readings end the retries. */
    public Outcome conclusively() {
        return new Outcome(status, mark, true, message, evidence, identity, warnings);
    }

    private static Map<String, String> plus(Map<String, String> map, String name, Object value) {
        String text = Objects.requireNonNull(value, name).toString();
        if (map.isEmpty()) {
            return Map.of(Arguments.said("name", name), text);
        }
        Map<String, String> all = new LinkedHashMap<>(map);
        all.put(Arguments.said("name", name), text);
        return Collections.unmodifiableMap(all);
    }

    /** Returns PASSED, FAILED or ERROR. */
    public Status status() {
        return status;
    }

    /** Returns the kind of ERROR; PLAIN for other statuses. */
    public Mark mark() {
        return mark;
    }

    /** Tells whether a retry cannot change this. */
    public boolean isConclusive() {
        return conclusive;
    }

    /** Returns what was expected and found. */
    public String message() {
        return message;
    }

    /** Returns what was seen, by name, in the order given. */
    public Map<String, String> evidence() {
        return evidence;
    }

    /** Returns which thing was judged, by name. */
    public Map<String, String> identity() {
        return identity;
    }

    /** Returns the warnings, in the order given. */
    public List<String> warnings() {
        return warnings;
    }

    /** Tells whether anything was said or shown at all. */
    public boolean saysWhatWasSeen() {
        return !message.isBlank() || evidence.values().stream().anyMatch(value -> !value.isBlank());
    }

    /** Tells whether two looks found the same: status, mark and message. */
    public boolean agreesWith(Outcome other) {
        return status == other.status && mark == other.mark && message.equals(other.message);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Outcome that
                && agreesWith(that)
                && conclusive == that.conclusive
                && evidence.equals(that.evidence)
                && identity.equals(that.identity)
                && warnings.equals(that.warnings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(status, message, evidence);
    }

    @Override
    public String toString() {
        return status + ": " + message + (evidence.isEmpty() ? "" : " " + evidence);
    }
}
