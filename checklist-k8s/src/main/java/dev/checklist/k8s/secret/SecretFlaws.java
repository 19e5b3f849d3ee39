package dev.checklist.k8s.secret;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says why the value under a key of a Secret is a placeholder, looking also into URLs and into Base64 in Base64. */
public final class SecretFlaws {
    private static final Pattern CREDENTIAL =
            Pattern.compile("pass|pwd|secret|token|key|credential|salt|private|pin$|auth$");
    private static final Pattern NAME_OF_ONE = Pattern.compile("(user|username|login|id|name|host|port|url|uri)$");
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]{4,}\\s*");

    private SecretFlaws() {}

    /** Tells whether the name of a key promises a password, token or key. */
    public static boolean isCredential(String key) {
        String plain = plain(key);
        return CREDENTIAL.matcher(plain).find() && !NAME_OF_ONE.matcher(plain).find();
    }

    /** Says why the value is a placeholder, without a word of it; empty if it is none. */
    public static Optional<String> placeholder(String key, SecretValue value) {
        if (value.isOneByteRepeated()) {
            return Optional.of("it is one character over and over");
        }
        return value.text()
                .flatMap(text -> ofText(key, text).or(() -> ofUrl(text)).or(() -> ofEncoded(key, text)));
    }

    private static Optional<String> ofText(String key, String text) {
        if (!isCredential(key)) {
            return Placeholder.flawOfSecret(text);
        }
        return plain(text).equals(plain(key))
                ? Optional.of("it is the name of its key")
                : Placeholder.flawOfCredential(text);
    }

    private static Optional<String> ofUrl(String text) {
        return ConnectionUrl.in(text.strip())
                .flatMap(ConnectionUrl::password)
                .flatMap(Placeholder::flawOfCredential)
                .map(flaw -> "of the password in the URL: " + flaw);
    }

    /** Somebody encoded the placeholder before the API did. */
    private static Optional<String> ofEncoded(String key, String text) {
        try {
            String inner = new String(Base64.getDecoder().decode(text.strip()), StandardCharsets.US_ASCII);
            return PRINTABLE.matcher(inner).matches()
                    ? ofText(key, inner).map(flaw -> "of what it is Base64 of: " + flaw)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
