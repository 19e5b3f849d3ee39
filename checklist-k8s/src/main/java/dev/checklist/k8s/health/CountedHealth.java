package dev.checklist.k8s.health;

import dev.checklist.k8s.health.Health.State;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** The rule for "all of them, and so many that count": every one is healthy, and at least so many of a sort. */
public final class CountedHealth {
    // One failed object settles the question, even beside one that could not be judged.
    private static final List<State> WORST_FIRST =
            List.of(State.FAILED, State.UNKNOWN, State.SUSPENDED, State.PROGRESSING);

    private CountedHealth() {}

    /**
     * Judges all objects of a kind together.
     *
     * @param plural what they are, such as "nodes"
     * @param objects the whole list: a list cut short must not be judged
     * @param least the least number that must count, 1 or more: an empty list is no good sign
     * @param counts which of them count for that number
     * @param rule judges one of them
     * @return the worst verdict, naming the first that has it; fewer than {@code least} are progressing
     * @throws IllegalArgumentException if {@code least} is less than 1
     */
    public static <T extends HasMetadata> Health of(
            String plural, Collection<T> objects, int least, Predicate<T> counts, Function<T, Health> rule) {
        if (least < 1) {
            throw new IllegalArgumentException("least must be 1 or more, was " + least);
        }
        Facts facts = new Facts();
        List<Judged> judged = objects.stream()
                .map(object ->
                        new Judged(String.valueOf(Universal.metadata(object).getName()), rule.apply(object)))
                .toList();
        for (State state : WORST_FIRST) {
            List<Judged> bad =
                    judged.stream().filter(one -> one.health.state() == state).toList();
            if (!bad.isEmpty()) {
                Judged first = bad.get(0);
                first.health.fields().forEach((path, value) -> facts.see(first.name + ": " + path, value));
                String more = bad.size() == 1 ? "" : " (and " + (bad.size() - 1) + " more)";
                return facts.verdict(
                        state,
                        bad.size() + " of " + judged.size() + " " + plural + " not healthy; " + first.name + ": "
                                + first.health.reason() + more);
            }
        }
        judged.forEach(one -> one.health.notes().forEach(note -> facts.note(one.name + ": " + note)));
        long counting = objects.stream().filter(counts).count();
        facts.see(plural, judged.stream().map(Judged::name).limit(50).toList());
        String found = counting + " " + plural + " healthy, at least " + least + " expected";
        return counting < least
                ? facts.progressing(found + (judged.isEmpty() ? ": the list is empty" : ""))
                : facts.healthy(found);
    }

    private record Judged(String name, Health health) {}
}
