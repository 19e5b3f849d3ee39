package dev.checklist.k8s.logs;

import java.util.regex.Pattern;

/**
 * Says what is looked for in logs, and how.
 *
 * @param pattern what a line is asked for
 * @param window from when on lines count
 * @param allowsSilence whether a container may write nothing
 * @param showsLines whether lines may be shown
 */
public record LogTerms(Pattern pattern, LogWindow window, boolean allowsSilence, boolean showsLines) {
    /** Returns the pattern and the window, as they stand in a sentence. */
    @Override
    public String toString() {
        return "matching \"" + pattern + "\" " + window;
    }
}
