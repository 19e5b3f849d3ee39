package dev.checklist.history;

import dev.checklist.hash.Sha256;
import dev.checklist.run.Report;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Chains the entries of an archive, and verifies one. */
final class Chain {
    private Chain() {}

    static String hash(String before, byte[] content) {
        return Sha256.hex(before.getBytes(StandardCharsets.US_ASCII), content);
    }

    /**
     * Verifies an entry against the one before it; whatever is wrong with it is said, never thrown.
     *
     * @param known entries that were verified before, by their hash, which stands for all of their content
     */
    static ArchivedRun verified(
            Path file, EntryName name, String before, long expected, Map<String, ArchivedRun> known) {
        if (name.number() != expected) {
            String problem =
                    "the entry before it is gone: expected number " + expected + ", but found " + name.number();
            return broken(file, name, problem);
        }
        try {
            byte[] content = Files.readAllBytes(file);
            if (!hash(before, content).equals(name.hash())) {
                return broken(file, name, "it was changed, or the entry before it was replaced: the hash differs");
            }
            ArchivedRun again = known.get(name.hash());
            if (again != null && again.file().equals(file)) {
                return again;
            }
            Report report = ReportReader.read(new String(content, StandardCharsets.UTF_8));
            boolean isSame =
                    report.facts().startedAt().truncatedTo(ChronoUnit.SECONDS).equals(name.startedAt());
            return isSame
                    ? new ArchivedRun(name.number(), name.startedAt(), file, Optional.of(report), Optional.empty())
                    : broken(file, name, "its name says another start than its report");
        } catch (IOException e) {
            return broken(file, name, "it cannot be read: " + e.getMessage());
        }
    }

    private static ArchivedRun broken(Path file, EntryName name, String problem) {
        return new ArchivedRun(name.number(), name.startedAt(), file, Optional.empty(), Optional.of(problem));
    }

    /** Makes a rename last over a power cut; not every system lets a directory be forced. */
    static void force(Path directory) throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
