package dev.checklist.k8s.diagnosis;

import io.fabric8.kubernetes.api.model.Event;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Is what the cluster noted about an object.
 *
 * @param type Normal or Warning
 * @param reason a word, such as FailedScheduling
 * @param message what happened, in one line
 * @param part the part of the object, such as {@code spec.containers{web}}; empty for all of it
 * @param count how often
 * @param last when last; {@link Instant#MIN} if that is not told
 */
public record SeenEvent(String type, String reason, String message, String part, int count, Instant last) {

    /** Reads an event as the API has it. */
    public static SeenEvent of(Event event) {
        Integer count =
                event.getSeries() == null ? event.getCount() : event.getSeries().getCount();
        String part = event.getInvolvedObject() == null
                ? ""
                : event.getInvolvedObject().getFieldPath();
        return new SeenEvent(
                Words.line(event.getType()),
                Words.line(event.getReason()),
                Words.line(event.getMessage()),
                Words.line(part),
                Math.max(1, Objects.requireNonNullElse(count, 1)),
                last(event));
    }

    private static Instant last(Event event) {
        return Stream.of(
                        event.getSeries() == null || event.getSeries().getLastObservedTime() == null
                                ? null
                                : event.getSeries().getLastObservedTime().getTime(),
                        event.getLastTimestamp(),
                        event.getEventTime() == null
                                ? null
                                : event.getEventTime().getTime(),
                        event.getFirstTimestamp())
                .filter(Objects::nonNull)
                .findFirst()
                .map(SeenEvent::time)
                .orElse(Instant.MIN);
    }

    private static Instant time(@Nullable String text) {
        try {
            return text == null ? Instant.MIN : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return Instant.MIN;
        }
    }

    boolean isAbout(String container) {
        return part.isEmpty() || part.endsWith("{" + container + "}");
    }

    /** Returns it as a line of a report. */
    @Override
    public String toString() {
        return type + " " + reason + (count > 1 ? " x" + count : "") + (last.equals(Instant.MIN) ? "" : " at " + last)
                + ": " + message;
    }
}
