package dev.checklist.attestation;

/** Shows text as text: controls and bidirectional overrides are written out, so that they can move no cursor. */
final class Visible {
    private Visible() {}

    static boolean isControl(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }

    /** Shows a text in one line. */
    static String line(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (isControl(character)) {
                shown.append(String.format("\\u%04X", character));
            } else {
                shown.appendCodePoint(character);
            }
        });
        return shown.toString();
    }
}
