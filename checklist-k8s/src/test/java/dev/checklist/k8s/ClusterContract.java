package dev.checklist.k8s;

import java.util.List;

/** The public predicates over the cluster, its capacity, its network and its rights. */
final class ClusterContract {
    private ClusterContract() {}

    static List<PublicCheck> checks() {
        return List.of();
    }
}
