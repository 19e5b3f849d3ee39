package dev.checklist.k8s.logs;

import java.util.regex.Pattern;

/**
 * Says what is looked for in logs, and how.
 *
 * @param pattern the regular expression that a line is asked for
 * @param window from when on lines count
 * @param allowsSilence whether a container may write nothing
 * @param showsLines whether lines may be shown
 */
public record LogTerms(String pattern, LogWindow window, boolean allowsSilence, boolean showsLines) {
    /** Refuses a pattern that is none, by a {@link java.util.regex.PatternSyntaxException}. */
    public LogTerms {
        Pattern.compile(pattern);
    }

    /** Returns the pattern; patterns are not equal to each other, terms are. */
    public Pattern compiled() {
        return Pattern.compile(pattern);
    }

    /** Returns the pattern and the window, as they stand in a sentence. */
    @Override
    public String toString() {
        return "matching \"" + pattern + "\" " + window;
    }
}
