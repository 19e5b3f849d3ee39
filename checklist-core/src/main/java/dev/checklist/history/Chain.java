package dev.checklist.history;

import dev.checklist.hash.Sha256;
import dev.checklist.run.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Chains the entries of an archive, and verifies one. */
final class Chain {
    private Chain() {}

    static String hash(String before, byte[] content) {
        return Sha256.hex(before.getBytes(StandardCharsets.US_ASCII), content);
    }

    /**
     * Is what reading an entry came to.
     *
     * @param report the report; empty if the entry does not verify
     * @param problem why it does not verify
     */
    record Verified(Optional<Report> report, Optional<String> problem) {}

    /**
     * Verifies an entry against the one before it; whatever is wrong with it is said, never thrown.
     *
     * @param known what the same content was understood as before, if that is still known
     */
    static Verified verified(Path file, EntryName name, EntryName.Link before, Optional<Report> known) {
        if (name.number() != before.number() + 1) {
            return broken("the entry before it is gone: expected number " + (before.number() + 1) + ", but found "
                    + name.number());
        }
        try {
            byte[] content = Files.readAllBytes(file);
            if (!hash(before.hash(), content).equals(name.hash())) {
                return broken("it was changed, or the entry before it was replaced: the hash differs");
            }
            if (known.isPresent()) {
                return new Verified(known, Optional.empty());
            }
            Report report = ReportReader.read(new String(content, StandardCharsets.UTF_8));
            boolean isSame =
                    report.facts().startedAt().truncatedTo(ChronoUnit.SECONDS).equals(name.startedAt());
            return isSame
                    ? new Verified(Optional.of(report), Optional.empty())
                    : broken("its name says another start than its report");
        } catch (IOException e) {
            return broken("it cannot be read: " + e.getMessage());
        }
    }

    private static Verified broken(String problem) {
        return new Verified(Optional.empty(), Optional.of(problem));
    }
}
