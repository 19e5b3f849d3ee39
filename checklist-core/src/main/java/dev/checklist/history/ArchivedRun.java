package dev.checklist.history;

import dev.checklist.run.Report;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Is an entry of an archive: what its name says, and its report when asked for.
 *
 * <p>Each {@link #report()} and {@link #problem()} reads the file and verifies it. A report is parsed once and kept only for
 * as long as there is memory to spare.
 */
public final class ArchivedRun {
    private final Path file;
    private final EntryName name;
    private final EntryName.Link before;
    private volatile SoftReference<Report> understood = new SoftReference<>(null);

    ArchivedRun(Path file, EntryName name, EntryName.Link before) {
        this.file = file;
        this.name = name;
        this.before = before;
    }

    /** Returns the number of the entry, from 1. */
    public long number() {
        return name.number();
    }

    /** Returns when the run started, to the second, as the file's name says. */
    public Instant startedAt() {
        return name.startedAt();
    }

    /** Returns the file. */
    public Path file() {
        return file;
    }

    /** Reads the report; empty if the entry does not verify. */
    public Optional<Report> report() {
        return verified().report();
    }

    /** Says why the entry does not verify: edited, moved, pruned since, or the entry before it is gone. */
    public Optional<String> problem() {
        return verified().problem();
    }

    private Chain.Verified verified() {
        Optional<Report> known = Optional.ofNullable(understood.get());
        Chain.Verified verified = Chain.verified(file, name, before, known);
        if (known.isEmpty()) {
            understood = new SoftReference<>(verified.report().orElse(null));
        }
        return verified;
    }

    boolean isSame(ArchivedRun other) {
        return file.equals(other.file) && name.equals(other.name) && before.equals(other.before);
    }

    EntryName name() {
        return name;
    }

    @Override
    public String toString() {
        return "run " + number() + " of " + startedAt();
    }
}
