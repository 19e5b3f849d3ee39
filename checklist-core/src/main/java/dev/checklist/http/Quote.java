package dev.checklist.http;

import dev.checklist.Outcome;
import java.util.Map;

/** Quotes what a server or an author wrote: without the request's own credentials, and not at length. */
final class Quote {
    private static final int LONGEST = 200;

    private Quote() {}

    /** Quotes what the server of a call wrote; it may have written our credentials. Masks first, then cuts. */
    static String of(Call call, String text) {
        return cut(masked(call, text));
    }

    /** Masks the credentials of a call wherever an outcome speaks of what the server wrote, such as a Location. */
    static Outcome of(Call call, Outcome outcome) {
        String message = masked(call, outcome.message());
        Outcome copy = switch (outcome.status()) {
            case PASSED -> Outcome.passed(message);
            case FAILED -> Outcome.failed(message);
            default -> outcome.mark().couldNotLook() ? Outcome.notPermitted(message) : Outcome.error(message);
        };
        for (Map.Entry<String, String> seen : outcome.evidence().entrySet()) {
            copy = copy.with(seen.getKey(), masked(call, seen.getValue()));
        }
        for (String warning : outcome.warnings()) {
            copy = copy.warning(masked(call, warning));
        }
        return outcome.isConclusive() ? copy.conclusively() : copy;
    }

    static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "… (" + text.length() + " characters)";
    }

    private static String masked(Call call, String text) {
        String masked = text;
        for (Credential credential : Credential.of(call)) {
            masked = credential.mask(masked);
        }
        return masked;
    }
}
