package dev.checklist.k8s.logs;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Is one line of a container's log.
 *
 * @param time when the container wrote it, by the clock of its node
 * @param text the line without its time, cut at {@link ContainerLog#LONGEST_LINE}
 * @param isCut whether the line is longer than that
 */
public record LogLine(Instant time, String text, boolean isCut) {

    /** Reads a line as the kubelet writes it with {@code timestamps=true}; what has no time is no line of a log. */
    static Optional<LogLine> of(String line, boolean isCut) {
        int space = line.indexOf(' ');
        String time = space < 0 ? line : line.substring(0, space);
        try {
            Instant instant = OffsetDateTime.parse(time).toInstant();
            return Optional.of(new LogLine(instant, space < 0 ? "" : line.substring(space + 1), isCut));
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }

    /** Returns the line as it may be shown: what is left of a cut one could end in half a secret, which nobody masks. */
    public String shown() {
        return isCut ? "(a line of more than " + (ContainerLog.LONGEST_LINE >> 10) + " KiB)" : text;
    }
}
