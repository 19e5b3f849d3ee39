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
        return asker.judge(
                context,
                call,
                expected,
                answer -> JsonAnswer.judge(expected, answer, pointer, found -> compare(expected, found)));
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
