package dev.checklist.examples;

import dev.checklist.Checklist;
import dev.checklist.examples.ticketer.TicketerChecklist;
import dev.checklist.examples.ticketer.TicketerSettings;
import dev.checklist.examples.world.World;
import dev.checklist.report.JUnitXmlRenderer;
import dev.checklist.report.JsonRenderer;
import dev.checklist.report.MarkdownRenderer;
import dev.checklist.report.ProgressLine;
import dev.checklist.report.TextRenderer;
import dev.checklist.run.Attestor;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Selection;
import java.io.IOException;
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
 * One run of the whole page of Ticketer, in this process.
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
        Path reports = Files.createDirectories(folder.resolve("report"));
        TicketerSettings known = TicketerSettings.read(file);
        try (TicketerChecklist ticketer = new TicketerChecklist(known)) {
            Checklist page = ticketer.page();
            Report report = ChecklistRunner.create()
                    .withWrites()
                    .withLoad()
                    .withSecrets(known.secrets())
                    .withSelection(selection)
                    .withAttestor(attestor)
                    .withListener(ProgressLine.plain(TextRenderer.create(), err))
                    .run(page);
            TextRenderer.create().render(report, out);
            out.append("\n").append(TicketerChecklist.tally(page)).append("\n");
            out.append(report.headline()).append(System.lineSeparator());
            Files.writeString(
                    reports.resolve("report.md"), MarkdownRenderer.create().render(report));
            Files.writeString(
                    reports.resolve("report.json"), JsonRenderer.create().render(report));
            Files.writeString(
                    reports.resolve("report.xml"), JUnitXmlRenderer.create().render(report));
            return new Trial(report, out.toString(), err.toString(), read(reports), Secrets.of(settings));
        }
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
