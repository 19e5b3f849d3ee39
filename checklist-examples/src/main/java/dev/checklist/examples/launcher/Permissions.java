package dev.checklist.examples.launcher;

import dev.checklist.run.ChecklistRunner;
import picocli.CommandLine.Option;

/** Says what lines may do besides looking. */
final class Permissions {
    @Option(
            names = "--writes",
            description = "Let lines write and clean up; without it they stay open. --demo implies it.")
    private boolean writes;

    @Option(
            names = "--load",
            description = "Let lines put load on their targets; without it they stay open. --demo implies it.")
    private boolean load;

    /** Permits it to a runner; in a demonstration nothing can be harmed. */
    ChecklistRunner apply(ChecklistRunner runner, boolean demo) {
        ChecklistRunner writing = writes || demo ? runner.withWrites() : runner;
        return load || demo ? writing.withLoad() : writing;
    }
}
