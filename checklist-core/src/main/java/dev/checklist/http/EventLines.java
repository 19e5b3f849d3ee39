package dev.checklist.http;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Finds the first event or comment of a stream, byte by byte (WHATWG HTML, server-sent events). Lines end in LF, CR or
 * CRLF; an event is data and a blank line; a comment is a line that starts with a colon.
 */
final class EventLines {
    private static final String DATA = "data";
    private static final String MARK =
            new String(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, StandardCharsets.ISO_8859_1);

    private final StringBuilder line = new StringBuilder();
    private boolean hasData;
    private boolean afterReturn;
    private boolean isFirstLine = true;

    /** Takes the next byte; tells what it completes. */
    Optional<String> next(byte octet) {
        boolean secondOfPair = afterReturn && octet == '\n';
        afterReturn = octet == '\r';
        if (secondOfPair) {
            return Optional.empty();
        }
        if (octet == '\n' || octet == '\r') {
            return end();
        }
        // The beginning decides; a long line is not kept.
        if (line.length() < DATA.length() + MARK.length() + 1) {
            line.append((char) (octet & 0xff));
        }
        return Optional.empty();
    }

    private Optional<String> end() {
        String text = line.toString();
        line.setLength(0);
        if (isFirstLine && text.startsWith(MARK)) {
            text = text.substring(MARK.length());
        }
        isFirstLine = false;
        if (text.startsWith(":")) {
            return Optional.of("a comment");
        }
        if (text.isEmpty()) {
            return hasData ? Optional.of("an event") : Optional.empty();
        }
        hasData |= text.equals(DATA) || text.startsWith(DATA + ":");
        return Optional.empty();
    }
}
