package dev.checklist.history;

import dev.checklist.Item;
import dev.checklist.run.Finding;
import dev.checklist.run.RunDerivation;
import dev.checklist.run.RunSoFar;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
        return Windows.of(budget, start, run, archive.runs()).finding(run.now());
    }
}
