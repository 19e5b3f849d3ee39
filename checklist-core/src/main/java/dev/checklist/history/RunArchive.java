package dev.checklist.history;

import dev.checklist.report.JsonRenderer;
import dev.checklist.run.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

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
    /** The entries as they were listed last, since many lines of one run look at the same ones. */
    private List<ArchivedRun> known = List.of();

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
        EntryName.Link before = index().end();
        String hash = Chain.hash(before.hash(), content);
        Instant start = report.facts().startedAt().truncatedTo(ChronoUnit.SECONDS);
        EntryName name = new EntryName(before.number() + 1, start, hash);
        Path file = directory.resolve(name.fileName());
        AtomicFile.write(directory, content, file);
        return new ArchivedRun(file, name, before);
    }

    synchronized Index index() throws IOException {
        Map<EntryName, ArchivedRun> before =
                known.stream().collect(Collectors.toMap(ArchivedRun::name, run -> run, (one, other) -> one));
        Index listed = Index.of(directory);
        known = listed.runs().stream()
                .map(run -> Optional.ofNullable(before.get(run.name()))
                        .filter(run::isSame)
                        .orElse(run))
                .toList();
        return new Index(listed.anchor(), known, listed.spent());
    }

    /**
     * Lists all entries, by number; those that do not verify too. No report is read until it is asked for.
     *
     * @throws IOException if the directory cannot be read; a directory that is not there has no entries
     */
    public List<ArchivedRun> runs() throws IOException {
        return index().runs();
    }

    /**
     * Returns the newest run that verifies.
     *
     * @throws IOException if the directory cannot be read
     */
    public Optional<ArchivedRun> last() throws IOException {
        List<ArchivedRun> all = runs();
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).problem().isEmpty()) {
                return Optional.of(all.get(i));
            }
        }
        return Optional.empty();
    }

    /**
     * Removes the oldest runs, so that so many are left.
     *
     * <p>The chain still verifies: a small file stands for what was removed, and remembers what it was about. A soak that
     * would count a removed run is an ERROR that says so, never green; lists without a run that is left are named.
     *
     * @throws IllegalArgumentException if it is less than 1
     * @throws IOException if files could not be read or removed; pruning again ends what was begun
     */
    public Pruned keepNewest(int runs) throws IOException {
        if (runs < 1) {
            throw new IllegalArgumentException("runs is " + runs + ": expected 1 or more");
        }
        return prune(index -> Math.max(0, index.runs().size() - runs));
    }

    /**
     * Removes the oldest runs up to the first that started at a time or later; as {@link #keepNewest}, which says what is
     * remembered. The newest run stays, however old it is.
     *
     * @param time such as {@code Instant.now().minus(ofDays(90))}
     * @throws IOException if files could not be read or removed; pruning again ends what was begun
     */
    public Pruned keepSince(Instant time) throws IOException {
        if (time == null) {
            throw new IllegalArgumentException("time is null: say since when runs are kept");
        }
        return prune(index -> {
            List<ArchivedRun> runs = index.runs();
            int count = 0;
            while (count < runs.size() - 1 && runs.get(count).startedAt().isBefore(time)) {
                count++;
            }
            return count;
        });
    }

    private Pruned prune(ToIntFunction<Index> count) throws IOException {
        if (!Files.exists(directory)) {
            return new Pruned(0, 0, List.of());
        }
        ArchiveLock lock = ArchiveLock.of(directory.resolve(".lock"));
        try {
            Index index = index();
            return Pruning.first(count.applyAsInt(index), index, directory);
        } finally {
            lock.close();
        }
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
