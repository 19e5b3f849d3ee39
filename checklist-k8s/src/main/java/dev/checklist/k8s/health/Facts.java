package dev.checklist.k8s.health;

import dev.checklist.k8s.health.Health.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what one rule reads, so that its verdict can show the fields that decided; lives for one judgement. */
final class Facts {

    private static final String ABSENT = "absent";

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    void see(String path, @Nullable Object value) {
        fields.put(path, value == null ? ABSENT : value.toString());
    }

    /** Go leaves a zero counter out of the JSON, so an absent one is zero. */
    int counter(String path, @Nullable Integer value) {
        see(path, value);
        return value == null ? 0 : value;
    }

    /** {@code spec.replicas} is the one counter whose default is one. */
    int replicas(@Nullable Integer value) {
        see("spec.replicas", value);
        int desired = value == null ? 1 : value;
        if (desired == 0) {
            note("scaled to zero");
        }
        return desired;
    }

    /** For counters that older servers leave out: they brake when they are there, and prove nothing otherwise. */
    boolean below(String path, @Nullable Integer value, int wanted) {
        see(path, value);
        return value != null && value < wanted;
    }

    /** An absent text is the empty one, which no rule takes for a good sign. */
    String text(String path, @Nullable String value) {
        see(path, value);
        return Absent.text(value);
    }

    void note(String note) {
        notes.add(note);
    }

    Health healthy(String reason) {
        return verdict(State.HEALTHY, reason);
    }

    Health progressing(String reason) {
        return verdict(State.PROGRESSING, reason);
    }

    Health failed(String reason) {
        return verdict(State.FAILED, reason);
    }

    Health suspended(String reason) {
        return verdict(State.SUSPENDED, reason);
    }

    Health unknown(String reason) {
        return verdict(State.UNKNOWN, reason);
    }

    Health verdict(State state, String reason) {
        return new Health(state, reason, notes, fields);
    }
}
