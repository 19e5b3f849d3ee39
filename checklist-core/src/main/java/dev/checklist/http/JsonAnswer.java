package dev.checklist.http;

import dev.checklist.Outcome;
import java.util.Optional;
import java.util.function.Function;

/** Reads the value at a pointer of an answer that must be one JSON document. */
final class JsonAnswer {
    private JsonAnswer() {}

    /** Judges the value, or says why there is no document to look into. */
    static Outcome judge(
            String expected, Answer answer, JsonPath pointer, Function<Optional<JsonValue>, Outcome> judge) {
        Optional<Outcome> obstacle = obstacle(expected, answer);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        try {
            return judge.apply(JsonDocument.find(answer.body().bytes(), pointer));
        } catch (JsonDocument.MalformedException e) {
            return Outcome.error("expected " + expected + " but the body is no JSON document: "
                    + Quote.of(answer.call(), String.valueOf(e.getMessage())));
        }
    }

    /** Returns what stands in the way of reading a document. */
    static Optional<Outcome> obstacle(String expected, Answer answer) {
        Optional<Outcome> obstacle = Content.obstacle(expected, answer);
        if (obstacle.isPresent()) {
            return obstacle;
        }
        if (!answer.contentType().isJson()) {
            return Optional.of(Outcome.error("expected " + expected + " of a JSON document but found content type "
                    + answer.shownType() + ": is this a login page, or the wrong address?"));
        }
        return answer.body().isComplete()
                ? Optional.empty()
                : Optional.of(
                        Outcome.error("expected " + expected + " but could not look at all of it: " + answer.unread()));
    }
}
