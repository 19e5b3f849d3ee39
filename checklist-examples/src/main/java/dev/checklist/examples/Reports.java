package dev.checklist.examples;

import dev.checklist.report.JUnitXmlRenderer;
import dev.checklist.report.JsonRenderer;
import dev.checklist.report.MarkdownRenderer;
import dev.checklist.report.Renderer;
import dev.checklist.run.Report;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Writes a report in every format for machines and archives. */
final class Reports {
    private static final Map<String, Renderer> FORMATS = new TreeMap<>(Map.of(
            "report.md", MarkdownRenderer.create(),
            "report.json", JsonRenderer.create(),
            "report.xml", JUnitXmlRenderer.create()));

    private Reports() {}

    static void write(Report report, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, Renderer> format : FORMATS.entrySet()) {
            try (Writer out = Files.newBufferedWriter(folder.resolve(format.getKey()))) {
                format.getValue().render(report, out);
            }
        }
    }
}
