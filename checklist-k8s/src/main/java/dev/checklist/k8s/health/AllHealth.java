package dev.checklist.k8s.health;

import dev.checklist.k8s.health.Health.State;
import java.util.List;
import java.util.stream.Collectors;

/** The rule for "all of a kind": every one is healthy, and there are at least so many. */
public final class AllHealth {

    // One that failed settles the question, even beside one that could not be judged.
    private static final List<State> WORST_FIRST =
            List.of(State.FAILED, State.UNKNOWN, State.SUSPENDED, State.PROGRESSING);

    private static final int SHOWN = 10;

    private AllHealth() {}

    /**
     * Is one object and the verdict on it.
     *
     * @param name the name of the object
     * @param health the verdict
     */
    public record Judged(String name, Health health) {}

    /**
     * Judges all objects of a kind together. The message lists those that are not healthy, the worst first, ten at most;
     * the verdict is the worst.
     *
     * @param plural the kind in words, such as "deployments"
     * @param state what each should be, in words, such as "rolled out"
     * @param all the whole list: a list cut short must not be judged
     * @param least the least number of objects, 1 or more: an empty namespace is no good sign
     * @return the verdict; fewer than {@code least} are progressing
     * @throws IllegalArgumentException if {@code least} is less than 1
     */
    public static Health of(String plural, String state, List<Judged> all, int least) {
        if (least < 1) {
            throw new IllegalArgumentException("least must be 1 or more, was " + least);
        }
        Facts facts = new Facts();
        facts.see(plural, all.size());
        List<Judged> bad = WORST_FIRST.stream()
                .flatMap(worst -> all.stream().filter(one -> one.health.state() == worst))
                .toList();
        if (bad.isEmpty()) {
            all.forEach(one -> one.health.notes().forEach(note -> facts.note(one.name + ": " + note)));
            return all.size() < least
                    ? facts.progressing("found " + all.size() + " " + plural + ", at least " + least + " expected"
                            + (all.isEmpty() ? ": is it the right namespace?" : ""))
                    : facts.healthy(all.size() + " of " + all.size() + " " + plural + " " + state);
        }
        bad.stream().limit(SHOWN).forEach(one -> facts.see(one.name, one.health.state()));
        // that one of many is suspended does not suspend the others
        State worst = bad.get(0).health.state() == State.SUSPENDED
                ? State.FAILED
                : bad.get(0).health.state();
        return facts.verdict(
                worst, bad.size() + " of " + all.size() + " " + plural + " not " + state + ": " + names(bad));
    }

    private static String names(List<Judged> bad) {
        String shown = bad.stream()
                .limit(SHOWN)
                .map(one -> one.name + " (" + one.health.reason() + ")")
                .collect(Collectors.joining(", "));
        return bad.size() <= SHOWN ? shown : shown + " and " + (bad.size() - SHOWN) + " more";
    }
}
