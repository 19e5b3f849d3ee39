package dev.checklist.examples;

import dev.checklist.examples.world.World;
import dev.checklist.report.TextRenderer;
import dev.checklist.run.Attestor;
import dev.checklist.run.Report;
import dev.checklist.run.Selection;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * One run of the list by the launcher's code, in this process.
 *
 * @param report what it found
 * @param out what it printed
 * @param err what it printed meanwhile
 * @param files the reports that it wrote, by name
 * @param secrets what none of these may show
 */
record Trial(Report report, String out, String err, Map<String, String> files, Set<String> secrets) {

    static Trial of(World world, Attestor attestor, Path folder) throws IOException, InterruptedException {
        return of(world.settings(), Selection.all(), attestor, folder);
    }

    static Trial of(Map<String, String> settings, Selection selection, Attestor attestor, Path folder)
            throws IOException, InterruptedException {
        Path file = write(settings, Files.createDirectories(folder).resolve("settings.properties"));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), false, TextRenderer.create());
        Path reports = folder.resolve("report");
        Report report = new Launch(selection, attestor, reports, console, true).run(file);
        return new Trial(report, out.toString(), err.toString(), read(reports), Secrets.of(settings));
    }

    /** Writes a settings file, as a person would. */
    static Path write(Map<String, String> settings, Path file) throws IOException {
        Properties properties = new Properties();
        properties.putAll(settings);
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        return file;
    }

    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path file : all) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }

    /** Returns the secrets that can be read somewhere, with where. */
    List<String> leaks() {
        Map<String, String> texts = new TreeMap<>(files);
        texts.put("standard output", out);
        texts.put("standard error", err);
        return texts.entrySet().stream()
                .flatMap(text -> secrets.stream()
                        .filter(secret -> text.getValue().contains(secret))
                        .map(secret -> text.getKey() + " shows " + secret))
                .toList();
    }
}
