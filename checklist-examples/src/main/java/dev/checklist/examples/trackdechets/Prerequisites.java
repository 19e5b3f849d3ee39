package dev.checklist.examples.trackdechets;

import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;

import dev.checklist.Item;
import dev.checklist.Section;
import dev.checklist.k8s.ClusterChecks;
import dev.checklist.k8s.KubernetesChecks;
import java.util.List;

/** Is the part of the page about what has to be there before anything of ours: D9 to D21. */
final class Prerequisites {
    private final KubernetesChecks kubernetes;
    private final Access access;
    private final TrackdechetsSettings settings;

    Prerequisites(KubernetesChecks kubernetes, Access access, TrackdechetsSettings settings) {
        this.kubernetes = kubernetes;
        this.access = access;
        this.settings = settings;
    }

    List<Item> sections() {
        return List.of(
                cluster(),
                Tools.section(settings.workplace().local(), settings.cluster().context()));
    }

    private Section cluster() {
        ClusterChecks cluster = kubernetes.cluster();
        TrackdechetsSettings.Capacity capacity = settings.services().capacity();
        return section(
                "Cluster",
                access.isRecentEnough(),
                cluster.hasFreeResources(capacity.cpu(), capacity.memory())
                        .remedy("add a node, or scale down what can wait")
                        .tag("D11"),
                kubernetes
                        .storageClass("standard")
                        .exists()
                        .because("the databases' volumes ask for it by name")
                        .tag("D12"),
                cluster.providesLoadBalancers()
                        .orAsk(signOff("this cluster can make load balancers").by("DevOps lead"))
                        .tag("D13"));
    }
}
