package dev.checklist.examples.launcher;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Is the command line: its commands, what is done about wrong input, and the exit codes. */
@Command(
        name = "checklist",
        sortOptions = false,
        mixinStandardHelpOptions = false,
        description = "Runs deployment checklists, takes answers to them, and compares runs.",
        footer = {
            "",
            "Examples:",
            "  checklist run ticketer --demo",
            "  checklist run trackdechets --settings my.properties --phase before",
            "  checklist list ticketer --settings my.properties",
            "  checklist COMMAND --help",
            "",
            "Exit code: 0 ready, 1 not ready, 2 incomplete, 64 wrong input, 70 the launcher or its world failed."
        })
public final class Launcher implements Callable<Integer> {
    /** Is the exit code for wrong input. */
    public static final int WRONG_INPUT = 64;

    private static final int FAILED = 70;

    @CommandLine.Mixin
    @SuppressWarnings("UnusedVariable") // picocli sets it
    private Help help = new Help();

    @Spec
    private @Nullable CommandSpec spec;

    private Launcher() {}

    /** Makes the command line, which neither exits nor writes anywhere but to its own two writers. */
    public static CommandLine command(Surroundings around) {
        CommandLine command = new CommandLine(new Launcher())
                .addSubcommand(new RunCommand(around))
                .addSubcommand(new ListCommand(around))
                .addSubcommand(new AttestCommand())
                .addSubcommand(new CompareCommand())
                .addSubcommand(new RightsCommand())
                .addSubcommand(new CompletionCommand());
        return command.setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(false)
                .setExecutionExceptionHandler((failure, line, parsed) -> failed(failure, line))
                .setParameterExceptionHandler((failure, arguments) -> refused(failure));
    }

    @Override
    public Integer call() {
        throw new ParameterException(line(spec), "name a command: run, list, attest, compare, rights or completion");
    }

    /** Returns the command line that picocli has given to a command. */
    static CommandLine line(@Nullable CommandSpec spec) {
        if (spec == null) {
            throw new IllegalStateException("no command line is there yet: expected picocli to set it");
        }
        return spec.commandLine();
    }

    private static int refused(ParameterException failure) {
        CommandLine line = failure.getCommandLine();
        String said = String.valueOf(failure.getMessage()).replaceFirst("^Error: ", "");
        line.getErr().println(line.getCommandSpec().qualifiedName() + ": " + said);
        line.getErr().println("Try " + line.getCommandSpec().qualifiedName() + " --help.");
        return WRONG_INPUT;
    }

    private static int failed(Exception failure, CommandLine line) {
        boolean isWrongInput = failure instanceof IllegalArgumentException || failure instanceof WrongFileException;
        String said = isWrongInput || failure instanceof IOException && failure.getMessage() != null
                ? failure.getMessage()
                : failure.toString();
        line.getErr().println(line.getCommandSpec().qualifiedName() + ": " + said);
        return isWrongInput ? WRONG_INPUT : FAILED;
    }
}
