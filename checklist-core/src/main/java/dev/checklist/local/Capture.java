package dev.checklist.local;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps the beginning of what a program writes, and lets the rest go by. */
final class Capture implements Sink {
    /** As much as a line can be about. */
    static final int LIMIT = 1024 * 1024;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final int limit;
    private long seen;

    Capture(int limit) {
        this.limit = limit;
    }

    @Override
    public synchronized void take(byte[] buffer, int length) {
        kept.write(buffer, 0, Math.min(length, limit - kept.size()));
        seen += length;
    }

    synchronized boolean isComplete() {
        return seen == kept.size();
    }

    /** Returns what was kept, with a sign for what is no text. */
    synchronized String shown() {
        return kept.toString(StandardCharsets.UTF_8) + (isComplete() ? "" : "… (" + seen + " bytes)");
    }

    synchronized byte[] bytes() {
        return kept.toByteArray();
    }

    /** Returns all of it as text; a part, or bytes that are none, cannot be judged. */
    String text(String what) throws Obstacle {
        if (!isComplete()) {
            throw Obstacle.unseen(what + " wrote more than " + limit / 1024 + " KiB, so that not all of it was read");
        }
        return Utf8.text(bytes(), what + " wrote");
    }
}
