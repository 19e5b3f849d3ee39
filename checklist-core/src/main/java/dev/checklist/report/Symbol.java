package dev.checklist.report;

import dev.checklist.Status;

/** Gives each status a sign and a colour, which never stand without the word. */
public final class Symbol {
    /** The longest name of a status. */
    static final int WORD = 7;

    private Symbol() {}

    /** Returns the sign of a status: one character. */
    public static String of(Status status) {
        return switch (status) {
            case PASSED -> "✓";
            case FAILED -> "✗";
            case ERROR -> "!";
            case SKIPPED -> "–";
            case BLOCKED -> "⊘";
            case PENDING -> "?";
            case WAIVED -> "~";
        };
    }

    /** Returns the number of the colour in a terminal's escape sequence. */
    static int colour(Status status) {
        return switch (status) {
            case PASSED -> 32;
            case FAILED, ERROR -> 31;
            case BLOCKED, WAIVED -> 33;
            case PENDING -> 36;
            case SKIPPED -> 90;
        };
    }
}
