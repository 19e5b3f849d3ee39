package dev.checklist.k8s;

import java.util.List;

/** The public predicates over operators, certificates and custom resources. */
final class OperatorContract {
    private OperatorContract() {}

    static List<PublicCheck> checks() {
        return List.of();
    }
}
