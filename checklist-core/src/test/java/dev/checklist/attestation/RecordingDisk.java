package dev.checklist.attestation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Passes everything on to the real disk, and keeps what was done in which order; may fail on purpose. */
final class RecordingDisk implements Disk {
    final List<String> done = new ArrayList<>();
    final Set<String> failing = new HashSet<>();
    boolean isLockedByAnother;
    int shortWrites = Integer.MAX_VALUE;

    @Override
    public FileChannel open(Path file, Set<? extends OpenOption> options) throws IOException {
        return new Recording(Disk.real().open(file, options), String.valueOf(file.getFileName()));
    }

    private void note(String what, String name) throws IOException {
        done.add(what + " " + name);
        if (failing.contains(what)) {
            throw new IOException(what + " fails on purpose");
        }
    }

    private final class Recording extends FileChannel {
        private final FileChannel real;
        private final String name;

        private Recording(FileChannel real, String name) {
            this.real = real;
            this.name = name;
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            int limit = source.limit();
            source.limit(Math.min(limit, source.position() + Math.min(shortWrites, source.remaining())));
            try {
                int written = real.write(source, position);
                note("write", name);
                return written;
            } finally {
                source.limit(limit);
            }
        }

        @Override
        public void force(boolean metaData) throws IOException {
            note("force", name);
            real.force(metaData);
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            note("truncate", name);
            real.truncate(size);
            return this;
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            note("lock", name);
            FileLock lock = isLockedByAnother ? null : real.tryLock(position, size, shared);
            return lock == null ? null : new Held(this, lock);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            note("close", name);
            real.close();
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return real.read(target, position);
        }

        @Override
        public long size() throws IOException {
            return real.size();
        }

        @Override
        public int read(ByteBuffer target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long read(ByteBuffer[] targets, int offset, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int write(ByteBuffer source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long write(ByteBuffer[] sources, int offset, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long position() {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileChannel position(long newPosition) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long transferTo(long position, long count, WritableByteChannel target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long transferFrom(ReadableByteChannel source, long position, long count) {
            throw new UnsupportedOperationException();
        }

        @Override
        public MappedByteBuffer map(MapMode mode, long position, long size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileLock lock(long position, long size, boolean shared) {
            throw new UnsupportedOperationException();
        }
    }

    /** Is a lock whose release is kept, too. */
    private final class Held extends FileLock {
        private final FileLock real;

        private Held(FileChannel channel, FileLock real) {
            super(channel, real.position(), real.size(), real.isShared());
            this.real = real;
        }

        @Override
        public boolean isValid() {
            return real.isValid();
        }

        @Override
        public void release() throws IOException {
            done.add("release lock");
            real.release();
        }
    }
}
