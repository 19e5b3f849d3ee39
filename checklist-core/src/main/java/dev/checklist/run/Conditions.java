package dev.checklist.run;

import dev.checklist.Outcome;
import dev.checklist.Precondition;
import dev.checklist.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks each precondition once a run, when the first item needs it, and keeps the answer that decided. */
final class Conditions {
    /** Says what a condition means for the items that depend on it. */
    enum Answer {
        HOLDS,
        DOES_NOT_HOLD,
        UNKNOWN
    }

    /**
     * Is what was found out about a condition.
     *
     * @param answer what it means
     * @param condition the condition
     * @param outcome what was seen, masked
     * @param cause a name of the failure, shared by all items of the condition
     */
    record Finding(Answer answer, Precondition condition, Outcome outcome, String cause) {}

    private final BiConsumer<Precondition, Consumer<Finding>> ask;
    private final Map<Precondition, Finding> found = new HashMap<>();
    private final Map<Precondition, List<Consumer<Finding>>> waiting = new HashMap<>();

    /** Makes an empty memory; {@code ask} looks at a condition and comes back with the finding. */
    Conditions(BiConsumer<Precondition, Consumer<Finding>> ask) {
        this.ask = ask;
    }

    /** Asks the conditions in order until one does not hold; null means that all hold. */
    void all(List<Precondition> conditions, Consumer<@Nullable Finding> then) {
        all(conditions, 0, then);
    }

    private void all(List<Precondition> conditions, int index, Consumer<@Nullable Finding> then) {
        for (int i = index; i < conditions.size(); i++) {
            Precondition condition = conditions.get(i);
            Finding known = found.get(condition);
            if (known == null) {
                int here = i;
                one(condition, finding -> all(conditions, here, then));
                return;
            }
            if (known.answer() != Answer.HOLDS) {
                then.accept(known);
                return;
            }
        }
        then.accept(null);
    }

    private void one(Precondition condition, Consumer<Finding> then) {
        List<Consumer<Finding>> others = waiting.get(condition);
        if (others != null) {
            others.add(then);
            return;
        }
        waiting.put(condition, new ArrayList<>(List.of(then)));
        ask.accept(condition, this::answered);
    }

    private void answered(Finding finding) {
        found.put(finding.condition(), finding);
        List<Consumer<Finding>> all = waiting.remove(finding.condition());
        if (all != null) {
            all.forEach(then -> then.accept(finding));
        }
    }

    /** Judges a look at a condition: PASSED holds, a conclusive FAILED does not, all else cannot be judged. */
    static Answer judge(Outcome outcome) {
        if (outcome.status() == Status.PASSED) {
            return Answer.HOLDS;
        }
        return outcome.status() == Status.FAILED && outcome.isConclusive() ? Answer.DOES_NOT_HOLD : Answer.UNKNOWN;
    }
}
