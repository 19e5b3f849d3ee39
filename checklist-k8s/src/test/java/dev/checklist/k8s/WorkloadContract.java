package dev.checklist.k8s;

import java.util.List;

/** The public predicates over workloads and their pods. */
final class WorkloadContract {
    private WorkloadContract() {}

    static List<PublicCheck> checks() {
        return List.of();
    }
}
