package dev.checklist.model;

import dev.checklist.Flow;
import dev.checklist.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Describes a list and its run, without any type of the engine; times are milliseconds.
 *
 * @param conditions the conditions that parts name by their number
 * @param deadline the run deadline
 */
record Spec(List<Part> parts, Flow flow, List<Condition> conditions, long deadline, Given given) {
    static final long NEVER = Long.MAX_VALUE / 4;

    /** Says what the run is given besides the list. */
    record Given(
            Set<String> only,
            Set<String> skipped,
            Set<String> waived,
            Set<String> expired,
            Map<String, Answer> answers) {}

    /**
     * Is an item: a section if it has children, a check if it has a script, computed if it has sections to be computed
     * from, else a sign-off; one that signs the whole list comes last.
     */
    record Part(
            String id,
            Traits traits,
            Flow flow,
            List<Part> children,
            @Nullable Script script,
            List<String> from,
            boolean signs) {
        boolean isSection() {
            return !children.isEmpty();
        }

        boolean isPerson() {
            return !isSection() && script == null && from.isEmpty();
        }

        boolean isMachine() {
            return script != null;
        }
    }

    record Traits(boolean advisory, boolean gate, Set<String> tags, List<Integer> conditions, List<String> requires) {}

    /** Is what a check does: more than one alternative make it an anyOf. */
    record Script(List<Alternative> alternatives, @Nullable Retry retry, boolean orAsk, boolean loads) {}

    /** Answers the looks in order, the last again and again; each takes so long. */
    record Alternative(List<Look> looks, long lasts, long timeout, List<Integer> conditions) {
        Look look(int number) {
            return looks.get(Math.min(number, looks.size() - 1));
        }
    }

    record Retry(int attempts, long first, long longest, long within) {}

    enum Answer {
        YES,
        NO,
        NONE,
        STALE,
        FAILS
    }

    /** Is a condition, asked by code or by a check. */
    enum Condition {
        HOLDS,
        DOES_NOT_HOLD,
        ANSWERS_NULL,
        THROWS,
        CHECK_PASSED,
        CHECK_GONE,
        CHECK_FAILED,
        CHECK_ERROR
    }

    /** Is what one look says. */
    enum Look {
        PASSED,
        SILENT,
        FAILED,
        OTHER,
        GONE,
        ERROR,
        BLIND,
        FORBIDDEN,
        NULL,
        THROWS,
        ASSERTS,
        BROKEN;

        @Nullable
        Outcome outcome() {
            return switch (this) {
                case PASSED -> Outcome.passed("seen");
                case SILENT -> Outcome.passed(" ");
                case FAILED -> Outcome.failed("not yet");
                case OTHER -> Outcome.failed("other");
                case GONE -> Outcome.failed("gone").conclusively();
                case ERROR -> Outcome.error("odd").conclusively();
                case BLIND -> Outcome.unsupported("no such API");
                case FORBIDDEN -> Outcome.notPermitted("may not look").conclusively();
                case NULL -> null;
                case THROWS -> throw new IllegalStateException("thrown");
                case ASSERTS -> throw new AssertionError("asserted");
                case BROKEN -> throw new NoClassDefFoundError("missing");
            };
        }
    }
}
