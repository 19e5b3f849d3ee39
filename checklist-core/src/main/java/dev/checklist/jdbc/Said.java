package dev.checklist.jdbc;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Quotes what came from a database or a driver: on one line, not without end, and cut where a secret may begin. */
final class Said {
    private static final int LONGEST = 200;
    private static final Pattern SECRET = Pattern.compile(
            "(?i)jdbc:|://[^/\\s]*@|\\b\\w*(pass(word|wd|phrase)?|pwd|secret|token|credential)\\w*\\s*[=:]");

    private Said() {}

    /** Returns the first sentence or so of an exception; empty if it says nothing. */
    static String of(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null ? "" : beforeSecret(line(message, LONGEST));
    }

    /** Returns a text between quotes. */
    static String quoted(String text) {
        return "\"" + line(text, LONGEST) + "\"";
    }

    static String line(String text, int longest) {
        String head = text.length() > 4 * longest ? text.substring(0, 4 * longest) : text;
        String line = head.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= longest && head.length() == text.length()
                ? line
                : line.substring(0, Math.min(line.length(), longest)) + "…";
    }

    private static String beforeSecret(String text) {
        Matcher secret = SECRET.matcher(text);
        return secret.find() ? text.substring(0, secret.start()).strip() + "…" : text;
    }
}
