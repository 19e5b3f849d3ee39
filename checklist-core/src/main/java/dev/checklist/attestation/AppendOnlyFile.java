package dev.checklist.attestation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Is a file that grows at its end only, one process and one thread at a time.
 *
 * <p>The lock is on a file beside it: on POSIX a process loses its locks on a file as soon as it closes the file
 * anywhere, and anybody may read the answers at any time.
 */
final class AppendOnlyFile {
    private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ);
    private static final Set<OpenOption> WRITE = Set.of(StandardOpenOption.WRITE);
    private static final Set<OpenOption> CREATE = Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE);
    private static final long LOCK_WAIT = 30_000_000_000L;
    private static final long LOCK_PAUSE = 2_000_000L;
    private static final long LARGEST = Integer.MAX_VALUE - 16L;

    private final Path file;
    private final Path lock;
    private final Disk disk;

    AppendOnlyFile(Path file, Disk disk) {
        this.file = file;
        this.lock = file.resolveSibling(file.getFileName() + ".lock");
        this.disk = disk;
    }

    /** Is done while nobody else appends. */
    @FunctionalInterface
    interface Action<T> {
        T run() throws IOException;
    }

    /** Returns what stands from this place on; nothing if there is no file yet. */
    byte[] from(long start) throws IOException {
        if (!Files.exists(file)) {
            if (start > 0) {
                throw new IOException(file + " was deleted while it was in use: restore it, or start anew");
            }
            return new byte[0];
        }
        try (FileChannel channel = disk.open(file, READ)) {
            long size = channel.size();
            if (size < start || size - start > LARGEST) {
                throw new IOException(file + " has " + size + " bytes, and had " + start
                        + " when it was read before: it was cut off or replaced while it was in use");
            }
            ByteBuffer bytes = ByteBuffer.allocate((int) (size - start));
            int read;
            do { // a read may bring less than it was asked for
                read = channel.read(bytes, start + bytes.position());
            } while (read >= 0 && bytes.hasRemaining());
            byte[] found = new byte[bytes.position()];
            System.arraycopy(bytes.array(), 0, found, 0, found.length);
            return found;
        }
    }

    /** Does something while nobody else appends: no other process, and no other thread of this one. */
    <T> T exclusively(Action<T> action) throws IOException {
        // one monitor per file for all of the JVM, whichever class loader asks; there is none in static state
        synchronized (("dev.checklist.attestation " + file).intern()) {
            try (FileChannel channel = disk.open(lock, CREATE);
                    FileLock held = lock(channel)) {
                if (!held.isValid()) {
                    throw new IOException(lock + " could not be locked");
                }
                return action.run();
            }
        }
    }

    private FileLock lock(FileChannel channel) throws IOException {
        long start = System.nanoTime();
        while (true) {
            FileLock held = channel.tryLock();
            if (held != null) {
                return held;
            }
            if (System.nanoTime() - start > LOCK_WAIT) {
                throw new IOException("another process has held " + lock + " for 30 s: is it stopped?");
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new IOException("interrupted while another process held " + lock);
            }
            LockSupport.parkNanos(LOCK_PAUSE);
        }
    }

    /** Appends at this place, where the file ends but for a torn rest, and returns when the disk has it. */
    void append(long end, byte[] bytes) throws IOException {
        boolean isNew = !Files.exists(file);
        try (FileChannel channel = disk.open(file, isNew ? CREATE : WRITE)) {
            try {
                cut(channel, end);
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest, end + rest.position());
                }
                channel.force(true);
            } catch (IOException e) {
                takeBack(channel, end, e);
                throw e;
            }
        }
        if (isNew) {
            forceFolder();
        }
    }

    /** Cuts off what was torn, and returns when the disk has done so. */
    void cut(long end) throws IOException {
        try (FileChannel channel = disk.open(file, WRITE)) {
            cut(channel, end);
            channel.force(true);
        }
    }

    private static void cut(FileChannel channel, long end) throws IOException {
        if (channel.size() > end) {
            channel.truncate(end);
        }
    }

    /** Leaves no half record behind where that is possible; otherwise the next to append cuts it off. */
    private static void takeBack(FileChannel channel, long end, IOException problem) {
        try {
            cut(channel, end);
            channel.force(true);
        } catch (IOException e) {
            problem.addSuppressed(e);
        }
    }

    /** Makes the name of a new file last, on platforms where folders can be forced. */
    private void forceFolder() throws IOException {
        Path folder = file.getParent();
        if (folder == null) {
            throw new IllegalStateException(file + " is absolute, so it has a folder");
        }
        FileChannel opened;
        try {
            opened = disk.open(folder, READ);
        } catch (IOException e) {
            return; // this platform opens no folders, and keeps names by itself
        }
        try (opened) {
            opened.force(true);
        }
    }
}
