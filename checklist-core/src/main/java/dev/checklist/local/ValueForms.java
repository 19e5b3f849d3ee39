package dev.checklist.local;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;

/** Spells a secret value as it may stand in a repository: plainly, in a Kubernetes Secret, in a URL, in JSON. */
final class ValueForms {
    /** Shorter texts occur by chance in a large history. */
    static final int SHORTEST = 6;

    private static final int SHORTEST_BASE64 = 8;
    private static final int SHORTEST_LINE = 16;
    private static final int SHORTEST_HALF = 16;
    private static final int LONGEST_HALF = 32;

    private ValueForms() {}

    static Set<String> of(String value) {
        Set<String> forms = new LinkedHashSet<>();
        String plain = value.strip();
        forms.add(plain);
        // A key of several lines may be indented, or end its lines otherwise.
        if (plain.contains("\n")) {
            plain.lines()
                    .map(String::strip)
                    .filter(line -> line.length() >= SHORTEST_LINE && !line.startsWith("-----"))
                    .forEach(forms::add);
        }
        forms.add(plain.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r"));
        String url = URLEncoder.encode(plain, StandardCharsets.UTF_8);
        forms.add(url);
        forms.add(url.replace("+", "%20"));
        byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);
        for (int offset = 0; offset < 3; offset++) {
            addBase64(bytes, offset, Base64.getEncoder(), forms);
            addBase64(bytes, offset, Base64.getUrlEncoder(), forms);
        }
        return forms;
    }

    /** Adds the part of the Base64 form that stays the same whatever stands before and behind the bytes. */
    private static void addBase64(byte[] bytes, int offset, Base64.Encoder encoder, Set<String> forms) {
        byte[] shifted = new byte[offset + bytes.length];
        System.arraycopy(bytes, 0, shifted, offset, bytes.length);
        String encoded = encoder.withoutPadding().encodeToString(shifted);
        int from = offset == 0 ? 0 : offset + 1;
        int to = shifted.length * 8 / 6;
        if (to - from >= SHORTEST_BASE64) {
            forms.add(encoded.substring(from, to));
        }
        // Tools end lines of Base64 after 64 or 76 characters, and so within one of two neighbouring parts at most.
        int half = Math.min((to - from) / 2, LONGEST_HALF);
        if (half >= SHORTEST_HALF) {
            int middle = (from + to) / 2;
            forms.add(encoded.substring(middle - half, middle));
            forms.add(encoded.substring(middle, middle + half));
        }
    }
}
