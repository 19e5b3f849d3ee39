package dev.checklist.report;

import java.util.Set;

/** Counts the columns that a text takes in a terminal: none for marks, two for wide scripts and emoji. */
final class Columns {
    private static final Set<Character.UnicodeScript> WIDE = Set.of(
            Character.UnicodeScript.HAN,
            Character.UnicodeScript.HIRAGANA,
            Character.UnicodeScript.KATAKANA,
            Character.UnicodeScript.HANGUL);
    private static final int FIRST_EMOJI = 0x1F300;
    private static final int LAST_EMOJI = 0x1FAFF;

    private Columns() {}

    static int of(String text) {
        return text.codePoints().map(Columns::of).sum();
    }

    private static int of(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(character) ? 2 : 1;
        };
    }

    private static boolean isWide(int character) {
        boolean isEmoji = character >= FIRST_EMOJI && character <= LAST_EMOJI;
        return isEmoji || WIDE.contains(Character.UnicodeScript.of(character));
    }

    /** Shortens a text to so many columns, with an ellipsis where something is left out. */
    static String cut(String text, int columns) {
        if (of(text) <= columns) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        int used = 1;
        for (int index = 0; index < text.length(); ) {
            int character = text.codePointAt(index);
            used += of(character);
            if (used > columns) {
                break;
            }
            shown.appendCodePoint(character);
            index += Character.charCount(character);
        }
        return shown + "…";
    }
}
