package dev.checklist.attestation;

import dev.checklist.run.Waiver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads waivers from a file of blocks that people edit.
 *
 * <pre>{@code
 * # accepted until the store is replaced
 * waiver: backups/versioning
 * reason: the store is replaced next week
 * owner: Bob
 * until: 2026-11-27
 * ticket: OPS-4711
 * environments: staging, production
 * }</pre>
 *
 * <p>{@code waiver} is the exact id of the line, {@code until} the last day on which it counts, in UTC. {@code ticket}
 * and {@code environments} may be left out; without environments it counts in every one.
 */
public final class WaiverFile {
    private static final BlockFile.Keys KEYS =
            new BlockFile.Keys("waiver", List.of("reason", "owner", "until"), List.of("ticket", "environments"));

    private WaiverFile() {}

    /**
     * Reads the file; one without blocks has no waivers.
     *
     * @throws IllegalArgumentException if it is not as described, naming file, line, key and the nearest known key
     * @throws IOException if it cannot be read
     */
    public static List<Waiver> read(Path file) throws IOException {
        List<Waiver> waivers = new ArrayList<>();
        for (BlockFile.Block block : BlockFile.read(file, KEYS)) {
            waivers.add(waiver(block));
        }
        return List.copyOf(waivers);
    }

    private static Waiver waiver(BlockFile.Block block) {
        LocalDate until = block.value("until", WaiverFile::day);
        Waiver waiver = new Waiver(block.text("waiver"), block.text("reason"), block.text("owner"), until);
        Optional<String> ticket = block.optional("ticket");
        if (ticket.isPresent()) {
            waiver = waiver.withTicket(ticket.get());
        }
        for (String environment : block.list("environments")) {
            waiver = waiver.in(environment);
        }
        return waiver;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("expected a day such as 2026-11-27", e);
        }
    }
}
