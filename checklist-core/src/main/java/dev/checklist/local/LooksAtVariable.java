package dev.checklist.local;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import java.util.Optional;

/**
 * Looks at an environment variable.
 *
 * @param wanted a value that was expected, if any
 * @param isShown whether values may stand in the report
 */
record LooksAtVariable(Place place, String name, Wanted wanted, boolean isShown) implements Probe {
    /** Is what is expected of a value. */
    sealed interface Wanted {}

    /** Expects any value. */
    record Any() implements Wanted {}

    /** Expects one that was filled in. */
    record NoPlaceholder() implements Wanted {}

    /** Expects one value. */
    record Exactly(String value) implements Wanted {
        /** Keeps the value to itself, since a probe may be printed. */
        @Override
        public String toString() {
            return "Exactly[***]";
        }
    }

    @Override
    public Outcome evaluate(CheckContext context) {
        String value = place.environment().apply(name);
        if (value == null) {
            return Outcome.failed("expected " + expected() + " but it is not set");
        }
        if (value.isBlank()) {
            return Outcome.failed("expected " + expected() + " but it is set to nothing");
        }
        Outcome outcome = judged(value);
        return isShown ? outcome.with("value", Shown.plain(value)) : outcome.with("value", "set, not shown");
    }

    private String expected() {
        if (wanted instanceof Exactly exactly) {
            return isShown ? Shown.quoted(exactly.value()) : "a certain value";
        }
        return wanted instanceof Any ? "a value" : "a value that is no placeholder";
    }

    private Outcome judged(String value) {
        if (wanted instanceof Exactly exactly) {
            String found = isShown ? Shown.quoted(value) : "another one";
            return exactly.value().equals(value)
                    ? Outcome.passed(isShown ? "found " + found : "it is set to the value that was expected")
                    : Outcome.failed("expected " + expected() + " but found " + found);
        }
        Optional<String> placeholder = wanted instanceof NoPlaceholder ? Placeholders.in(value) : Optional.empty();
        return placeholder.isPresent()
                ? Outcome.failed("expected " + expected() + " but found \"" + placeholder.get() + "\" in it")
                : Outcome.passed(wanted instanceof Any ? "it is set" : "it is set, and holds no placeholder");
    }
}
