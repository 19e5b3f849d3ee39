package dev.checklist.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/** Searches the objects of a repository as {@code git cat-file --batch} writes them, in a buffer of one size. */
final class GitObjects implements Sink {
    private static final int LONGEST_HEADER = 200;
    private static final int BUFFER = 512 * 1024;
    private static final int MOST_FINDINGS = 100;

    private final Needles needles;
    private final Set<String> allowed;
    private final Set<String> findings = new TreeSet<>();
    private final ByteArrayOutputStream header = new ByteArrayOutputStream();
    private final byte[] window;
    private int filled;
    private String object = "";
    private String type = "";
    private long left = -1;
    private long objects;
    private long bytes;

    GitObjects(Needles needles, Set<String> allowed) {
        this.needles = needles;
        this.allowed = allowed;
        this.window = new byte[Math.max(BUFFER, 4 * needles.reach())];
    }

    @Override
    public void take(byte[] buffer, int length) throws IOException {
        int at = 0;
        while (at < length) {
            if (left < 0) {
                at = header(buffer, at, length);
            } else if (left == 0) {
                if (buffer[at++] != '\n') {
                    throw Obstacle.unseen("git wrote something else than its objects");
                }
                left = -1;
            } else {
                at = body(buffer, at, length);
            }
        }
    }

    private int header(byte[] buffer, int from, int length) throws Obstacle {
        for (int at = from; at < length; at++) {
            if (buffer[at] == '\n') {
                begin(header.toString(StandardCharsets.US_ASCII));
                header.reset();
                return at + 1;
            }
            header.write(buffer[at]);
            if (header.size() > LONGEST_HEADER) {
                throw Obstacle.unseen("git wrote something else than its objects");
            }
        }
        return length;
    }

    private void begin(String line) throws Obstacle {
        String[] fields = line.split(" ", -1);
        try {
            if (fields.length != 3) {
                throw Obstacle.unseen("git could not read an object: " + Shown.plain(line));
            }
            object = fields[0];
            type = fields[1];
            left = Long.parseLong(fields[2]);
        } catch (NumberFormatException e) {
            throw Obstacle.unseen("git could not read an object: " + Shown.plain(line));
        }
        objects++;
        bytes += left;
        filled = 0;
    }

    private int body(byte[] buffer, int from, int length) {
        int size = (int) Math.min(Math.min(left, length - from), window.length - filled);
        System.arraycopy(buffer, from, window, filled, size);
        filled += size;
        left -= size;
        if (left == 0) {
            needles.find(window, filled, filled, this::found);
        } else if (filled == window.length) {
            // What may begin in the tail cannot be decided yet, so it is kept for the next round.
            int decided = filled - needles.reach();
            needles.find(window, decided, filled, this::found);
            System.arraycopy(window, decided, window, 0, filled - decided);
            filled -= decided;
        }
        return from + size;
    }

    private void found(String label) {
        if (findings.size() < MOST_FINDINGS && !allowed.contains(object)) {
            findings.add(label + " in " + type + " " + object);
        }
    }

    /** Returns what was found and where, without the values. */
    Set<String> findings() {
        return findings;
    }

    long objects() {
        return objects;
    }

    long bytes() {
        return bytes;
    }

    /** Tells whether the last object was read to its end. */
    boolean isAtEnd() {
        return left < 0 && header.size() == 0;
    }
}
