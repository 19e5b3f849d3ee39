package dev.checklist.k8s.logs;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says from when on lines count: since the pod was created, since an instant, or for the last so many minutes.
 *
 * @param from the instant, if one was given
 * @param length the age of the oldest line, if one was given
 */
public record LogWindow(@Nullable Instant from, @Nullable Duration length) {
    /** Counts from the creation of each pod. */
    public static final LogWindow SINCE_CREATION = new LogWindow(null, null);

    /** Counts from an instant on. */
    public static LogWindow since(Instant from) {
        return new LogWindow(from, null);
    }

    /** Counts back from each look. */
    public static LogWindow last(Duration length) {
        return new LogWindow(null, length);
    }

    /** Tells whether a later look sees the same lines and more: then a line that was found stays found. */
    boolean isFixed() {
        return length == null;
    }

    /** Tells whether it lies in the future, where nothing was written yet. */
    boolean isAfter(Instant now) {
        return from != null && from.isAfter(now);
    }

    /**
     * Returns from when on a pod's lines count: nothing is older than the pod.
     *
     * @param creation its {@code metadata.creationTimestamp}
     * @return empty if that is missing or no time, as no server gives it
     */
    public Optional<Instant> start(@Nullable String creation, Instant now) {
        Optional<Instant> created = time(creation);
        Instant asked = from != null ? from : length != null ? now.minus(length) : Instant.MIN;
        return created.map(birth -> birth.isAfter(asked) ? birth : asked);
    }

    static Optional<Instant> time(@Nullable String text) {
        try {
            return text == null
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Returns it as the end of a sentence. */
    @Override
    public String toString() {
        if (from != null) {
            return "since " + from;
        }
        return length == null ? "since its pod was created" : "in the last " + words(length);
    }

    private static String words(Duration length) {
        long seconds = length.toSeconds();
        return seconds % 3600 == 0 ? seconds / 3600 + " h" : seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }
}
