package dev.checklist.examples.launcher;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a script by which a shell completes our commands and options. */
@Command(
        name = "completion",
        sortOptions = false,
        description = "Prints a script by which bash and zsh complete commands and options.",
        footer = {"", "Example:", "  source <(checklist completion checklist)"})
final class CompletionCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            defaultValue = "checklist",
            description = "Under which name it is called; default ${DEFAULT-VALUE}.")
    private String name = "checklist";

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli sets it
    private Help help = new Help();

    @Override
    public Integer call() {
        CommandLine root = Launcher.line(spec).getParent();
        Launcher.line(spec).getOut().print(AutoComplete.bash(name, root));
        return 0;
    }
}
