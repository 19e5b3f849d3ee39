package dev.checklist.examples.launcher;

import dev.checklist.Checklist;
import dev.checklist.examples.page.Page;
import dev.checklist.examples.page.Phase;
import dev.checklist.history.ArchivedRun;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Selection;
import dev.checklist.run.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Runs phases of a page one after the other, keeps and shows their reports, and judges the page. */
final class PageRun {
    private final Page page;
    private final Map<Phase, Selection> wanted;
    private final boolean hasFolders;
    private final boolean isDemo;
    private final Map<Phase, Report> reports = new EnumMap<>(Phase.class);

    /**
     * Prepares a run.
     *
     * @param wanted the phases to run, and what is asked of each
     * @param hasFolders whether the files of each phase go to a folder of their own
     * @param isDemo whether the world has no past of its own
     */
    PageRun(Page page, Map<Phase, Selection> wanted, boolean hasFolders, boolean isDemo) {
        this.page = page;
        this.wanted = new EnumMap<>(wanted);
        this.hasFolders = hasFolders;
        this.isDemo = isDemo;
    }

    /**
     * Runs the phases.
     *
     * @return the verdict of the page, with what the archive knows of the other phases
     * @throws IllegalArgumentException if a selection or a folder is wrong
     */
    PageVerdict with(ChecklistRunner given, Console console) throws IOException {
        wanted.keySet().forEach(phase -> console.files().prepare(below(phase)));
        ChecklistRunner runner = given.withSecrets(page.secrets());
        List<Report> before = archived();
        Map<Phase, Checklist> lists = page.phases();
        for (Map.Entry<Phase, Selection> part : wanted.entrySet()) {
            Phase phase = part.getKey();
            Checklist list = Objects.requireNonNull(lists.get(phase));
            if (isDemo && phase == Phase.FIRST_DAY) {
                DemoDay.live(runner, list, page.archive());
            }
            Report report = console.watch(runner.withSelection(part.getValue()), list);
            if (!report.isPartial()) {
                keep(report);
            }
            reports.put(phase, report);
            console.show(report, before, below(phase));
        }
        PageVerdict verdict = PageVerdict.of(lists, reports, before);
        console.close(page.name(), verdict);
        return verdict;
    }

    /** Returns the worst verdict of the phases that were run. */
    Verdict verdict() {
        return Worst.of(reports.values().stream().map(Report::verdict).toList());
    }

    private void keep(Report report) throws IOException {
        ArchivedRun kept = page.archive().add(report);
        if (kept.report().isEmpty()) {
            throw new IOException("the report was not kept: " + kept.problem());
        }
    }

    private Path below(Phase phase) {
        return hasFolders ? Path.of(page.name(), phase.id()) : Path.of("");
    }

    /**
     * Reads the archive, and keeps the newest whole run of each list and release, in the order of time; what a part of a
     * list came to is nothing to compare with.
     */
    private List<Report> archived() throws IOException {
        Map<List<Object>, Report> newest = new LinkedHashMap<>();
        for (ArchivedRun run : page.archive().runs()) {
            run.report().filter(report -> !report.isPartial()).ifPresent(report -> {
                List<Object> what = List.of(report.title(), report.about());
                newest.remove(what);
                newest.put(what, report);
            });
        }
        return List.copyOf(newest.values());
    }
}
