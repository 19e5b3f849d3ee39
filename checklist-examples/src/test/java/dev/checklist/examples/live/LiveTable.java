package dev.checklist.examples.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.checklist.examples.page.Phase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the lines of a page end, phase by phase, by title.
 *
 * <p>In the file, a phase stands alone, and below it its lines: the status, two spaces, the title, and where it is not
 * {@code PASSED}, behind a bar, words of the message. A line that begins with {@code without} a version of a group, or with
 * {@code before} a version of Kubernetes, says how the line above it ends on such a server.
 */
final class LiveTable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ENTRY = Pattern.compile("  ([A-Z]+)  (.*?)(?: \\| (.*))?");
    private static final Pattern OTHERWISE = Pattern.compile("    (without|before) (\\S+): ([A-Z]+) \\| (.*)");

    private final Map<String, Ending> endings;

    private LiveTable(Map<String, Ending> endings) {
        this.endings = endings;
    }

    /** How a line ends: the message, or words of it. */
    record Ending(String status, String words) {
        @Override
        public String toString() {
            return words.isEmpty() ? status : status + " | " + words;
        }
    }

    /** Reads the reviewed table, as it is for a server that lacks some groups, or is old. */
    static LiveTable read(String resource, Predicate<String> serves, int minor) throws IOException {
        try (InputStream in = Objects.requireNonNull(LiveTable.class.getResourceAsStream(resource), resource)) {
            return of(
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList(),
                    serves,
                    minor);
        }
    }

    static LiveTable of(List<String> lines, Predicate<String> serves, int minor) {
        Map<String, Ending> endings = new LinkedHashMap<>();
        String phase = "";
        String last = "";
        for (String line : lines) {
            Matcher entry = ENTRY.matcher(line);
            Matcher otherwise = OTHERWISE.matcher(line);
            if (otherwise.matches()) {
                boolean isSo = otherwise.group(1).equals("without")
                        ? !serves.test(otherwise.group(2))
                        : minor < Integer.parseInt(otherwise.group(2).replaceFirst("^1\\.", ""));
                if (isSo) {
                    endings.put(last, new Ending(otherwise.group(3), otherwise.group(4)));
                }
            } else if (entry.matches()) {
                last = phase + ": " + entry.group(2);
                String words = Objects.requireNonNullElse(entry.group(3), "");
                if (endings.put(last, new Ending(entry.group(1), words)) != null) {
                    throw new IllegalArgumentException("twice in the table: " + line);
                }
            } else if (line.matches("[-a-z]+")) {
                phase = line;
            } else if (!line.isBlank() && !line.startsWith("#")) {
                throw new IllegalArgumentException("no line of a table: " + line);
            }
        }
        return new LiveTable(endings);
    }

    /** Reads how the lines ended from the reports of all phases of a page. */
    static LiveTable found(Path reports, Function<String, String> named) throws IOException {
        Map<String, Ending> endings = new LinkedHashMap<>();
        for (Phase phase : Phase.values()) {
            Path report = reports.resolve(phase.id()).resolve("report.json");
            if (Files.exists(report)) {
                for (JsonNode line : JSON.readTree(report.toFile()).path("results")) {
                    if (!line.path("kind").asText().equals("SECTION")) {
                        endings.put(
                                phase.id() + ": "
                                        + named.apply(line.path("title").asText()),
                                new Ending(line.path("status").asText(), named.apply(message(line))));
                    }
                }
            }
        }
        return new LiveTable(endings);
    }

    private static String message(JsonNode line) {
        return line.path("message").asText().replaceAll("\\s+", " ");
    }

    /** Lists every line that ended otherwise than the table says, and every line that only one of both has. */
    List<String> difference(LiveTable expected) {
        List<String> differences = new ArrayList<>();
        Set<String> lines = new TreeSet<>(endings.keySet());
        lines.addAll(expected.endings.keySet());
        for (String line : lines) {
            Ending found = endings.get(line);
            Ending wanted = expected.endings.get(line);
            if (found == null) {
                differences.add(line + "\n    is in the table only: " + wanted);
            } else if (wanted == null) {
                differences.add(line + "\n    is not in the table: " + found);
            } else if (!found.status().equals(wanted.status()) || !found.words().contains(wanted.words())) {
                differences.add(line + "\n    expected " + wanted + "\n    but found " + found);
            }
        }
        return differences;
    }

    /** Writes it as a table, to be reviewed: messages whole. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        String phase = "";
        for (Map.Entry<String, Ending> line : endings.entrySet()) {
            String[] name = line.getKey().split(": ", 2);
            if (!name[0].equals(phase)) {
                phase = name[0];
                text.append(phase).append('\n');
            }
            Ending ending = line.getValue();
            boolean isPlain =
                    ending.status().equals("PASSED") || ending.status().equals("PENDING");
            text.append("  ").append(ending.status()).append("  ").append(name[1]);
            text.append(isPlain ? "" : " | " + ending.words()).append('\n');
        }
        return text.toString();
    }
}
