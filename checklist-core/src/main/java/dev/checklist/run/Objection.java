package dev.checklist.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Says why an answer does not count; a pure function, so that stores of answers and the runner agree. */
final class Objection {
    /** The clocks of two machines may differ so much. */
    static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private Objection() {}

    static Optional<String> to(Attestation given, Question question, Instant now) {
        List<String> changes = question.boundTo().changesSince(given.boundTo());
        if (!changes.isEmpty()) {
            return Optional.of("the answer of " + given.who() + " no longer counts: " + String.join("; ", changes)
                    + earlierText(given, question));
        }
        Optional<String> kind = kind(given, question);
        Optional<String> role = kind.isPresent() ? kind : role(given, question.line());
        Optional<String> time = role.isPresent() ? role : time(given, question, now);
        Optional<String> signature = time.isPresent() ? time : signature(given, question);
        return signature.isPresent() ? signature : evidence(given, question);
    }

    private static String earlierText(Attestation given, Question question) {
        boolean isSame = given.statement().equals(question.line().title());
        return isSame ? "" : "; it was given to \"" + given.statement() + "\"";
    }

    private static Optional<String> kind(Attestation given, Question question) {
        boolean isRated = given.answer() == Attestation.Answer.RATED;
        if (given.answer() == Attestation.Answer.CONFIRMED && question.scale().isPresent()) {
            return Optional.of("expected a number, not a yes");
        }
        if (isRated && question.scale().isEmpty()) {
            return Optional.of("expected a yes or no, not a number");
        }
        int score = given.score().orElse(0);
        int highest = question.scale().orElse(0);
        return isRated && (score < 1 || score > highest)
                ? Optional.of("expected a number from 1 to " + highest + ", but " + given.who() + " gave " + score)
                : Optional.empty();
    }

    private static Optional<String> role(Attestation given, Line line) {
        return line.role()
                .filter(asked -> !given.role().equals(Optional.of(asked)))
                .map(asked -> given.who() + " answered "
                        + given.role().map(role -> "as the " + role).orElse("in no role") + ", not as the " + asked);
    }

    private static Optional<String> time(Attestation given, Question question, Instant now) {
        Duration least = question.validFor().orElse(null);
        Duration own = given.validity().orElse(null);
        if (least == null || (own != null && own.compareTo(least) < 0)) {
            least = own;
        }
        Instant when = given.when().orElse(now);
        if (least == null) {
            return Optional.empty();
        }
        if (when.isAfter(now.plus(CLOCK_SKEW))) {
            return Optional.of("the answer of " + given.who() + " was given in the future, at " + when
                    + ", so its age cannot be told: compare the clocks");
        }
        return Duration.between(when, now).compareTo(least) < 0
                ? Optional.empty()
                : Optional.of("the answer of " + given.who() + " expired at " + when.plus(least) + ", "
                        + Durations.text(least) + " after it was given");
    }

    private static Optional<String> signature(Attestation given, Question question) {
        if (!question.needsSignature() || given.answer() == Attestation.Answer.REFUSED) {
            return Optional.empty();
        }
        if (given.signer().isEmpty()) {
            return Optional.of(
                    "the answer of " + given.who() + " is self-declared, and this line takes only signed ones:"
                            + " sign it with a key that the signers' file has for " + given.who());
        }
        return given.signer()
                .filter(signer -> !signer.equals(given.who()))
                .map(signer -> "the answer of " + given.who() + " was signed by " + signer + ", not by " + given.who());
    }

    private static Optional<String> evidence(Attestation given, Question question) {
        boolean lacksIt = question.needsEvidence()
                && given.answer() != Attestation.Answer.REFUSED
                && given.evidence().filter(text -> !text.isBlank()).isEmpty();
        return lacksIt
                ? Optional.of(given.who() + " gave no evidence, which this line needs: a link or a file")
                : Optional.empty();
    }
}
