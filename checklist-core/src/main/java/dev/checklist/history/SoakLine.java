package dev.checklist.history;

import dev.checklist.Item;
import dev.checklist.Status;
import dev.checklist.run.Finding;
import dev.checklist.run.RunDerivation;
import dev.checklist.run.RunSoFar;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Computes a soak from the archive. */
record SoakLine(RunArchive archive, Budget budget, Optional<Instant> start, Item item) implements RunDerivation {
    @Override
    public List<Item> sources() {
        return List.of(item);
    }

    @Override
    public Optional<String> demand() {
        return Optional.of(budget.words() + start.map(time -> ", from " + time).orElse(""));
    }

    @Override
    public boolean needsAllChecks() {
        return true;
    }

    @Override
    public Finding derive(RunSoFar run) throws IOException {
        Index index = archive.index();
        if (index.anchor().isPresent()) {
            Optional<Instant> pruned = newest(index.anchor().get().pruned(), run);
            if (pruned.isPresent()) {
                return Finding.of(
                        Status.ERROR,
                        "runs that it counts were pruned, up to " + pruned.get()
                                + ": let the soak start after that, and keep runs for longer than a soak is asked");
            }
        }
        return Windows.of(budget, start, run, index.runs()).finding(run.now());
    }

    /** Finds the newest pruned run that would count: without a start of its own, any that may have been the first. */
    private Optional<Instant> newest(Map<String, Instant> pruned, RunSoFar run) {
        Optional<Instant> ofThis = Optional.ofNullable(pruned.get(Subject.of(run)));
        if (start.isEmpty()) {
            return ofThis;
        }
        return Stream.concat(ofThis.stream(), Stream.ofNullable(pruned.get(Anchor.UNKNOWN)))
                .filter(time -> !time.isBefore(start.get().truncatedTo(ChronoUnit.SECONDS)))
                .max(Instant::compareTo);
    }
}
