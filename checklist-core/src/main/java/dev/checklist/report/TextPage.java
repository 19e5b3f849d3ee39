package dev.checklist.report;

import java.io.IOException;
import java.util.regex.Pattern;

/** Sets rows of text: wraps at the width, with what follows hanging under the text of the first row. */
final class TextPage {
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final int LEAST_TEXT = 20;

    private final Appendable out;
    private final TextStyle style;

    TextPage(Appendable out, TextStyle style) {
        this.out = out;
        this.style = style;
    }

    void blank() throws IOException {
        out.append('\n');
    }

    /** Sets words of ours, never wrapped. */
    void heading(String words) throws IOException {
        out.append(style.bold(style.spell(words))).append('\n');
    }

    /** Sets a text behind a lead of ours, wrapped between words. */
    void words(String lead, String text) throws IOException {
        String shown = style.spell(Visible.line(text));
        String hanging = " ".repeat(Columns.of(COLOUR.matcher(lead).replaceAll("")));
        int room = Math.max(LEAST_TEXT, style.width() - hanging.length());
        StringBuilder row = new StringBuilder();
        String before = lead;
        int used = 0;
        for (String word : shown.split(" ", -1)) {
            int columns = Columns.of(word);
            if (used > 0 && used + 1 + columns > room) {
                row(before, row.toString());
                row.setLength(0);
                before = hanging;
                used = 0;
            }
            row.append(used == 0 ? "" : " ").append(word);
            used += columns + (used == 0 ? 0 : 1);
        }
        row(before, row.toString());
    }

    /** Sets a text behind a lead of ours on one row, however long: somebody may copy it. */
    private void whole(String lead, String text) throws IOException {
        row(lead, style.spell(Visible.line(text)));
    }

    /** Sets a text behind a lead of ours on one row, cut at the width. */
    private void folded(String lead, String text) throws IOException {
        int room = Math.max(
                LEAST_TEXT, style.width() - Columns.of(COLOUR.matcher(lead).replaceAll("")));
        row(lead, style.spell(Columns.cut(Visible.line(text), room)));
    }

    /** Sets a fact behind its label, in its shape. */
    void detail(String lead, Detail detail) throws IOException {
        switch (detail.shape()) {
            case WORDS -> words(lead, detail.text());
            case COMMAND -> whole(lead, detail.text());
            case FOLDED -> folded(lead, detail.text());
        }
    }

    /** Sets a text that is safe already. */
    void raw(String lead, String safe) throws IOException {
        row(lead, style.spell(safe));
    }

    /** A row that begins with two colons would be a command to the build server that shows it. */
    private void row(String lead, String text) throws IOException {
        String row = style.spell(lead) + text;
        String begin = row.stripLeading();
        if (begin.startsWith("::")) {
            row = row.substring(0, row.length() - begin.length()) + "\\u003a" + begin.substring(1);
        }
        out.append(row.stripTrailing()).append('\n');
    }
}
