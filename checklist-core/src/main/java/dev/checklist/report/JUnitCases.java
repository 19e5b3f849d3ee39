package dev.checklist.report;

import dev.checklist.Checklist;
import dev.checklist.Entry;
import dev.checklist.Mark;
import dev.checklist.Section;
import dev.checklist.run.Attempt;
import dev.checklist.run.Line;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.Verdict;
import dev.checklist.run.Waiver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Maps a list to test cases, so that a file without failure and error is a READY list, and the other way round: a case
 * for the verdict comes first, since open lines are mere skips to a build server.
 */
final class JUnitCases {
    private JUnitCases() {}

    static List<JUnitCase> of(Report report) {
        List<JUnitCase> cases = new ArrayList<>();
        cases.add(verdict(report));
        JUnitGroups groups = new JUnitGroups(report.title());
        for (Result result : report.results()) {
            Line line = result.line();
            if (line.kind().isLine()) {
                cases.add(of(groups.around(line.depth()), result));
            } else {
                groups.enter(line.depth(), line.title());
            }
        }
        for (Line line : report.unselected()) {
            cases.add(JUnitCase.skipped(report.title(), line.title(), "NOT ASKED: not selected"));
        }
        return cases;
    }

    static List<JUnitCase> of(Checklist list) {
        List<JUnitCase> cases = new ArrayList<>();
        JUnitGroups groups = new JUnitGroups(list.title());
        for (Entry entry : list.entries()) {
            if (entry.item() instanceof Section section) {
                groups.enter(entry.depth(), section.title());
            } else {
                String group = groups.around(entry.depth());
                cases.add(JUnitCase.skipped(group, entry.item().title(), "not run"));
            }
        }
        return cases;
    }

    private static JUnitCase verdict(Report report) {
        Verdict verdict = report.verdict();
        boolean ready = verdict == Verdict.READY;
        JUnitCase.Ending broken = verdict == Verdict.NOT_READY ? JUnitCase.Ending.FAILURE : JUnitCase.Ending.ERROR;
        return new JUnitCase(
                report.title(),
                "verdict",
                Duration.ZERO,
                ready ? JUnitCase.Ending.PASSED : broken,
                ready ? "" : verdict.name(),
                ready ? "" : report.headline(),
                report.headline());
    }

    private static JUnitCase of(String group, Result result) {
        boolean counts = result.line().isRequired();
        return switch (result.status()) {
            case PASSED -> of(group, result, JUnitCase.Ending.PASSED, "", "");
            case FAILED ->
                counts
                        ? of(group, result, JUnitCase.Ending.FAILURE, "FAILED", result.message())
                        : skipped(group, result, "advisory, FAILED");
            case ERROR ->
                counts
                        ? of(group, result, JUnitCase.Ending.ERROR, type(result.mark()), result.message())
                        : skipped(group, result, "advisory, ERROR");
            case PENDING ->
                skipped(
                        group,
                        result,
                        "PENDING"
                                + result.line()
                                        .role()
                                        .map(role -> " (" + role + ")")
                                        .orElse(""));
            case WAIVED ->
                skipped(
                        group,
                        result,
                        "WAIVED" + result.waiver().map(JUnitCases::words).orElse(""));
            case BLOCKED, SKIPPED -> skipped(group, result, result.status().name());
        };
    }

    private static String words(Waiver waiver) {
        return ", " + Wording.waiver(waiver);
    }

    private static String type(Mark mark) {
        return mark.couldNotLook() ? mark.name() : "ERROR";
    }

    private static JUnitCase skipped(String group, Result result, String word) {
        return of(group, result, JUnitCase.Ending.SKIPPED, "", word + ": " + Wording.message(result));
    }

    private static JUnitCase of(String group, Result result, JUnitCase.Ending ending, String type, String message) {
        return new JUnitCase(group, result.line().title(), time(result), ending, type, message, output(result));
    }

    private static Duration time(Result result) {
        List<Attempt> attempts = result.attempts();
        return attempts.isEmpty()
                ? Duration.ZERO
                : Duration.between(
                        attempts.get(0).startedAt(),
                        attempts.get(attempts.size() - 1).endedAt());
    }

    private static String output(Result result) {
        List<String> rows = new ArrayList<>();
        rows.add(result.status() + ": " + Wording.message(result));
        result.seenAt().ifPresent(time -> rows.add("seen: " + time));
        if (result.attempts().size() > 1) {
            rows.add(Wording.attempts(result));
        }
        rows.add(details(LineDetails.of(result, withoutLogs(result.evidence()))));
        Wording.next(result).ifPresent(remedy -> rows.add("next: " + remedy));
        if (!result.diagnosis().isEmpty()) {
            rows.add("diagnosis: the text, Markdown and JSON reports have it");
        }
        return rows.stream().filter(row -> !row.isBlank()).collect(Collectors.joining("\n"));
    }

    /** Leaves out lines of logs, as a diagnosis has them, too: build servers keep these files and show them to many. */
    private static Map<String, String> withoutLogs(Map<String, String> evidence) {
        Map<String, String> rest = new LinkedHashMap<>(evidence);
        rest.keySet().removeIf(name -> name.startsWith("log line"));
        return rest;
    }

    private static String details(List<Detail> details) {
        return details.stream()
                .map(detail -> detail.label() + ": " + detail.text())
                .collect(Collectors.joining("\n"));
    }
}
