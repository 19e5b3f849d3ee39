package dev.checklist.examples.launcher;

import dev.checklist.Checklist;
import dev.checklist.history.ReportReader;
import dev.checklist.history.RunArchive;
import dev.checklist.report.JsonRenderer;
import dev.checklist.run.ChecklistRunner;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Gives the embedded world a past: one look, kept in its archive as if it had been taken every hour of the last day, since
 * no demonstration lasts a day. For the demonstration only.
 */
final class DemoDay {
    private static final int HOURS = 24;
    private static final Pattern INSTANT = Pattern.compile("\"(\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z)\"");

    private DemoDay() {}

    static void live(ChecklistRunner runner, Checklist list, RunArchive archive) throws IOException {
        String look = JsonRenderer.create().render(runner.run(list));
        for (int hour = HOURS; hour > 0; hour--) {
            var kept = archive.add(ReportReader.read(earlier(look, Duration.ofHours(hour))));
            if (kept.report().isEmpty()) {
                throw new IOException("the past of the demonstration was not kept: " + kept.problem());
            }
        }
    }

    private static String earlier(String json, Duration by) {
        return INSTANT.matcher(json)
                .replaceAll(found -> "\"" + Instant.parse(found.group(1)).minus(by) + "\"");
    }
}
