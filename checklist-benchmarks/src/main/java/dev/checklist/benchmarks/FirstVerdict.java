package dev.checklist.benchmarks;

import static dev.checklist.Checklists.checklist;

import dev.checklist.k8s.KubernetesChecks;
import dev.checklist.run.ChecklistRunner;
import java.net.URI;
import java.nio.file.Path;

/** Asks a server whether one Deployment is rolled out, as a list of one line. */
public final class FirstVerdict {
    private FirstVerdict() {}

    /** Takes the server's URL and the file of its certificate, and prints the verdict. */
    public static void main(String[] arguments) {
        try (KubernetesChecks cluster =
                KubernetesChecks.connecting(URI.create(arguments[0]), "token", Path.of(arguments[1]))) {
            var list = checklist(
                    "first", cluster.inNamespace("shop").deployment("api").isRolledOut());
            System.out.println(StartUp.DONE + ChecklistRunner.create().run(list).requireReady());
        }
    }
}
