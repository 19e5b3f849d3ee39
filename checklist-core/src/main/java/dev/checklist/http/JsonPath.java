package dev.checklist.http;

import com.fasterxml.jackson.core.JsonStreamContext;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Is a JSON Pointer (RFC 6901).
 *
 * @param text as the author wrote it, such as {@code /items/0/name}
 * @param names the decoded names and indices, outermost first
 */
record JsonPath(String text, List<String> names) {
    private static final Pattern BAD_ESCAPE = Pattern.compile("~(?![01])");

    static JsonPath of(@Nullable String pointer) {
        if (pointer == null || !isWellFormed(pointer)) {
            throw new IllegalArgumentException(
                    "pointer is " + (pointer == null ? "null" : "\"" + Quote.cut(pointer) + "\"")
                            + ": expected a JSON Pointer such as /status or /items/0, with ~1 for / and ~0 for ~ in names,"
                            + " or \"\" for the whole document");
        }
        if (pointer.isEmpty()) {
            return new JsonPath(pointer, List.of());
        }
        return new JsonPath(
                pointer,
                Arrays.stream(pointer.substring(1).split("/", -1))
                        .map(name -> name.replace("~1", "/").replace("~0", "~"))
                        .toList());
    }

    private static boolean isWellFormed(String pointer) {
        return (pointer.isEmpty() || pointer.startsWith("/"))
                && !BAD_ESCAPE.matcher(pointer).find();
    }

    /** Tells whether the pointer leads to the place that a parser has reached. */
    boolean leadsTo(JsonStreamContext place) {
        JsonStreamContext at = place;
        for (int i = names.size() - 1; i >= 0; i--) {
            if (at == null || at.inRoot() || !names.get(i).equals(name(at))) {
                return false;
            }
            at = at.getParent();
        }
        return at.inRoot();
    }

    private static @Nullable String name(JsonStreamContext at) {
        return at.inArray() ? String.valueOf(at.getCurrentIndex()) : at.getCurrentName();
    }

    @Override
    public String toString() {
        return text.isEmpty() ? "the root" : text;
    }
}
