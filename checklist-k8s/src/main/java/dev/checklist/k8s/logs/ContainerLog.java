package dev.checklist.k8s.logs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Is what could be read of one log.
 *
 * @param lines what the container wrote, oldest first
 * @param gap why that is not all of it, if it is not
 */
public record ContainerLog(List<LogLine> lines, Optional<Gap> gap) {
    /** The longest line that is kept, in characters; the rest of it is passed over. */
    public static final int LONGEST_LINE = 8 << 10;

    /** Copies the list. */
    public ContainerLog {
        lines = List.copyOf(lines);
    }

    /** Says that nothing could be read, and why. */
    public static ContainerLog unread(Gap why) {
        return new ContainerLog(List.of(), Optional.of(why));
    }

    /**
     * Reads a log with times.
     *
     * <p>The kubelet reports its own failures as a text in place of the log, with status 200: a line without a time.
     *
     * @param body the answer, UTF-8
     * @param cut why the answer ends before the log does; null if it does not
     */
    public static ContainerLog of(InputStream body, @Nullable String cut) throws IOException {
        List<LogLine> lines = new ArrayList<>();
        Optional<Gap> gap = Optional.ofNullable(cut).map(Gap::of);
        BufferedReader text = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        StringBuilder line = new StringBuilder();
        for (int length = next(text, line); length >= 0; length = next(text, line)) {
            Optional<LogLine> read = LogLine.of(line.toString(), length > LONGEST_LINE);
            if (read.isPresent()) {
                lines.add(read.get());
            } else if (gap.isEmpty()) {
                gap = Optional.of(Gap.of("a line has no time, so something else than the container wrote it"));
            }
            if (length > LONGEST_LINE && gap.isEmpty()) {
                gap = Optional.of(Gap.of("a line is longer than " + (LONGEST_LINE >> 10) + " KiB"));
            }
        }
        return new ContainerLog(lines, gap);
    }

    /** Reads one line, and returns its full length; negative at the end. */
    private static int next(BufferedReader text, StringBuilder line) throws IOException {
        line.setLength(0);
        int length = 0;
        for (int c = text.read(); c >= 0; c = text.read()) {
            if (c == '\n') {
                return length;
            }
            if (length++ < LONGEST_LINE) {
                line.append((char) c);
            }
        }
        return length == 0 ? -1 : length;
    }
}
