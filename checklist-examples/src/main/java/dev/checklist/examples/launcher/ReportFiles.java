package dev.checklist.examples.launcher;

import dev.checklist.run.Report;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;

/** Says in which formats reports are written, and where. */
final class ReportFiles {
    private static final Path FOLDER = Path.of("target", "report");

    @Option(
            names = "--report",
            paramLabel = "FORMAT=FILE",
            split = ",",
            description =
                    "Write the report as html, json, md, junit, text or gitlab; where several lists run, each has a"
                            + " folder below the one of FILE. Default: all of them, below target/report.")
    private Map<Format, Path> wanted = new EnumMap<>(Format.class);

    /** Tells whether a format was asked for. */
    boolean has(Format format) {
        return wanted.containsKey(format);
    }

    /**
     * Refuses what is no file.
     *
     * @throws IllegalArgumentException if a file is a folder
     */
    void requireFiles() {
        wanted.forEach((format, file) -> {
            if (file.toString().isBlank() || Files.isDirectory(file)) {
                throw new IllegalArgumentException("--report " + format.name().toLowerCase(Locale.ROOT) + "=" + file
                        + " names no file: expected one, such as " + FOLDER.resolve(format.file()));
            }
        });
    }

    /**
     * Makes the folders, so that a run never loses its reports.
     *
     * @throws IllegalArgumentException if one cannot be made
     */
    void prepare(Path below) {
        for (Path file : files(below).values()) {
            try {
                Files.createDirectories(folder(file));
            } catch (IOException e) {
                throw new IllegalArgumentException(
                        "--report " + file + " cannot be written: expected a folder " + folder(file)
                                + " that may be written to (" + e + ")",
                        e);
            }
        }
    }

    /** Writes a report, with what has changed since the runs before. */
    void write(Report report, List<Report> earlier, Path below) throws IOException {
        for (Map.Entry<Format, Path> file : files(below).entrySet()) {
            try (Writer out = Files.newBufferedWriter(file.getValue())) {
                file.getKey().renderer(earlier).render(report, out);
            }
        }
    }

    /** Returns the folder of the first file, to be named to people. */
    Path folder() {
        return files(Path.of("")).values().stream()
                .map(ReportFiles::folder)
                .findFirst()
                .orElse(FOLDER);
    }

    private Map<Format, Path> files(Path below) {
        Map<Format, Path> all = new EnumMap<>(Format.class);
        if (wanted.isEmpty()) {
            Arrays.stream(Format.values()).forEach(format -> all.put(format, FOLDER.resolve(format.file())));
        }
        all.putAll(wanted);
        all.replaceAll((format, file) -> folder(file).resolve(below).resolve(file.getFileName()));
        return all;
    }

    private static Path folder(Path file) {
        Path parent = file.toAbsolutePath().normalize().getParent();
        return parent == null ? file : parent;
    }
}
