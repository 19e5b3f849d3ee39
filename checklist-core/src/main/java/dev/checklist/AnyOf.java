package dev.checklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Asks alternatives in order until one passes.
 *
 * <p>The runner gives each alternative its own timeout and condition; {@link #evaluate} is the plain form without them.
 *
 * @param alternatives two or more checks
 */
public record AnyOf(List<Check> alternatives) implements Probe {
    /** Copies the alternatives and refuses fewer than two, or one with a modifier that has no meaning here. */
    public AnyOf {
        alternatives = List.copyOf(alternatives);
        if (alternatives.size() < 2) {
            throw new IllegalArgumentException(
                    "anyOf has " + alternatives.size() + " alternative: expected two or more");
        }
        alternatives.forEach(alternative -> Plain.alternative("the alternative", alternative));
    }

    @Override
    public Outcome evaluate(CheckContext context) throws Exception {
        List<Answer> answers = new ArrayList<>();
        for (Check alternative : alternatives) {
            answers.add(new Answer(alternative.title(), alternative.probe().evaluate(context)));
            if (isPassed(answers)) {
                break;
            }
        }
        return judge(answers);
    }

    /** Tells whether the last answer passed, so that no further alternative need be asked. */
    public static boolean isPassed(List<Answer> answers) {
        return !answers.isEmpty() && answers.get(answers.size() - 1).outcome().status() == Status.PASSED;
    }

    /** Judges what the alternatives said: the one that passed; else ERROR if any could not be judged, else FAILED. */
    public static Outcome judge(List<Answer> answers) {
        if (isPassed(answers)) {
            Answer passed = answers.get(answers.size() - 1);
            return copyEvidence(Outcome.passed(passed.text()), passed.outcome());
        }
        String all = answers.stream().map(Answer::text).collect(Collectors.joining("; "));
        boolean unjudged = answers.stream().anyMatch(answer -> answer.outcome().status() == Status.ERROR);
        if (unjudged || answers.isEmpty()) {
            return Outcome.error("no alternative passed, and not all could be judged: " + all);
        }
        Outcome failed = Outcome.failed("no alternative passed: " + all);
        boolean conclusive =
                answers.stream().allMatch(answer -> answer.outcome().isConclusive());
        return conclusive ? failed.conclusively() : failed;
    }

    private static Outcome copyEvidence(Outcome to, Outcome from) {
        Outcome copy = to;
        for (Map.Entry<String, String> seen : from.evidence().entrySet()) {
            copy = copy.with(seen.getKey(), seen.getValue());
        }
        for (Map.Entry<String, String> fact : from.identity().entrySet()) {
            copy = copy.identifiedBy(fact.getKey(), fact.getValue());
        }
        for (String warning : from.warnings()) {
            copy = copy.warning(warning);
        }
        return copy;
    }

    /**
     * Is what one alternative said.
     *
     * @param title the alternative's line
     * @param outcome what it found
     */
    public record Answer(String title, Outcome outcome) {
        /** Takes PASSED only with what was seen, as the runner does. */
        public Answer {
            if (outcome.status() == Status.PASSED && !outcome.saysWhatWasSeen()) {
                outcome = Outcome.error("passed without saying what was seen");
            }
        }

        private String text() {
            return title + ": " + outcome.message();
        }
    }
}
