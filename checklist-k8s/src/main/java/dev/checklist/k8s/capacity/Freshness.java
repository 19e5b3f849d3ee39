package dev.checklist.k8s.capacity;

import io.fabric8.kubernetes.api.model.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells whether a measurement is of now: no older than three of the windows over which it was taken. */
final class Freshness {
    private static final int WINDOWS = 3;

    private Freshness() {}

    /** Says what is wrong with the time of a measurement; nothing if it is fresh. */
    static Optional<String> fault(@Nullable String timestamp, @Nullable Duration window, Instant now) {
        if (timestamp == null || window == null || window.getDuration() == null) {
            return Optional.of("without a time and a window");
        }
        Instant taken;
        try {
            taken = OffsetDateTime.parse(timestamp).toInstant();
        } catch (DateTimeParseException unreadable) {
            return Optional.of("of " + timestamp + ", which is no time");
        }
        java.time.Duration most = window.getDuration().multipliedBy(WINDOWS);
        // one from the future is as strange as an old one: a clock is wrong
        return java.time.Duration.between(taken, now).abs().compareTo(most) > 0
                ? Optional.of("of " + timestamp + ", more than " + WINDOWS + " windows of "
                        + window.getDuration().toSeconds() + " s from now")
                : Optional.empty();
    }
}
