package dev.checklist.examples.launcher;

import dev.checklist.Checklist;
import dev.checklist.examples.page.Page;
import dev.checklist.k8s.KubernetesChecks;
import dev.checklist.s3.S3Checks;
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

/** Prints what an account needs to run a page. */
@Command(
        name = "rights",
        sortOptions = false,
        description =
                "Prints the smallest Roles that a page needs, for kubectl apply, or its policy of the object store. Asks nothing.",
        footer = {
            "",
            "Examples:",
            "  checklist rights ticketer --settings my.properties",
            "  checklist rights trackdechets --settings my.properties --phase verify",
            "  checklist rights trackdechets --settings my.properties --store"
        })
final class RightsCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "PAGE", description = "ticketer or trackdechets.")
    private String page = "";

    @Mixin
    private Target target = new Target();

    @Mixin
    private PhaseChoice phases = new PhaseChoice();

    @Option(names = "--store", description = "Print the policy for the object store in place of the roles.")
    private boolean isForStore;

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli sets it
    private Help help = new Help();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Launcher.line(spec).getOut();
        try (Places places = target.places(List.of(page));
                Page opened = target.open(page, places)) {
            List<Checklist> lists = List.copyOf(phases.of(opened).values());
            Checklist first = lists.get(0);
            Checklist[] more = lists.subList(1, lists.size()).toArray(Checklist[]::new);
            if (isForStore) {
                out.println(S3Checks.rightsFor(first, more).strip());
            } else {
                out.println(KubernetesChecks.rightsFor(first, more).strip());
            }
        }
        return 0;
    }
}
