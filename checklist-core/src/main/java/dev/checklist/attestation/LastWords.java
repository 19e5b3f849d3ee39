package dev.checklist.attestation;

import dev.checklist.run.Attestation;
import dev.checklist.run.Question;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses the answer that counts among all that were kept; a pure function.
 *
 * <p>Of each person the last word counts, by the order of the records and not by their clocks. A refusal stands until
 * the one who refused takes it back; of several ratings the lowest counts; of several yeses the last.
 */
final class LastWords {
    private LastWords() {}

    /** Returns the answer that counts, else the one that comes nearest, which says why it does not; empty if none. */
    static Optional<Attestation> on(Question question, List<Kept> records, Instant now) {
        Map<String, Attestation> byPerson = new LinkedHashMap<>();
        Attestation nearest = null;
        for (Kept kept : records) {
            Attestation given = kept.attestation();
            boolean isOfLine = given.id().equals(question.line().id());
            if (isOfLine && given.binding().equals(question.binding())) {
                speak(byPerson, given);
            } else if (isOfLine) {
                nearest = given;
            }
        }
        List<Attestation> last = new ArrayList<>(byPerson.values());
        List<Attestation> counting = last.stream()
                .filter(given -> question.whyNot(given, now).isEmpty())
                .toList();
        Optional<Attestation> worst = counting.stream().reduce((one, next) -> rank(next) <= rank(one) ? next : one);
        if (worst.isPresent()) {
            return worst;
        }
        return last.isEmpty() ? Optional.ofNullable(nearest) : Optional.of(last.get(last.size() - 1));
    }

    /** Lets a signed word stand above unsigned ones of the same name, which anybody may have typed. */
    private static void speak(Map<String, Attestation> byPerson, Attestation given) {
        String typed = "typed " + given.who().strip();
        String name = given.signer().map(signer -> "signed " + signer).orElse(typed);
        if (!name.equals(typed)) {
            byPerson.remove(typed);
        }
        byPerson.remove(name); // so that the newest is the last
        byPerson.put(name, given);
    }

    private static int rank(Attestation given) {
        return switch (given.answer()) {
            case REFUSED -> 0;
            case RATED -> Math.max(1, given.score().orElse(1));
            case CONFIRMED -> Integer.MAX_VALUE;
        };
    }
}
