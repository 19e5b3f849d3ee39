package dev.checklist.local;

import java.util.Locale;

/** Shows what a file or a program wrote: not at length, and with nothing that a terminal would obey. */
final class Shown {
    private static final int LONGEST = 200;
    private static final int LONGEST_OUTPUT = 2_000;

    private Shown() {}

    /** Quotes a value, cut. */
    static String quoted(String text) {
        return '"' + plain(text, LONGEST) + '"';
    }

    /** Shows the output of a program, or its end, where the reason of a failure stands. */
    static String output(String text) {
        String stripped = text.strip();
        int from = Math.max(0, stripped.length() - LONGEST_OUTPUT);
        return (from > 0 ? "…" : "") + neutral(stripped.substring(from), true);
    }

    /** Returns the first line that says anything, cut. */
    static String firstLine(String text) {
        return plain(
                text.lines()
                        .filter(line -> !line.isBlank())
                        .findFirst()
                        .orElse("")
                        .strip(),
                LONGEST);
    }

    /** Cuts a text and writes out what is no plain text in it. */
    static String plain(String text) {
        return plain(text, LONGEST);
    }

    private static String plain(String text, int longest) {
        if (text.length() <= longest) {
            return neutral(text, false);
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return neutral(text.substring(0, end), false) + "… (" + text.length() + " characters)";
    }

    private static String neutral(String text, boolean keepsLines) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (keepsLines && (c == '\n' || c == '\t') || !isDangerous(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append(String.format(Locale.ROOT, "\\u%04x", c));
            }
        });
        return shown.toString();
    }

    /** Tells whether a character moves the cursor, changes the order of others, or is none at all. */
    private static boolean isDangerous(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
