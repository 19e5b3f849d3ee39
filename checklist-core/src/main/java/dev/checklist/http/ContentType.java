package dev.checklist.http;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Is what an answer says of its body.
 *
 * @param essence type and subtype in lower case; empty if nothing was said, both if two were said
 */
record ContentType(String essence, @Nullable String charset) {
    static ContentType of(List<String> values) {
        if (values.isEmpty()) {
            return new ContentType("", null);
        }
        if (values.stream().distinct().count() > 1) {
            return new ContentType(String.join(" and ", values).toLowerCase(Locale.ROOT), null);
        }
        String[] parts = values.get(0).split(";", -1);
        String charset = null;
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (charset == null && parameter.toLowerCase(Locale.ROOT).startsWith("charset=")) {
                charset = parameter
                        .substring("charset=".length())
                        .replace("\"", "")
                        .strip();
            }
        }
        return new ContentType(parts[0].strip().toLowerCase(Locale.ROOT), charset);
    }

    boolean isJson() {
        return essence.equals("application/json") || essence.matches("[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.-]+\\+json");
    }

    /** Shows the essence, which a server may fill with anything. */
    String shown(Call call) {
        return essence.isEmpty() ? "none" : Quote.of(call, essence);
    }
}
