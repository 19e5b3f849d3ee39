package dev.checklist.local;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Is a JSON Pointer (RFC 6901), in YAML too.
 *
 * @param text as the author wrote it, such as {@code /spec/rules/0/host}
 * @param names the decoded names and indices, outermost first
 */
record Pointer(String text, List<String> names) {
    private static final Pattern BAD_ESCAPE = Pattern.compile("~(?![01])");

    static Pointer of(@Nullable String pointer) {
        String text = Given.present("pointer", pointer);
        if (!text.isEmpty() && !text.startsWith("/") || BAD_ESCAPE.matcher(text).find()) {
            throw new IllegalArgumentException("pointer is " + Shown.quoted(text)
                    + ": expected a JSON Pointer such as /status or /items/0, with ~1 for / and ~0 for ~ in names,"
                    + " or \"\" for the whole document");
        }
        return new Pointer(text, text.isEmpty() ? List.of() : names(text));
    }

    private static List<String> names(String text) {
        return Arrays.stream(text.substring(1).split("/", -1))
                .map(name -> name.replace("~1", "/").replace("~0", "~"))
                .toList();
    }

    @Override
    public String toString() {
        return text.isEmpty() ? "the root" : Shown.plain(text);
    }
}
