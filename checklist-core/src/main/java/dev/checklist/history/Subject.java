package dev.checklist.history;

import dev.checklist.hash.Sha256;
import dev.checklist.run.Line;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.RunSoFar;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Hashes what a run was about: its parameters, and the ids and texts of all its lines, asked or not. */
final class Subject {
    private Subject() {}

    static String of(Report report) {
        Stream<Line> asked = report.lines().stream().map(Result::line);
        return of(
                report.about(),
                Stream.concat(asked, report.unselected().stream()).toList());
    }

    static String of(RunSoFar run) {
        return of(run.about(), run.lines());
    }

    private static String of(Map<String, String> about, List<Line> lines) {
        Map<String, String> texts = new TreeMap<>();
        lines.forEach(line -> texts.put(line.id(), line.textHash()));
        return Sha256.hex(bytes(about), bytes(texts));
    }

    /** Writes how many there are and how long each is, so that no two maps are written alike. */
    private static byte[] bytes(Map<String, String> values) {
        StringBuilder text = new StringBuilder().append(values.size());
        new TreeMap<>(values)
                .forEach((name, value) -> Stream.of(name, value)
                        .forEach(word -> text.append(' ')
                                .append(word.length())
                                .append(' ')
                                .append(word)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
