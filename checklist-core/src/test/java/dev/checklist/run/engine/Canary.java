package dev.checklist.run.engine;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Is a value that must not be seen, in the forms in which it may try to get out. */
final class Canary {
    /** Has what needs an escape somewhere: URL, JSON, HTML, regular expressions, umlauts. */
    static final String VALUE = "c4n$ry/\"tw<e&t> \\d+é%41";

    /** Spans lines, as keys do. */
    static final String LINES = "canary-line-number-one-of-key\ncanary-line-number-two-of-key";

    private Canary() {}

    /** Returns texts that a target or a library may make of the value, by the name of the form. */
    static Map<String, String> forms(String value) {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("raw", value);
        forms.put("in a sentence", "the value is " + value + ", they said");
        for (int offset = 0; offset < 3; offset++) {
            byte[] bytes = ("xyz".substring(0, offset) + value + "end").getBytes(StandardCharsets.UTF_8);
            forms.put("base64 at " + offset, Base64.getEncoder().encodeToString(bytes));
            forms.put(
                    "base64 for URLs at " + offset,
                    Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        String url = URLEncoder.encode(value, StandardCharsets.UTF_8);
        forms.put("URL, form", url);
        forms.put("URL, path", url.replace("+", "%20"));
        forms.put("URL, lower-case hex", lowerHex(url));
        forms.put("URL, path, lower-case hex", lowerHex(url.replace("+", "%20")));
        forms.put("JSON", json(value, c -> c == '"' || c == '\\' || c < ' '));
        forms.put(
                "JSON, slash escaped",
                json(value, c -> c == '"' || c == '\\' || c < ' ').replace("/", "\\/"));
        forms.put("JSON as Go writes it", json(value, c -> "\"\\<>&".indexOf(c) >= 0 || c < ' '));
        forms.put("JSON, ASCII only", json(value, c -> c == '"' || c == '\\' || c < ' ' || c > '~'));
        return forms;
    }

    /** Returns what of the value may not be left in any text: parts long enough to be told from chance. */
    static List<String> traces(String value) {
        return forms(value).entrySet().stream()
                .filter(form -> !form.getKey().equals("in a sentence"))
                .map(form -> form.getKey().startsWith("base64") ? middle(form.getValue()) : form.getValue())
                .toList();
    }

    /** Leaves out the ends, whose bits belong to what stands before and behind. */
    private static String middle(String base64) {
        return base64.substring(4, base64.length() - 8);
    }

    private static String lowerHex(String url) {
        return Pattern.compile("%[0-9A-F]{2}")
                .matcher(url)
                .replaceAll(match -> match.group().toLowerCase(Locale.ROOT));
    }

    private static String json(String value, Function<Character, Boolean> escaped) {
        StringBuilder json = new StringBuilder();
        for (char c : value.toCharArray()) {
            if (!escaped.apply(c)) {
                json.append(c);
            } else if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c == '\n') {
                json.append("\\n");
            } else {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return json.toString();
    }
}
