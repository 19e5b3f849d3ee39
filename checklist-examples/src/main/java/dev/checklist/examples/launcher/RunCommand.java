package dev.checklist.examples.launcher;

import dev.checklist.Checklist;
import dev.checklist.examples.page.Page;
import dev.checklist.examples.page.Phase;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
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

/** Runs pages, phase by phase. */
@Command(
        name = "run",
        sortOptions = false,
        description = "Runs pages, phase by phase, and exits with the verdict.",
        footer = {
            "",
            "Examples:",
            "  checklist run ticketer trackdechets --demo",
            "  checklist run ticketer --demo --broken pods-crash-loop",
            "  checklist run trackdechets --settings my.properties --phase before \\",
            "      --answers answers.jsonl --ask",
            "  checklist run ticketer --settings my.properties --only T48 --quiet",
            "  checklist run ticketer --settings my.properties \\",
            "      --report html=out/page.html,junit=out/page.xml",
            "",
            "Exit code: 0 ready, 1 not ready, 2 incomplete, 64 wrong input, 70 the launcher or its world failed."
        })
final class RunCommand implements Callable<Integer> {
    private final Surroundings around;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PAGE", description = "ticketer, trackdechets, or both.")
    private List<String> pages = List.of();

    @Mixin
    private Target target = new Target();

    @Mixin
    private PhaseChoice phases = new PhaseChoice();

    @Mixin
    private Part part = new Part();

    @Mixin
    private Permissions permissions = new Permissions();

    @Mixin
    private People people = new People();

    @Mixin
    private ReportFiles files = new ReportFiles();

    @Option(names = "--quiet", description = "Print only the headline of each phase, and the verdict of the page.")
    private boolean quiet;

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli sets it
    private Help help = new Help();

    RunCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Launcher.line(spec).getOut();
        PrintWriter err = Launcher.line(spec).getErr();
        HeldBack way = new HeldBack(err);
        List<String> names = List.copyOf(new LinkedHashSet<>(pages));
        List<Verdict> verdicts = new ArrayList<>();
        files.requireFiles();
        boolean demo = target.isDemo(names);
        ChecklistRunner runner = people.apply(
                permissions.apply(ChecklistRunner.create(), demo), demo, around, new People.Voices(out, way));
        try (Places places = target.places(names)) {
            Progress progress = Progress.of(around, quiet, people.areAsked());
            Console console = new Console(out, way, around, progress, files);
            for (String name : names) {
                try (Page page = target.open(name, places)) {
                    Map<Phase, Checklist> wanted = phases.of(page);
                    boolean hasFolders = names.size() > 1 || wanted.size() > 1;
                    PageRun run = new PageRun(page, part.of(wanted), hasFolders, demo);
                    PageVerdict verdict = run.with(runner, console);
                    verdicts.add(phases.isOne() ? run.verdict() : verdict.verdict());
                }
            }
        }
        new ContinuousIntegration(around).hint(files, err);
        return Worst.of(verdicts).exitCode();
    }
}
