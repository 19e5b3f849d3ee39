package dev.checklist.examples;

import dev.checklist.examples.world.fault.Breakage;
import dev.checklist.run.Attestor;
import dev.checklist.run.Selection;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the Ticketer checklist, against the embedded world or against the one that a settings file names. */
@Command(
        name = "ticketer",
        sortOptions = false,
        description = "Runs the Ticketer checklist.",
        footer = {
            "",
            "Exit code: 0 ready, 1 not ready, 2 incomplete, 64 wrong input, 70 the launcher or its world failed.",
            "",
            "Ways to break the embedded world:"
        })
public final class Main implements Callable<Integer> {
    private static final int WRONG_INPUT = 64;
    private static final int FAILED = 70;

    @Spec
    private @Nullable CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Target target = new Target();

    @Option(names = "--broken", paramLabel = "NAME", description = "With --demo: break the world this way.")
    private @Nullable String broken;

    @Option(
            names = "--unattended",
            description = "With --demo: answer no human line; they stay open, as they do with --settings.")
    private boolean unattended;

    @Option(
            names = "--only",
            paramLabel = "TAG|ID",
            split = ",",
            description = "Run only these lines and what they need, such as T48.")
    private List<String> only = List.of();

    @Option(names = "--skip", paramLabel = "TAG|ID", split = ",", description = "Leave these lines out.")
    private List<String> skip = List.of();

    @Option(names = "--report", paramLabel = "FOLDER", description = "Where the reports go; default ${DEFAULT-VALUE}.")
    private Path folder = Path.of("target", "report");

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli sets it
    private boolean help;

    /** Says what the list is run against. */
    static final class Target {
        @Option(
                names = "--demo",
                required = true,
                description = "Run against an embedded world, whose people are scripted.")
        @SuppressWarnings("UnusedVariable") // picocli sets it
        private boolean demo;

        @Option(
                names = "--settings",
                required = true,
                paramLabel = "FILE",
                description = "Run against these addresses; ticketer.sample.properties explains the file.")
        private @Nullable Path settings;
    }

    /** Runs, and exits with the verdict. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, Console.charset());
        System.exit(command().setOut(out).execute(arguments));
    }

    static CommandLine command() {
        CommandLine command = new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, line, parsed) -> failed(failure, line))
                .setParameterExceptionHandler((failure, arguments) -> {
                    CommandLine line = failure.getCommandLine();
                    line.getErr().println(line.getCommandName() + ": " + failure.getMessage());
                    line.getErr().println("Try --help.");
                    return WRONG_INPUT;
                });
        command.getHelpSectionMap()
                .put(CommandLine.Model.UsageMessageSpec.SECTION_KEY_FOOTER, help -> help.footer() + breakages());
        return command;
    }

    private static String breakages() {
        return Breakage.catalogue() + System.lineSeparator();
    }

    private static int failed(Exception failure, CommandLine line) {
        boolean wrongInput = failure instanceof IllegalArgumentException;
        line.getErr().println(line.getCommandName() + ": " + (wrongInput ? failure.getMessage() : failure.toString()));
        return wrongInput ? WRONG_INPUT : FAILED;
    }

    @Override
    public Integer call() throws IOException {
        Path settings = target.settings;
        if (settings != null && broken != null) {
            throw new IllegalArgumentException(
                    "--broken " + broken + " breaks the embedded world only: leave it out, or use --demo");
        }
        if (settings != null) {
            return launch(Attestor.none(), settings, false);
        }
        Optional<Breakage> breakage = Optional.ofNullable(broken).map(Breakage::named);
        try (DemoWorld world = DemoWorld.start(breakage)) {
            return launch(unattended ? Attestor.none() : new ScriptedAttestor(), world.settings(), true);
        }
    }

    private int launch(Attestor attestor, Path settings, boolean rehearsal) throws IOException {
        Selection selection = Selection.all().only(only.toArray(String[]::new)).skip(skip.toArray(String[]::new));
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Console console = Console.ofProcess(line.getOut(), line.getErr());
        return new Launch(selection, attestor, folder, console, rehearsal)
                .run(settings)
                .verdict()
                .exitCode();
    }
}
