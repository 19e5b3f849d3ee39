package dev.checklist.run;

import dev.checklist.Mark;
import dev.checklist.Outcome;
import dev.checklist.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Masks secrets in everything that comes from code or network, then cuts what is too long. */
final class Redactor {
    /** Longest message, warning or value of evidence, in characters. */
    static final int LONGEST_TEXT = 8 * 1024;

    private final KnownSecrets known;

    Redactor(KnownSecrets known) {
        this.known = known;
    }

    String mask(String text) {
        return mask(text, LONGEST_TEXT);
    }

    /** Masks first and cuts then, so that a cut never leaves half a secret that no pattern knows. */
    String mask(String text, int longest) {
        String masked = SecretPatterns.mask(known.mask(text));
        if (masked.length() <= longest) {
            return masked;
        }
        int end = Character.isHighSurrogate(masked.charAt(longest - 1)) ? longest - 1 : longest;
        return masked.substring(0, end) + "… (" + (masked.length() - end) + " more characters)";
    }

    /** Masks an outcome; the same object if there is nothing to mask. */
    Outcome mask(Outcome outcome) {
        String message = mask(outcome.message());
        if (same(message, outcome.message())
                && isClean(outcome.evidence())
                && isClean(outcome.identity())
                && outcome.warnings().stream().allMatch(text -> same(mask(text), text))) {
            return outcome;
        }
        Outcome masked = copy(outcome.status(), outcome.mark(), message);
        for (Map.Entry<String, String> seen : outcome.evidence().entrySet()) {
            masked = masked.with(mask(seen.getKey()), maskValue(seen));
        }
        for (Map.Entry<String, String> fact : outcome.identity().entrySet()) {
            masked = masked.identifiedBy(mask(fact.getKey()), maskValue(fact));
        }
        for (String warning : outcome.warnings()) {
            masked = masked.warning(mask(warning));
        }
        return outcome.isConclusive() ? masked.conclusively() : masked;
    }

    private static Outcome copy(Status status, Mark mark, String message) {
        if (status == Status.PASSED) {
            return Outcome.passed(message);
        }
        if (status == Status.FAILED) {
            return Outcome.failed(message);
        }
        return switch (mark) {
            case UNSUPPORTED -> Outcome.unsupported(message);
            case NOT_PERMITTED -> Outcome.notPermitted(message);
            case PLAIN -> Outcome.error(message);
        };
    }

    private boolean isClean(Map<String, String> map) {
        for (Map.Entry<String, String> entry : map.entrySet()) {
            if (!same(maskValue(entry), entry.getValue()) || !same(mask(entry.getKey()), entry.getKey())) {
                return false;
            }
        }
        return true;
    }

    /** Masks a value as a whole where its name says that it is secret. */
    private String maskValue(Map.Entry<String, String> entry) {
        return SecretPatterns.namesSecret(entry.getKey()) ? SecretPatterns.MASK : mask(entry.getValue());
    }

    /** Tells whether masking left the very same text, which it does when there is nothing to mask. */
    private static boolean same(String masked, String text) {
        return masked.equals(text);
    }

    Map<String, String> mask(Map<String, String> texts) {
        Map<String, String> masked = new LinkedHashMap<>();
        texts.forEach((name, text) -> masked.put(mask(name), mask(text)));
        return masked;
    }

    List<String> mask(List<String> texts) {
        return texts.stream().map(this::mask).toList();
    }
}
