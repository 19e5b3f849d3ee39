package dev.checklist.examples;

import dev.checklist.Checklist;
import dev.checklist.examples.ticketer.TicketerChecklist;
import dev.checklist.examples.ticketer.TicketerSettings;
import dev.checklist.report.ProgressLine;
import dev.checklist.report.TextRenderer;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Selection;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the Ticketer checklist, against the embedded world or against the one that a settings file names. */
@Command(
        name = "ticketer",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs the Ticketer checklist. Exit code: 0 ready, 1 not ready, 2 incomplete, 64 wrong input.")
public final class Main implements Callable<Integer> {
    private static final int WRONG_INPUT = 64;

    @ArgGroup(multiplicity = "1")
    private Target target = new Target();

    @Option(names = "--broken", paramLabel = "NAME", description = "With --demo: break the world this way.")
    private @Nullable String broken;

    @Option(names = "--unattended", description = "Answer no human line; they stay open.")
    private boolean unattended;

    @Option(
            names = "--only",
            paramLabel = "TAG|ID",
            split = ",",
            description = "Run only these lines and what they need.")
    private List<String> only = List.of();

    @Option(names = "--skip", paramLabel = "TAG|ID", split = ",", description = "Leave these lines out.")
    private List<String> skip = List.of();

    @Option(names = "--report", paramLabel = "FOLDER", description = "Where the reports go; default ${DEFAULT-VALUE}.")
    private Path folder = Path.of("target", "report");

    /** Says what the list is run against. */
    static final class Target {
        @Option(names = "--demo", required = true, description = "Run against an embedded world.")
        private boolean demo;

        @Option(
                names = "--settings",
                required = true,
                paramLabel = "FILE",
                description = "Run against these addresses.")
        private @Nullable Path settings;
    }

    /** Runs, and exits with the verdict. */
    public static void main(String[] arguments) {
        System.exit(command().execute(arguments));
    }

    static CommandLine command() {
        return new CommandLine(new Main())
                .setOut(new PrintWriter(System.out, true, Charset.defaultCharset()))
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println(line.getCommandName() + ": " + failure.getMessage());
                    return WRONG_INPUT;
                })
                .setParameterExceptionHandler((failure, arguments) -> {
                    CommandLine line = failure.getCommandLine();
                    line.getErr().println(line.getCommandName() + ": " + failure.getMessage());
                    line.usage(line.getErr());
                    return WRONG_INPUT;
                });
    }

    @Override
    public Integer call() throws IOException {
        Path settings = target.settings;
        if (settings != null) {
            if (broken != null) {
                throw new IllegalArgumentException(
                        "--broken breaks the embedded world only: leave it out, or use --demo");
            }
            return run(settings);
        }
        try (DemoWorld world = DemoWorld.start(Optional.ofNullable(broken))) {
            return run(world.settings());
        }
    }

    private int run(Path file) throws IOException {
        TicketerSettings settings = TicketerSettings.read(file);
        try (TicketerChecklist ticketer = new TicketerChecklist(settings)) {
            Checklist page = ticketer.page();
            boolean terminal = Terminal.isAttended();
            TextRenderer text = TextRenderer.create().withColour(terminal);
            Report report = runner(settings, text, terminal).run(page);
            text.render(report, System.out);
            System.out.println(TicketerChecklist.tally(page));
            Reports.write(report, folder);
            System.out.println("Reports: " + folder.toAbsolutePath().normalize());
            return report.verdict().exitCode();
        }
    }

    private ChecklistRunner runner(TicketerSettings settings, TextRenderer text, boolean terminal) {
        Selection selection = Selection.all().only(only.toArray(String[]::new)).skip(skip.toArray(String[]::new));
        ChecklistRunner runner = ChecklistRunner.create()
                .withSecrets(settings.secrets())
                .withSelection(selection)
                .withListener(
                        terminal ? ProgressLine.interactive(text, System.err) : ProgressLine.plain(text, System.err));
        return target.demo && !unattended ? runner.withAttestor(new ScriptedAttestor()) : runner;
    }
}
