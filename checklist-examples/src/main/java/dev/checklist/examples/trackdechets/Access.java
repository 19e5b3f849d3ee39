package dev.checklist.examples.trackdechets;

import dev.checklist.Check;
import dev.checklist.Item;
import dev.checklist.k8s.ClusterChecks;
import java.util.List;

/** Is what stands before every phase: without the right cluster no line says anything. */
final class Access {
    private static final String OLDEST_CLUSTER = "1.25";

    private final ClusterChecks cluster;
    private final TrackdechetsSettings settings;
    private final Check reachable;
    private final Check intended;

    Access(ClusterChecks cluster, TrackdechetsSettings settings) {
        this.cluster = cluster;
        this.settings = settings;
        this.reachable = cluster.isReachable()
                .orStop()
                .remedy("kubectl --context … auth whoami, and look at the kubeconfig's server and account")
                .tag("D10");
        this.intended = cluster.isCluster(settings.cluster().uid())
                .orStop()
                .because("a green list on the wrong cluster is the worst result")
                .tag("D10");
    }

    List<Item> lines() {
        return List.of(reachable, intended);
    }

    /** Returns the lines of the phase that chooses the environment: each has a cluster of its own, which is the one. */
    List<Item> linesWithEnvironment() {
        return List.of(reachable, isTheEnvironment());
    }

    Check isRecentEnough() {
        return cluster.isVersionAtLeast(OLDEST_CLUSTER)
                .because("the operators' kinds need it")
                .tag("D9");
    }

    private Check isTheEnvironment() {
        String environment = settings.release().environment();
        return Check.of(
                        "environment is the cluster's",
                        "the environment " + environment + " is the one of this cluster",
                        intended.probe())
                .orStop()
                .remedy("kubectl apply -k kubernetes/overlays/" + environment + ", in the context of its cluster")
                .tag("D132", "D133", "D134");
    }
}
