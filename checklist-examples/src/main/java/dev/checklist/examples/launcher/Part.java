package dev.checklist.examples.launcher;

import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Selection;
import java.util.List;
import picocli.CommandLine.Option;

/** Says which lines are asked. */
final class Part {
    @Option(
            names = "--only",
            paramLabel = "TAG|ID",
            split = ",",
            description = "Run only these lines and what they need, such as T48; the verdict is never READY then.")
    private List<String> only = List.of();

    @Option(names = "--skip", paramLabel = "TAG|ID", split = ",", description = "Leave these lines out; likewise.")
    private List<String> skip = List.of();

    ChecklistRunner apply(ChecklistRunner runner) {
        return runner.withSelection(
                Selection.all().only(only.toArray(String[]::new)).skip(skip.toArray(String[]::new)));
    }
}
