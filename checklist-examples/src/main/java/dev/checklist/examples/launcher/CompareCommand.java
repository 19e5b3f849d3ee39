package dev.checklist.examples.launcher;

import dev.checklist.history.ArchivedRun;
import dev.checklist.history.ReportReader;
import dev.checklist.history.RunArchive;
import dev.checklist.report.TextRenderer;
import dev.checklist.run.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what has changed from one run to the next. */
@Command(
        name = "compare",
        sortOptions = false,
        description = "Says what has changed from one run to the next; exits with 0 whatever it is.",
        footer = {
            "",
            "Examples:",
            "  checklist compare monday/report.json tuesday/report.json",
            "  checklist compare --archive /var/lib/checklist/ticketer"
        })
final class CompareCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..2", paramLabel = "REPORT", description = "Two JSON reports of a list, the older one first.")
    private List<Path> reports = List.of();

    @Option(
            names = "--archive",
            paramLabel = "FOLDER",
            description = "Instead: the last two runs of each list in this archive.")
    private @Nullable Path archive;

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli sets it
    private Help help = new Help();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Launcher.line(spec).getOut();
        if (archive != null && reports.isEmpty()) {
            compareLast(archive, out);
        } else if (archive == null && reports.size() == 2) {
            print(read(reports.get(0)), read(reports.get(1)), out);
        } else {
            throw new IllegalArgumentException("say what to compare: either two JSON reports, or --archive FOLDER");
        }
        return 0;
    }

    private static Report read(Path file) throws WrongFileException {
        try {
            return ReportReader.read(file);
        } catch (IOException e) {
            throw new WrongFileException("the report", file, e);
        }
    }

    private static void compareLast(Path folder, PrintWriter out) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("--archive " + folder + ": expected a folder with reports of runs");
        }
        Map<String, Deque<Report>> lists = new LinkedHashMap<>(); // the last two of each
        for (ArchivedRun run : RunArchive.at(folder).runs()) {
            run.problem().ifPresent(problem -> out.println("run " + run.number() + " does not count: " + problem));
            run.report()
                    .flatMap(Words::part)
                    .ifPresent(part -> out.println("run " + run.number() + " does not count: " + part));
            run.report().filter(report -> !report.isPartial()).ifPresent(report -> {
                Deque<Report> runs = lists.computeIfAbsent(report.title(), title -> new ArrayDeque<>());
                runs.add(report);
                if (runs.size() > 2) {
                    runs.removeFirst();
                }
            });
        }
        for (Map.Entry<String, Deque<Report>> list : lists.entrySet()) {
            Deque<Report> runs = list.getValue();
            Report now = runs.removeLast();
            if (runs.isEmpty()) {
                out.println(list.getKey() + ": only one run, of "
                        + Words.of(now.facts().startedAt()));
            } else {
                print(runs.removeLast(), now, out);
            }
        }
    }

    private static void print(Report before, Report now, PrintWriter out) throws IOException {
        if (!before.title().equals(now.title())) {
            throw new IllegalArgumentException("these are reports of two lists, \"" + before.title() + "\" and \""
                    + now.title() + "\": expected two runs of one");
        }
        TextRenderer.create().render(now.comparedTo(before), out);
    }
}
