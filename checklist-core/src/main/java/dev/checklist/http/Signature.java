package dev.checklist.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognizes what should not be public by its content, so that no byte of it need be shown. */
enum Signature {
    ENVIRONMENT_FILE("environment file", "(?m)^\\s*(export\\s+)?[A-Z][A-Z0-9_]{2,}\\s*=\\s*\\S"),
    GIT_HEAD("git repository", "\\A(ref: refs/|[0-9a-f]{40}\\s*\\z)"),
    GIT_CONFIG("git configuration", "(?m)^\\s*\\[(core|remote \"[^\"]*\")\\]"),
    ACTUATOR("Spring actuator", "\"(propertySources|activeProfiles|_links|contexts|beans)\"\\s*:"),
    METRICS("Prometheus metrics", "(?m)^# (HELP|TYPE) [a-zA-Z_:]"),
    PPROF("Go profiler", "(?i)/debug/pprof|full goroutine stack dump|goroutine \\d+ \\["),
    SERVER_STATUS("server status", "(?i)Apache Server Status|Scoreboard:|Active connections: \\d"),
    PHP_INFO("phpinfo", "(?i)<title>(PHP [\\d.]+ - )?phpinfo\\(\\)"),
    PRIVATE_KEY("private key", "-----BEGIN ([A-Z]+ )*PRIVATE KEY-----"),
    DATABASE_DUMP("database dump", "(?m)\\A(PGDMP|-- (MySQL|MariaDB|PostgreSQL) (database )?dump|SQLite format 3)"),
    ARCHIVE("archive", "\\A(PK\\x03\\x04|\\x1f\\x8b)"),
    DIRECTORY_LISTING("directory listing", "(?i)<title>Index of /");

    private static final int SEARCHED = 64 << 10;

    private final String words;
    private final Pattern pattern;

    Signature(String words, String pattern) {
        this.words = words;
        this.pattern = Pattern.compile(pattern);
    }

    /** Recognizes the beginning of a body. */
    static Optional<Signature> of(Body body) {
        byte[] bytes = body.bytes();
        String text = new String(bytes, 0, Math.min(bytes.length, SEARCHED), StandardCharsets.ISO_8859_1);
        return Arrays.stream(values())
                .filter(signature -> signature.pattern.matcher(text).find())
                .findFirst();
    }

    @Override
    public String toString() {
        return words;
    }
}
