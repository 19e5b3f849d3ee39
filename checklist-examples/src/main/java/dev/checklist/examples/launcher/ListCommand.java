package dev.checklist.examples.launcher;

import dev.checklist.Checklist;
import dev.checklist.Entry;
import dev.checklist.examples.page.Page;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
            "  checklist list trackdechets --settings my.properties --phase before",
            "  checklist list ticketer --settings my.properties --ids"
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

    @Option(
            names = "--ids",
            description =
                    "Print what names each line instead, for --only, --skip, attest and waivers: its id, and its tags.")
    private boolean ids;

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
                if (ids) {
                    list.entries().forEach(entry -> out.println(named(entry)));
                } else {
                    around.text().render(list, out);
                    out.println(Tally.of(list));
                }
                out.println();
            }
        }
        return 0;
    }

    private static String named(Entry entry) {
        return Words.row(entry.id() + " " + String.join(" ", entry.item().tags()), 300);
    }
}
