package dev.checklist;

/**
 * Names what a computed line says on the first screen of a report: {@code ROLLBACK} possible, not possible, or could not
 * be found out.
 *
 * @param word a short name in front, such as "ROLLBACK"
 * @param holds what is so if the line PASSED, such as "possible"
 */
public record Highlight(String word, String holds) {
    private static final int LONGEST = 24;

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if one is blank, or the word is longer than 24 characters
     */
    public Highlight {
        Arguments.text("word", word);
        Arguments.text("holds", holds);
        if (word.length() > LONGEST) {
            throw new IllegalArgumentException("word is \"" + word + "\": expected at most " + LONGEST
                    + " characters, to stand in front of a row");
        }
    }
}
