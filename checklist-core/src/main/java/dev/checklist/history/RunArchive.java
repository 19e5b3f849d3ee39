package dev.checklist.history;

import dev.checklist.report.JsonRenderer;
import dev.checklist.run.Report;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps the reports of runs in a directory: one JSON report a run, written beside and renamed, so that none is ever half
 * there.
 *
 * <p>Entries are chained: a file's name has the SHA-256 of the name before it and of its own content. An entry that was
 * edited does not verify, nor does one whose predecessor is gone. That the newest entries were cut off cannot be seen:
 * compare {@link #last()} with what the last run printed. Safe for several threads and processes at once.
 */
public final class RunArchive {
    private final Path directory;
    /** What the last reading verified, by its hash: many lines of one run look at the same entries. */
    private Map<String, ArchivedRun> known = Map.of();

    private RunArchive(Path directory) {
        this.directory = directory;
    }

    /** Uses a directory, which is made with the first entry. */
    public static RunArchive at(Path directory) {
        if (directory == null) {
            throw new IllegalArgumentException("directory is null: say where runs are kept");
        }
        return new RunArchive(directory);
    }

    /**
     * Keeps a report; it is on the disk when this returns.
     *
     * @throws IOException if it could not be kept, such as on a full disk; the archive is as before
     */
    public ArchivedRun add(Report report) throws IOException {
        Files.createDirectories(directory);
        byte[] content = JsonRenderer.create().render(report).getBytes(StandardCharsets.UTF_8);
        ArchiveLock lock = ArchiveLock.of(directory.resolve(".lock"));
        try {
            return append(report, content);
        } finally {
            lock.close();
        }
    }

    /** Appends as the only writer, so that nobody else takes the next number meanwhile. */
    private ArchivedRun append(Report report, byte[] content) throws IOException {
        Optional<EntryName> before = newest();
        long number = before.map(EntryName::number).orElse(0L) + 1;
        String hash = Chain.hash(before.map(EntryName::hash).orElse(EntryName.NONE), content);
        EntryName name = new EntryName(number, report.facts().startedAt().truncatedTo(ChronoUnit.SECONDS), hash);
        Path file = directory.resolve(name.fileName());
        write(content, file);
        return new ArchivedRun(number, name.startedAt(), file, Optional.of(report), Optional.empty());
    }

    private Optional<EntryName> newest() throws IOException {
        return files().stream()
                .map(EntryName::of)
                .flatMap(Optional::stream)
                .max(Comparator.comparingLong(EntryName::number));
    }

    private void write(byte[] content, Path file) throws IOException {
        Path temporary = Files.createTempFile(directory, ".run-", ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                for (ByteBuffer rest = ByteBuffer.wrap(content); rest.hasRemaining(); ) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            Chain.force(directory);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException(
                    "the file system of " + directory + " renames no file at once: keep runs elsewhere", e);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * Returns all entries, by number; those that do not verify too, which say why.
     *
     * @throws IOException if the directory cannot be read; a directory that is not there has no entries
     */
    public synchronized List<ArchivedRun> runs() throws IOException {
        List<ArchivedRun> all = new ArrayList<>();
        Map<String, ArchivedRun> verified = new HashMap<>();
        String before = EntryName.NONE;
        long number = 0;
        for (Path file : files()) {
            EntryName name = EntryName.of(file).orElse(null);
            if (name != null) {
                ArchivedRun run = Chain.verified(file, name, before, number + 1, known);
                all.add(run);
                if (run.problem().isEmpty()) {
                    verified.put(name.hash(), run);
                }
                before = name.hash();
                number = name.number();
            }
        }
        known = verified;
        return List.copyOf(all);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> EntryName.of(file).isPresent())
                    .sorted(Comparator.comparingLong((Path file) ->
                                    EntryName.of(file).map(EntryName::number).orElse(0L))
                            .thenComparing(Path::getFileName))
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /**
     * Returns the newest run that verifies.
     *
     * @throws IOException if the directory cannot be read
     */
    public Optional<ArchivedRun> last() throws IOException {
        List<ArchivedRun> all = runs();
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).report().isPresent()) {
                return Optional.of(all.get(i));
            }
        }
        return Optional.empty();
    }

    /**
     * Starts a line that watches listed items over so long, by the runs in this archive: {@code archive.soak(ofHours(24))
     * .every(ofHours(1)).maxMissed(1).maxFailures(0).of("Pods stay healthy", healthy)}.
     *
     * @throws IllegalArgumentException if it is not more than zero and at most 366 days
     */
    public Soak soak(Duration length) {
        return Soak.over(this, length);
    }

    @Override
    public String toString() {
        return "archive at " + directory;
    }
}
