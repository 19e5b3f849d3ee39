package dev.checklist.http;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import java.math.BigDecimal;
import java.util.Optional;

/** Looks whether a JSON answer has a number within a bound at a pointer; a text that is a number counts, and is said. */
record JsonNumberProbe(Asker asker, Call call, JsonPath pointer, Bound bound) implements Probe {
    private static final int LONGEST_TEXT = 100;

    JsonNumberProbe {
        if (bound == null) {
            throw new IllegalArgumentException("bound is null: give Bound.atLeast(1), for instance");
        }
    }

    @Override
    public Outcome evaluate(CheckContext context) throws Exception {
        String expected = "a number " + bound + " at " + pointer;
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
        Optional<BigDecimal> number = number(found.get());
        if (number.isEmpty()) {
            return Outcome.error("expected " + expected + " but found " + shown + ", which is no number");
        }
        if (!bound.holds(number.get())) {
            return Outcome.failed("expected " + expected + " but found " + shown)
                    .with("value", shown);
        }
        boolean isText = found.get().kind() == JsonValue.Kind.STRING;
        return Outcome.passed("found " + shown + " at " + pointer + (isText ? ", a text that is a number" : ""))
                .with("value", shown);
    }

    private static Optional<BigDecimal> number(JsonValue value) {
        return switch (value.kind()) {
            case NUMBER -> value.decimal();
            case STRING -> value.text().length() > LONGEST_TEXT ? Optional.empty() : value.decimal();
            case BOOLEAN, NULL, OBJECT, ARRAY -> Optional.empty();
        };
    }
}
