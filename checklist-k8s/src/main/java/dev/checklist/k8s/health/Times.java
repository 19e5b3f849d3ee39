package dev.checklist.k8s.health;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the API's RFC 3339 times as instants; they never compare as text, because offsets and fractions differ. */
final class Times {

    private Times() {}

    /** Gives nothing for a time that is absent or cannot be read; the rule decides what that means. */
    static Optional<Instant> instant(@Nullable String time) {
        if (time == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(time).toInstant());
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    static Optional<Duration> age(@Nullable String time, Instant now) {
        return instant(time).map(then -> Duration.between(then, now));
    }
}
