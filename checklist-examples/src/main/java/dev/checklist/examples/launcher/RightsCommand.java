package dev.checklist.examples.launcher;

import dev.checklist.Checklist;
import dev.checklist.examples.page.Page;
import dev.checklist.examples.page.Phase;
import dev.checklist.k8s.KubernetesChecks;
import dev.checklist.s3.S3Checks;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what an account needs to run a page. */
@Command(
        name = "rights",
        sortOptions = false,
        description = "Prints the minimal Role and the minimal IAM policy for each phase of a page. Asks nothing.",
        footer = {
            "",
            "Examples:",
            "  checklist rights ticketer --settings my.properties",
            "  checklist rights trackdechets --settings my.properties --phase verify"
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

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli sets it
    private Help help = new Help();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Launcher.line(spec).getOut();
        try (Places places = target.places(List.of(page));
                Page opened = target.open(page, places)) {
            for (Map.Entry<Phase, Checklist> phase : phases.of(opened).entrySet()) {
                out.println("# " + phase.getValue().title() + ": Kubernetes");
                out.println(KubernetesChecks.rightsFor(phase.getValue()).strip());
                out.println();
                out.println("# " + phase.getValue().title() + ": object store");
                out.println(S3Checks.rightsFor(phase.getValue()).strip());
                out.println();
            }
        }
        return 0;
    }
}
