package dev.checklist.report;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes any text so that Markdown shows it as text: no markup, link, HTML, table or box comes from it. */
final class MarkdownText {
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]<>|#~&$]");
    /** GitHub makes links of bare addresses, unless a backslash interrupts them. */
    private static final Pattern BARE_LINK = Pattern.compile("(?i)(://|www\\.)");

    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private MarkdownText() {}

    /** Escapes a text, in one line; it must not stand at the beginning of a block. */
    static String text(String text) {
        String escaped = MARKUP.matcher(Visible.line(text)).replaceAll("\\\\$0");
        return BARE_LINK.matcher(escaped).replaceAll(MarkdownText::interrupted);
    }

    private static String interrupted(MatchResult link) {
        boolean address = link.group().startsWith(":");
        return Matcher.quoteReplacement(address ? "\\://" : link.group().substring(0, 3) + "\\.");
    }

    /** Puts a text into a code span, where nothing has a meaning, not even a name after an at sign. */
    static String code(String text) {
        String line = Visible.line(text);
        if (line.isEmpty()) {
            return "";
        }
        String fence = "`".repeat(longest(line) + 1);
        String space = line.startsWith("`") || line.endsWith("`") ? " " : "";
        return fence + space + line + space + fence;
    }

    /** Returns a fence for a code block that no line of the text can close. */
    static String fence(String text) {
        return "`".repeat(Math.max(3, longest(text) + 1));
    }

    private static int longest(String text) {
        return BACKTICKS
                .matcher(text)
                .results()
                .mapToInt(run -> run.end() - run.start())
                .max()
                .orElse(0);
    }
}
