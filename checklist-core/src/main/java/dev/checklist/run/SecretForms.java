package dev.checklist.run;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Writes a secret in the forms in which it may turn up: as it stands, in Base64, URL-, JSON- and XML-escaped. */
final class SecretForms {
    /** A line of a longer secret, such as a key, that is shorter than this occurs by chance. */
    private static final int SHORTEST_LINE = 16;

    private static final Pattern PERCENT = Pattern.compile("%[0-9A-F]{2}");

    private SecretForms() {}

    static Set<String> of(String secret) {
        Set<String> forms = new LinkedHashSet<>();
        add(secret, forms);
        add(secret.strip(), forms);
        return forms;
    }

    private static void add(String secret, Set<String> forms) {
        forms.add(secret);
        String url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        String lower = PERCENT.matcher(url).replaceAll(SecretForms::lower);
        for (String encoded : new String[] {url, lower}) {
            forms.add(encoded);
            forms.add(encoded.replace("+", "%20"));
        }
        String json = json(secret);
        forms.add(json);
        forms.add(json.replace("/", "\\/"));
        forms.add(xml(secret));
        secret.lines()
                .map(String::strip)
                .filter(line -> line.length() >= SHORTEST_LINE)
                .forEach(forms::add);
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        for (int offset = 0; offset < 3; offset++) {
            forms.add(base64Core(bytes, offset, Base64.getEncoder()));
            forms.add(base64Core(bytes, offset, Base64.getUrlEncoder()));
        }
    }

    private static String lower(MatchResult percent) {
        return percent.group().toLowerCase(Locale.ROOT);
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

    private static String json(String secret) {
        StringBuilder escaped = new StringBuilder(secret.length() + 8);
        for (int i = 0; i < secret.length(); i++) {
            char c = secret.charAt(i);
            switch (c) {
                case '"' -> escaped.append("\\\"");
                case '\\' -> escaped.append("\\\\");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                default -> escaped.append(c < ' ' ? String.format("\\u%04x", (int) c) : c);
            }
        }
        return escaped.toString();
    }

    private static String xml(String secret) {
        return secret.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;");
    }
}
