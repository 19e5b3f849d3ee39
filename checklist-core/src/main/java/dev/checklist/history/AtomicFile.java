package dev.checklist.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file beside its place and renames it, so that it is never half there, and is on the disk when it is there. */
final class AtomicFile {
    private AtomicFile() {}

    static void write(Path directory, byte[] content, Path file) throws IOException {
        Path temporary = Files.createTempFile(directory, ".run-", ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                for (ByteBuffer rest = ByteBuffer.wrap(content); rest.hasRemaining(); ) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            force(directory);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException(
                    "the file system of " + directory + " renames no file at once: keep runs elsewhere", e);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Makes a rename last over a power cut; not every system lets a directory be forced. */
    private static void force(Path directory) throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
