package dev.checklist.report;

/**
 * Is one labelled fact, not yet made safe for any format.
 *
 * @param label a word of ours
 * @param text the fact, which may hold anything
 * @param shape how to set it
 */
public record Detail(String label, String text, Shape shape) {
    /** Says how a fact is set. */
    public enum Shape {
        /** A sentence, wrapped. */
        WORDS,
        /** Something to copy, never wrapped. */
        COMMAND,
        /** What was seen, cut to one row. */
        FOLDED
    }

    static Detail words(String label, String text) {
        return new Detail(label, text, Shape.WORDS);
    }

    static Detail command(String label, String text) {
        return new Detail(label, text, Shape.COMMAND);
    }

    static Detail folded(String label, String text) {
        return new Detail(label, text, Shape.FOLDED);
    }
}
