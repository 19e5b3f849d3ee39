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
    private final TrackdechetsSettings.Capacity capacity;

    Prerequisites(KubernetesChecks kubernetes, Access access, TrackdechetsSettings.Capacity capacity) {
        this.kubernetes = kubernetes;
        this.access = access;
        this.capacity = capacity;
    }

    List<Item> sections() {
        return List.of(cluster(), Tools.section());
    }

    private Section cluster() {
        ClusterChecks cluster = kubernetes.cluster();
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
