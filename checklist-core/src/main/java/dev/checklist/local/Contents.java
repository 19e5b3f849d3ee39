package dev.checklist.local;

import dev.checklist.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Reads files: regular ones that hold anything at all, behind links too, and up to a limit. */
final class Contents {
    private static final int BUFFER = 64 * 1024;

    private Contents() {}

    /** Takes the bytes of a file as they are read. */
    @FunctionalInterface
    interface Reader {
        void take(byte[] buffer, int length);
    }

    /** Returns a file's text, if it has no more bytes than that. */
    static String text(Path file, int limit) throws Obstacle, InterruptedException {
        Capture kept = new Capture(limit);
        readParts(file, (buffer, length) -> {
            kept.take(buffer, length);
            return kept.isComplete();
        });
        if (!kept.isComplete()) {
            throw Obstacle.unseen(file + " has more than " + limit / 1024 + " KiB, so that not all of it was read");
        }
        String text = Utf8.text(kept.bytes(), file + " holds");
        if (text.isBlank()) {
            throw Obstacle.absent(file + " holds nothing but white space");
        }
        return text;
    }

    /** Reads all of a file, whatever its size; returns how many bytes there were. */
    @CanIgnoreReturnValue
    static long read(Path file, Reader reader) throws Obstacle, InterruptedException {
        return readParts(file, (buffer, length) -> {
            reader.take(buffer, length);
            return true;
        });
    }

    /** Is asked for more after each part. */
    private interface Part {
        boolean andGoOn(byte[] buffer, int length);
    }

    @CanIgnoreReturnValue
    private static long readParts(Path file, Part part) throws Obstacle, InterruptedException {
        long bytes = 0;
        try {
            // A pipe or a device would make the reading wait, or go on for ever.
            if (!Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
                throw Obstacle.absent(file + " is " + (Files.isDirectory(file) ? "a directory" : "no regular file"));
            }
            try (InputStream in = Files.newInputStream(file)) {
                byte[] buffer = new byte[BUFFER];
                for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                    bytes += length;
                    if (!part.andGoOn(buffer, length)) {
                        return bytes;
                    }
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                }
            }
        } catch (Obstacle e) {
            throw e;
        } catch (IOException e) {
            throw obstacle(file, e);
        }
        if (bytes == 0) {
            throw Obstacle.absent(file + " is empty");
        }
        return bytes;
    }

    private static Obstacle obstacle(Path file, IOException e) {
        if (e instanceof NoSuchFileException) {
            return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                    ? Obstacle.absent(file + " is a link that leads nowhere")
                    : Obstacle.absent(file + " is not there");
        }
        if (e instanceof AccessDeniedException) {
            return Obstacle.forbidden(file + " may not be read by this account");
        }
        String why = e instanceof FileSystemException failed && failed.getReason() != null
                ? failed.getReason()
                : e instanceof FileSystemLoopException ? "its links go round" : String.valueOf(e.getMessage());
        return Obstacle.unseen(file + " could not be read: " + Shown.plain(why));
    }
}
