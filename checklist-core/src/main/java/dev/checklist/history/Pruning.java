package dev.checklist.history;

import dev.checklist.run.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Removes the oldest entries, by the only writer; reads one report at a time.
 *
 * <p>The anchor is on the disk before the first file goes. What a killed pruning left is removed by the next.
 */
final class Pruning {
    private final Map<String, Instant> newest = new HashMap<>();
    private final Set<String> titles = new TreeSet<>();

    private Pruning() {}

    static Pruned first(int count, Index index, Path directory) throws IOException {
        return new Pruning().prune(index, count, directory);
    }

    private Pruned prune(Index index, int count, Path directory) throws IOException {
        List<ArchivedRun> doomed = index.runs().subList(0, count);
        List<ArchivedRun> left = index.runs().subList(count, index.runs().size());
        if (index.anchor().isPresent()) {
            newest.putAll(index.anchor().get().pruned());
        }
        if (!doomed.isEmpty()) {
            doomed.forEach(this::remember);
            Anchor.write(directory, doomed.get(count - 1).name().link(), newest);
            delete(index.anchor().map(Anchor::file).stream().toList());
        }
        delete(doomed.stream().map(ArchivedRun::file).toList());
        delete(index.spent());
        return new Pruned(count, left.size(), forgotten(left));
    }

    private void remember(ArchivedRun run) {
        Optional<Report> report = run.report();
        report.ifPresent(one -> titles.add(one.title()));
        newest.merge(
                report.map(Subject::of).orElse(Anchor.UNKNOWN),
                report.map(one -> one.facts().startedAt()).orElse(run.startedAt()),
                (one, other) -> one.isAfter(other) ? one : other);
    }

    private List<String> forgotten(List<ArchivedRun> left) {
        Set<String> gone = new TreeSet<>(titles);
        for (int i = left.size() - 1; i >= 0 && !gone.isEmpty(); i--) {
            left.get(i).report().ifPresent(report -> gone.remove(report.title()));
        }
        return List.copyOf(gone);
    }

    private static void delete(List<Path> files) throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
