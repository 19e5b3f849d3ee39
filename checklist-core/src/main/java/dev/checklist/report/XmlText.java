package dev.checklist.report;

/** Replaces what XML 1.0 cannot hold, or holds only to be obeyed by a terminal, by U+FFFD. */
final class XmlText {
    private static final int REPLACEMENT = 0xFFFD;
    private static final int NO_CHARACTER = 0xFFFE;

    private XmlText() {}

    /** Returns a text for the inside of an element; line ends become line feeds. */
    static String content(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .codePoints()
                .map(character -> isLegal(character) ? character : REPLACEMENT)
                .forEach(legal::appendCodePoint);
        return legal.toString();
    }

    /** Returns a text for an attribute, where a parser makes spaces of line ends anyway. */
    static String attribute(String text) {
        return content(text).replace('\n', ' ').replace('\t', ' ');
    }

    private static boolean isLegal(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\n' || character == '\t';
            case Character.SURROGATE -> false;
            default -> (character & NO_CHARACTER) != NO_CHARACTER;
        };
    }
}
