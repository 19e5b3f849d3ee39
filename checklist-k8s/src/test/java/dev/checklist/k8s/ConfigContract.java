package dev.checklist.k8s;

import java.util.List;

/** The public predicates over Secrets and ConfigMaps. */
final class ConfigContract {
    private ConfigContract() {}

    static List<PublicCheck> checks() {
        return List.of();
    }
}
