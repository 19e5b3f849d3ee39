package dev.checklist.history;

import dev.checklist.run.Report;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Is an entry of an archive.
 *
 * @param number the number of the entry, from 1
 * @param startedAt when the run started, to the second, as the file's name says
 * @param file the file
 * @param report the report; empty if the entry does not verify
 * @param problem why it does not verify: edited, moved, or the entry before it is gone
 */
public record ArchivedRun(
        long number, Instant startedAt, Path file, Optional<Report> report, Optional<String> problem) {}
