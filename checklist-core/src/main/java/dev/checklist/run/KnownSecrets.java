package dev.checklist.run;

import dev.checklist.CanIgnoreReturnValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Masks values that are known to be secret, also in Base64, URL- and JSON-escaped form. */
final class KnownSecrets {
    /** Shorter values occur by chance, so that masking them would make reports unreadable. */
    static final int SHORTEST = 4;

    private final List<String> values;

    private KnownSecrets(List<String> values) {
        this.values = values;
    }

    @CanIgnoreReturnValue
    static KnownSecrets of(Collection<String> secrets) {
        Set<String> forms = new LinkedHashSet<>();
        for (String secret : secrets) {
            if (secret == null || secret.strip().length() < SHORTEST) {
                throw new IllegalArgumentException("a secret has fewer than " + SHORTEST
                        + " characters: it cannot be masked without masking all else");
            }
            addForms(secret, forms);
            if (!secret.equals(secret.strip())) {
                addForms(secret.strip(), forms);
            }
        }
        List<String> longestFirst = new ArrayList<>(forms);
        longestFirst.removeIf(form -> form.length() < SHORTEST);
        longestFirst.sort(Comparator.comparingInt(String::length).reversed());
        return new KnownSecrets(List.copyOf(longestFirst));
    }

    private static void addForms(String secret, Set<String> forms) {
        forms.add(secret);
        forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"));
        forms.add(json(secret));
        secret.lines().map(String::strip).filter(line -> line.length() >= 16).forEach(forms::add);
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        for (int offset = 0; offset < 3; offset++) {
            forms.add(base64Core(bytes, offset, Base64.getEncoder()));
            forms.add(base64Core(bytes, offset, Base64.getUrlEncoder()));
        }
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
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    String mask(String text) {
        String masked = text;
        for (String value : values) {
            if (masked.contains(value)) {
                masked = masked.replace(value, SecretPatterns.MASK);
            }
        }
        return masked;
    }
}
