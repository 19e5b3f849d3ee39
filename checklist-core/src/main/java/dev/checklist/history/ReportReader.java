package dev.checklist.history;

import dev.checklist.run.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads back the reports that {@code JsonRenderer} wrote. */
public final class ReportReader {
    private ReportReader() {}

    /**
     * Reads a report.
     *
     * @throws IOException if it is no JSON, no report, or contradicts itself: its verdict and digest must follow from its
     *     lines
     */
    public static Report read(String json) throws IOException {
        try {
            return Report.restored(JsonReading.object(json));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /**
     * Reads a report from a file in UTF-8.
     *
     * @throws IOException if the file cannot be read, or as {@link #read(String)}
     */
    public static Report read(Path file) throws IOException {
        return read(Files.readString(file, StandardCharsets.UTF_8));
    }
}
