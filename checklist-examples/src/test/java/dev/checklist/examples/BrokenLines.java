package dev.checklist.examples;

import dev.checklist.Status;
import dev.checklist.run.Kind;
import dev.checklist.run.Report;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Words the machine lines that are broken, as the tables of the broken worlds do. */
public final class BrokenLines {
    private BrokenLines() {}

    /** Returns those that are FAILED, and those that are an ERROR with an exclamation mark. */
    static List<String> of(Report report, Map<String, String> settings) {
        return report.lines().stream()
                .filter(result -> result.line().kind() == Kind.CHECK)
                .filter(result -> result.status() == Status.FAILED || result.status() == Status.ERROR)
                .map(result -> (result.status() == Status.ERROR ? "! " : "")
                        + named(result.line().title(), settings))
                .toList();
    }

    static String in(String phase, String line) {
        return line.startsWith("! ") ? "! " + phase + ": " + line.substring(2) : phase + ": " + line;
    }

    /** Names places and commits as the settings do, since they are others in each world. */
    public static String named(String title, Map<String, String> settings) {
        String named = title;
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            String value = setting.getValue().replaceFirst("^https?://", "");
            if (value.matches("(localhost|127\\.0\\.0\\.1):\\d+|[0-9a-f]{40}|[-0-9T:]{19}Z|ticketer_\\w+")) {
                named = named.replace(value, setting.getKey());
            }
        }
        return named;
    }

    /** Reads a table: the name of a world, and below it, indented, the lines. */
    static Map<String, List<String>> table(String resource) throws IOException {
        Map<String, List<String>> table = new LinkedHashMap<>();
        try (InputStream in = Objects.requireNonNull(BrokenLines.class.getResourceAsStream(resource), resource)) {
            List<String> lines = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (line.startsWith("  ")) {
                    lines.add(line.strip());
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    lines = new ArrayList<>();
                    table.put(line.strip(), lines);
                }
            }
        }
        return table;
    }
}
