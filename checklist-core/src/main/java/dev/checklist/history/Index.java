package dev.checklist.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Is an archive's directory as it was listed: names only, no file is read.
 *
 * @param anchor what stands for pruned entries
 * @param runs the entries behind it, by number
 * @param spent files that the anchor made needless, and that a killed writer did not remove
 */
record Index(Optional<Anchor> anchor, List<ArchivedRun> runs, List<Path> spent) {
    static Index of(Path directory) throws IOException {
        List<Path> files = files(directory);
        Optional<Anchor> anchor = files.stream()
                .flatMap(file -> Anchor.of(file).stream())
                .max(Comparator.comparingLong(one -> one.last().number()));
        EntryName.Link before = anchor.map(Anchor::last).orElse(EntryName.Link.NONE);
        long pruned = before.number();
        List<ArchivedRun> runs = new ArrayList<>();
        List<Path> spent = new ArrayList<>();
        for (Path file : files) {
            EntryName name = EntryName.of(file).orElse(null);
            if (name == null || name.number() <= pruned) {
                spent.add(file);
            } else {
                runs.add(new ArchivedRun(file, name, before));
                before = name.link();
            }
        }
        anchor.ifPresent(one -> spent.remove(one.file()));
        return new Index(anchor, List.copyOf(runs), List.copyOf(spent));
    }

    /** Lists entries, by number, and anchors; other files are left alone. */
    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file ->
                            EntryName.of(file).isPresent() || Anchor.of(file).isPresent())
                    .sorted(Comparator.comparingLong(Index::number).thenComparing(Path::getFileName))
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private static long number(Path file) {
        return EntryName.of(file).map(EntryName::number).orElse(0L);
    }

    /** Returns what the next entry is chained to. */
    EntryName.Link end() {
        return runs.isEmpty()
                ? anchor.map(Anchor::last).orElse(EntryName.Link.NONE)
                : runs.get(runs.size() - 1).name().link();
    }
}
