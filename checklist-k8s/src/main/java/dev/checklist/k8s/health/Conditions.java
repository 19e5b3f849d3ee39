package dev.checklist.k8s.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of one object, matched by exact type and exact status: a condition that is there says nothing until
 * its status is read. One that was observed for an older generation is ignored, whatever it says.
 */
final class Conditions {

    static final String TRUE = "True";
    static final String FALSE = "False";

    private static final int QUOTED = 300;

    private final Facts facts;
    private final List<Condition> list;

    private Conditions(Facts facts, List<Condition> list) {
        this.facts = facts;
        this.list = list;
    }

    /** Reads a condition list of any kind; every kind has a condition class of its own with the same getters. */
    static <C> Conditions of(
            Facts facts, @Nullable Long generation, @Nullable List<C> conditions, Function<C, Condition> reader) {
        List<Condition> current = new ArrayList<>();
        for (C condition : Absent.list(conditions)) {
            Condition read = reader.apply(condition);
            if (!read.isOlderThan(generation)) {
                current.add(read);
            }
        }
        return new Conditions(facts, current);
    }

    /** Lists every condition of the type, and keeps them as evidence, or that there was none. */
    List<Condition> all(String type) {
        List<Condition> found = ofType(type);
        if (found.isEmpty()) {
            facts.see("status.conditions[" + type + "]", null);
        }
        for (Condition condition : found) {
            facts.see("status.conditions[" + type + "].status", condition.status());
            if (!condition.reason().isEmpty()) {
                facts.see("status.conditions[" + type + "].reason", condition.reason());
            }
        }
        return found;
    }

    Optional<Condition> with(String type, String status) {
        return all(type).stream().filter(c -> c.status().equals(status)).findFirst();
    }

    Optional<Condition> withReason(String type, String reason) {
        return all(type).stream().filter(c -> c.reason().equals(reason)).findFirst();
    }

    /** The condition is there and says something else than True. */
    Optional<Condition> denied(String type) {
        return all(type).stream().filter(c -> !c.status().equals(TRUE)).findFirst();
    }

    /** The condition is there and says nothing but True. */
    boolean holds(String type) {
        List<Condition> found = all(type);
        return !found.isEmpty() && found.stream().allMatch(c -> c.status().equals(TRUE));
    }

    /** Like {@link #with}, without leaving a trace where there is nothing to see. */
    Optional<Condition> ifTrue(String type) {
        return ofType(type).isEmpty() ? Optional.empty() : with(type, TRUE);
    }

    private List<Condition> ofType(String type) {
        return list.stream().filter(c -> c.type().equals(type)).toList();
    }

    /** One condition, without nulls except where null has a meaning. */
    record Condition(
            String type,
            String status,
            String reason,
            String message,
            @Nullable String since,
            @Nullable Long observedGeneration) {

        static Condition of(
                @Nullable String type, @Nullable String status, @Nullable String reason, @Nullable String message) {
            return new Condition(
                    Absent.text(type), Absent.text(status), Absent.text(reason), Absent.text(message), null, null);
        }

        Condition since(@Nullable String lastTransitionTime) {
            return new Condition(type, status, reason, message, lastTransitionTime, observedGeneration);
        }

        Condition observed(@Nullable Long generation) {
            return new Condition(type, status, reason, message, since, generation);
        }

        boolean isOlderThan(@Nullable Long generation) {
            return generation != null && observedGeneration != null && observedGeneration < generation;
        }

        /** Type, status and what the controller said about it. */
        String quoted() {
            return type + "=" + status + said();
        }

        /** The controller's reason and message, cut to a readable length. */
        private String said() {
            String words = reason.isEmpty() || message.isEmpty() ? reason + message : reason + ": " + message;
            return words.isEmpty() ? "" : " (" + cut(words) + ")";
        }
    }

    static String cut(String words) {
        return words.codePointCount(0, words.length()) <= QUOTED
                ? words
                : words.substring(0, words.offsetByCodePoints(0, QUOTED)) + "…";
    }
}
