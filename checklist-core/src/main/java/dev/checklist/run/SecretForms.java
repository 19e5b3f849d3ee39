package dev.checklist.run;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * Spells a secret in the forms in which it may turn up: as it stands, in Base64, URL-, JSON- and XML-escaped, each as
 * the encoders in use write it, which agree on the rules and not on the details.
 */
final class SecretForms {
    /** A line of a longer secret, such as a key, that is shorter than this occurs by chance. */
    private static final int SHORTEST_LINE = 16;

    private static final Pattern HEX = Pattern.compile("%[0-9A-F]{2}");
    /** What JSON demands to be escaped. */
    private static final IntPredicate DEMANDED = c -> c == '"' || c == '\\' || c < ' ';

    /** What Go escapes besides, as Kubernetes does. */
    private static final IntPredicate FOR_HTML = c -> c == '<' || c == '>' || c == '&';
    /** What Python escapes besides. */
    private static final IntPredicate BEYOND_ASCII = c -> c > '~';

    private SecretForms() {}

    static Set<String> of(String secret) {
        Set<String> forms = new LinkedHashSet<>();
        add(secret, forms);
        add(secret.strip(), forms);
        return forms;
    }

    private static void add(String secret, Set<String> forms) {
        forms.add(secret);
        secret.lines()
                .map(String::strip)
                .filter(line -> line.length() >= SHORTEST_LINE)
                .forEach(forms::add);
        forms.add(xml(secret));
        addUrl(URLEncoder.encode(secret, StandardCharsets.UTF_8), forms);
        addJson(secret, forms);
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        for (int offset = 0; offset < 3; offset++) {
            forms.add(base64Core(bytes, offset, Base64.getEncoder()));
            forms.add(base64Core(bytes, offset, Base64.getUrlEncoder()));
        }
    }

    private static String xml(String secret) {
        return secret.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;");
    }

    private static void addUrl(String form, Set<String> forms) {
        String path = form.replace("+", "%20");
        String component = path.replace("%21", "!")
                .replace("%27", "'")
                .replace("%28", "(")
                .replace("%29", ")")
                .replace("%7E", "~");
        for (String url : List.of(form, path, component)) {
            forms.add(url);
            forms.add(HEX.matcher(url).replaceAll(hex -> hex.group().toLowerCase(Locale.ROOT)));
        }
    }

    private static void addJson(String secret, Set<String> forms) {
        String plain = json(secret, "\\u%04x", DEMANDED);
        forms.add(plain);
        forms.add(plain.replace("/", "\\/"));
        for (IntPredicate escaped : List.of(FOR_HTML, BEYOND_ASCII, FOR_HTML.or(BEYOND_ASCII))) {
            forms.add(json(secret, "\\u%04x", DEMANDED.or(escaped)));
            forms.add(json(secret, "\\u%04X", DEMANDED.or(escaped)));
        }
    }

    private static String json(String secret, String unicode, IntPredicate escaped) {
        StringBuilder json = new StringBuilder(secret.length() + 8);
        for (int i = 0; i < secret.length(); i++) {
            char c = secret.charAt(i);
            int shorthand = "\"\\\n\r\t\b\f".indexOf(c);
            if (shorthand >= 0) {
                json.append('\\').append("\"\\nrtbf".charAt(shorthand));
            } else if (escaped.test(c)) {
                json.append(String.format(Locale.ROOT, unicode, (int) c));
            } else {
                json.append(c);
            }
        }
        return json.toString();
    }

    /** Returns the part of the Base64 form that stays the same whatever stands before and behind the bytes. */
    private static String base64Core(byte[] bytes, int offset, Base64.Encoder encoder) {
        byte[] shifted = new byte[offset + bytes.length];
        System.arraycopy(bytes, 0, shifted, offset, bytes.length);
        String encoded = encoder.withoutPadding().encodeToString(shifted);
        int from = offset == 0 ? 0 : offset + 1;
        int whole = shifted.length * 8 / 6;
        return from < whole ? encoded.substring(from, whole) : "";
    }
}
