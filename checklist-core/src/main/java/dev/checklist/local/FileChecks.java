package dev.checklist.local;

import dev.checklist.Check;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Is a file of this machine, reached through links too.
 *
 * <p>A file that is not there, is empty or no regular file, is FAILED; one that may not be read, has more than 16 MiB
 * where its text is judged, or is no text in UTF-8, is an ERROR.
 */
public final class FileChecks {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final String name;
    private final Path file;

    FileChecks(String name, Path file) {
        this.name = name;
        this.file = file;
    }

    /** Passes when the file is there, can be read, and is not empty. */
    public Check exists() {
        return check("exists", "exists", "a file that is not empty", new LooksAtFile.Exists());
    }

    /** Passes when this text is in the file, in the same letters; it stands in the report. */
    public Check contains(String text) {
        String wanted = Given.text("text", text);
        String shown = Shown.quoted(wanted);
        return check("contains", "contains " + shown, shown + " in it", new LooksAtFile.Contains(wanted));
    }

    /**
     * Passes when the file has this content.
     *
     * @param digest SHA-256 in 64 hexadecimal digits, as {@code sha256sum} prints it
     * @throws IllegalArgumentException if it is no such digest
     */
    public Check hasSha256(String digest) {
        String wanted = Given.line("digest", digest).toLowerCase(Locale.ROOT);
        if (!SHA256.matcher(wanted).matches()) {
            throw new IllegalArgumentException(
                    "digest is " + Shown.quoted(digest) + ": expected 64 hexadecimal digits");
        }
        return check("has sha256", "has SHA-256 " + wanted, "SHA-256 " + wanted, new LooksAtFile.HasSha256(wanted));
    }

    /**
     * Passes when no line of the file holds what somebody was to replace: {@code your-registry}, {@code example.com},
     * {@code changeme}, {@code TODO}, {@code <host>} and the like. Comments are lines too.
     */
    public Check hasNoPlaceholders() {
        return check(
                "has no placeholders", "has no placeholders", "no placeholder", new LooksAtFile.HasNoPlaceholders());
    }

    private Check check(String predicate, String words, String expected, LooksAtFile.Judge judge) {
        return Check.of(
                "file " + name + " " + predicate, "file " + name + " " + words, new LooksAtFile(file, expected, judge));
    }
}
