package dev.checklist.local;

import dev.checklist.Outcome;
import java.util.List;
import java.util.Optional;

/** Compares a value of a document with what was expected, and words both cases from the same read. */
final class Compared {
    private Compared() {}

    static Outcome at(Pointer pointer, Scalar wanted, List<Leaf> document, String expected) {
        Optional<Scalar> found = Leaf.at(pointer, document);
        if (found.isEmpty()) {
            return Outcome.failed("expected " + expected + " but found nothing there");
        }
        Scalar value = found.get();
        Outcome outcome = wanted.matches(value)
                ? Outcome.passed("found " + value + " at " + pointer)
                : Outcome.failed("expected " + expected + " but found " + value);
        return outcome.with("value", value);
    }
}
