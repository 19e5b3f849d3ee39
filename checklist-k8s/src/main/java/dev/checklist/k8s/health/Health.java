package dev.checklist.k8s.health;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says how one object of the cluster is, why, and what was read to know it.
 *
 * @param state the verdict
 * @param reason what was expected and found, in words, with the controller's own reason where it gave one
 * @param notes what does not change the verdict but should be seen, such as {@code terminating=1}
 * @param fields what was read, in reading order: path in the object to value, {@code absent} where it was missing
 */
public record Health(State state, String reason, List<String> notes, Map<String, String> fields) {

    /** The verdicts on an object. */
    public enum State {
        /** The desired state is reached, and something the server said proves it. */
        HEALTHY,
        /** Not there yet, and it may still get there by itself. */
        PROGRESSING,
        /** A controller reports failure, or it will not heal without a human. */
        FAILED,
        /** A human paused it. */
        SUSPENDED,
        /** It could not be judged. */
        UNKNOWN
    }

    /** Copies the collections; the order of the fields stays. */
    public Health {
        notes = List.copyOf(notes);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * Returns a verdict of your own rule, without notes or fields.
     *
     * @param state the verdict
     * @param reason what was found, in words
     * @return the verdict
     */
    public static Health of(State state, String reason) {
        return new Health(state, reason, List.of(), Map.of());
    }

    /**
     * Tells whether the desired state is reached.
     *
     * @return true for {@link State#HEALTHY} only
     */
    public boolean isHealthy() {
        return state == State.HEALTHY;
    }
}
