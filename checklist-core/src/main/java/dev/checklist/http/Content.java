package dev.checklist.http;

import dev.checklist.Outcome;
import java.util.Optional;

/** Says when an answer has a content to judge at all: it must be a 2xx in plain bytes. */
final class Content {
    private Content() {}

    /** Returns what stands in the way of judging the body. */
    static Optional<Outcome> obstacle(String expected, Answer answer) {
        if (!answer.isSuccess()) {
            return Optional.of(notSuccess(expected, answer));
        }
        String unreadable = answer.unreadable();
        return unreadable.isEmpty()
                ? Optional.empty()
                : Optional.of(Outcome.error("expected " + expected + " but could not look: " + unreadable));
    }

    /** Words an answer that is no success: forbidden and broken are not the same as absent. */
    static Outcome notSuccess(String expected, Answer answer) {
        int status = answer.status();
        String message = "expected " + expected + " but found status " + status + answer.leads();
        if (status == 401 || status == 403) {
            return Outcome.notPermitted(message + ": this request may not look, give it a credential that may");
        }
        return status == 429 || status >= 500 ? Outcome.error(message) : Outcome.failed(message);
    }

    /** Words an answer that leads nowhere else. */
    static Outcome notRedirect(String expected, Answer answer) {
        return answer.isSuccess() || answer.status() < 400
                ? Outcome.failed("expected " + expected + " but found status " + answer.status())
                : notSuccess(expected, answer);
    }
}
