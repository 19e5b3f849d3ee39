package dev.checklist.run;

import dev.checklist.Status;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Is what a computed line came to.
 *
 * @param status PASSED, FAILED, ERROR, PENDING, and of sections BLOCKED, WAIVED or SKIPPED too
 * @param message what was wanted and found
 * @param evidence what it was computed from, by name, in order
 * @param seenAt when the oldest look that it rests on ended
 * @param roots ids of the lines that decided it, if it is only their echo: then they are the cause, not this line
 */
public record Finding(
        Status status, String message, Map<String, String> evidence, Optional<Instant> seenAt, List<String> roots) {
    /** Copies map and list, in their order. */
    public Finding {
        evidence = Collections.unmodifiableMap(new LinkedHashMap<>(evidence));
        roots = List.copyOf(roots);
    }

    /** Makes a finding that rests on no look and echoes no line. */
    public static Finding of(Status status, String message) {
        return new Finding(status, message, Map.of(), Optional.empty(), List.of());
    }

    /** Adds what it was computed from; the same name replaces. */
    public Finding with(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(evidence);
        all.put(name, value);
        return new Finding(status, message, all, seenAt, roots);
    }

    /** Says when the oldest look that it rests on ended. */
    public Finding seenAt(Instant time) {
        return new Finding(status, message, evidence, Optional.of(time), roots);
    }
}
