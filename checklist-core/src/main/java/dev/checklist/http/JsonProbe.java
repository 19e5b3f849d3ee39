package dev.checklist.http;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import java.util.Optional;

/** Looks whether a JSON answer has a value at a pointer. */
record JsonProbe(Asker asker, Call call, JsonPath pointer, JsonValue value) implements Probe {
    @Override
    public Outcome evaluate(CheckContext context) throws Exception {
        String expected = value + " at " + pointer;
        return asker.judge(context, call, expected, answer -> judge(expected, answer));
    }

    private Outcome judge(String expected, Answer answer) {
        Optional<Outcome> obstacle = Content.obstacle(expected, answer);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        if (!answer.contentType().isJson()) {
            return Outcome.error("expected " + expected + " of a JSON document but found content type "
                    + answer.shownType() + ": is this a login page, or the wrong address?");
        }
        if (!answer.body().isComplete()) {
            return Outcome.error("expected " + expected + " but could not look at all of it: " + answer.unread());
        }
        try {
            return compare(expected, JsonDocument.find(answer.body().bytes(), pointer));
        } catch (JsonDocument.MalformedException e) {
            return Outcome.error("expected " + expected + " but the body is no JSON document: "
                    + Quote.of(call, String.valueOf(e.getMessage())));
        }
    }

    private Outcome compare(String expected, Optional<JsonValue> found) {
        if (found.isEmpty()) {
            return Outcome.failed("expected " + expected + " but found nothing there");
        }
        String shown = Quote.of(call, found.get().toString());
        Outcome outcome = value.matches(found.get())
                ? Outcome.passed("found " + shown + " at " + pointer)
                : Outcome.failed("expected " + expected + " but found " + shown);
        return outcome.with("value", shown);
    }
}
