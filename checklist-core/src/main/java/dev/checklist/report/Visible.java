package dev.checklist.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Shows text as text: controls, bidirectional overrides and other invisible characters are written out as escapes, so
 * that no title or answer can move the cursor, recolour or reorder what stands around it.
 */
public final class Visible {
    /** A text is cut after so many characters; the JSON report has all of it. */
    public static final int MOST = 1_000;

    private static final int TAB = 4;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final Pattern COMMAND_OF_A_BUILD_SERVER = Pattern.compile("##(\\w*)\\[");

    private Visible() {}

    /** Shows a text in one line: line breaks and other white space are folded into single spaces; cut after {@link #MOST}. */
    public static String line(String text) {
        StringBuilder shown = new StringBuilder(Math.min(text.length(), MOST));
        boolean gap = false;
        int index = 0;
        for (int count = 0; index < text.length() && count < MOST; count++) {
            int character = text.codePointAt(index);
            if (isSpace(text, index)) {
                gap = !shown.isEmpty();
            } else {
                append(gap ? shown.append(' ') : shown, character);
                gap = false;
            }
            index += Character.charCount(character);
        }
        String rest = text.substring(index).strip();
        return defused(shown) + (rest.isEmpty() ? "" : "… (" + rest.length() + " more characters)");
    }

    /** Shows each line of a text, with its indentation; a line is cut after {@link #MOST}. */
    public static List<String> lines(String text) {
        List<String> shown = new ArrayList<>();
        for (String line : text.strip().split("\r?\n", -1)) {
            StringBuilder row = new StringBuilder();
            line.stripTrailing().codePoints().limit(MOST).forEach(character -> {
                if (character == '\t') {
                    row.append(" ".repeat(TAB));
                } else {
                    append(row, character);
                }
            });
            shown.add(defused(row));
        }
        return shown;
    }

    /** Spells a line in ASCII: the signs of this package by look-alikes, other characters as escapes. */
    static String ascii(String line) {
        StringBuilder spelled = new StringBuilder(line.length());
        line.codePoints().forEach(character -> {
            switch (character) {
                case '·' -> spelled.append('|');
                case '…' -> spelled.append("...");
                case '–' -> spelled.append('-');
                case '✓' -> spelled.append('+');
                case '✗' -> spelled.append('x');
                case '⊘' -> spelled.append('#');
                default -> {
                    if (character < 0x7F) {
                        spelled.append((char) character);
                    } else {
                        escape(spelled, character);
                    }
                }
            }
        });
        return spelled.toString();
    }

    /** Tells whether a character can be shown as it is. */
    static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            case Character.FORMAT -> character == ZERO_WIDTH_NON_JOINER || character == ZERO_WIDTH_JOINER;
            default -> true;
        };
    }

    private static boolean isSpace(String text, int index) {
        return switch (text.charAt(index)) {
            case ' ', '\t', '\n' -> true;
            case '\r' -> index + 1 < text.length() && text.charAt(index + 1) == '\n';
            default -> false;
        };
    }

    private static void append(StringBuilder shown, int character) {
        if (isPlain(character)) {
            shown.appendCodePoint(character);
        } else {
            escape(shown, character);
        }
    }

    private static void escape(StringBuilder shown, int character) {
        String digits = Integer.toHexString(character);
        if (character > Character.MAX_VALUE) {
            shown.append("\\u{").append(digits).append('}');
        } else {
            shown.append("\\u").append("0".repeat(4 - digits.length())).append(digits);
        }
    }

    /** Build servers obey {@code ##[...]} and {@code ##name[...]} wherever it stands in a line. */
    private static String defused(CharSequence line) {
        return COMMAND_OF_A_BUILD_SERVER.matcher(line).replaceAll("##$1\\\\u005b");
    }
}
