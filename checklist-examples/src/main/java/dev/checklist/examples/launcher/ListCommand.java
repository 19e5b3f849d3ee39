package dev.checklist.examples.launcher;

import dev.checklist.Checklist;
import dev.checklist.examples.page.Page;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a page as it would be asked. */
@Command(
        name = "list",
        sortOptions = false,
        description = "Prints the blank lists of a page: what would be asked. Asks nothing.",
        footer = {
            "",
            "Examples:",
            "  checklist list ticketer --settings my.properties",
            "  checklist list trackdechets --settings my.properties --phase before"
        })
final class ListCommand implements Callable<Integer> {
    private final Surroundings around;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "PAGE", description = "ticketer or trackdechets.")
    private String page = "";

    @Mixin
    private Target target = new Target();

    @Mixin
    private PhaseChoice phases = new PhaseChoice();

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli sets it
    private Help help = new Help();

    ListCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Launcher.line(spec).getOut();
        try (Places places = target.places(List.of(page));
                Page opened = target.open(page, places)) {
            for (Checklist list : phases.of(opened).values()) {
                around.text().render(list, out);
                out.println(Tally.of(list));
                out.println();
            }
        }
        return 0;
    }
}
