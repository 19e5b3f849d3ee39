package dev.checklist.k8s;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads the header Retry-After: seconds, or a date. */
final class RetryAfter {
    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration FOREVER = Duration.ofDays(36_500);

    private RetryAfter() {}

    /** Returns how long to wait, a second at least; nothing if the header is missing or no such thing. */
    static Optional<Duration> of(String header, Instant now) {
        String text = header.strip();
        if (text.matches("\\d+")) {
            // more digits than a life has seconds
            return Optional.of(text.length() > 9 ? FOREVER : atLeast(Duration.ofSeconds(Long.parseLong(text))));
        }
        try {
            Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(atLeast(Duration.between(now, then)));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty(); // what nobody can read is as if it were not there
        }
    }

    private static Duration atLeast(Duration wait) {
        return wait.compareTo(LEAST) < 0 ? LEAST : wait;
    }
}
