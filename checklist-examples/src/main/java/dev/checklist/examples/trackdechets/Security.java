package dev.checklist.examples.trackdechets;

import dev.checklist.Checklists;
import dev.checklist.Section;
import dev.checklist.k8s.NamespacedChecks;

/** Is the part of the page that reviews security in the cluster: D205, D206, D208, with what other parts add. */
final class Security {
    private static final String ACCOUNT = "trackdechets";

    private final NamespacedChecks namespace;

    Security(NamespacedChecks namespace) {
        this.namespace = namespace;
    }

    Section section() {
        return Checklists.section(
                "Security of the pods",
                namespace
                        .networkPolicies()
                        .coverPods("app.kubernetes.io/part-of=trackdechets")
                        .tag("D205"),
                namespace.pods().runAsNonRoot().tag("D206"),
                namespace.roleBinding(ACCOUNT).isValid().tag("D208"),
                namespace
                        .serviceAccount(ACCOUNT)
                        .cannot("list", "secrets")
                        .because("who can list them has the keys of every database")
                        .remedy("take the verb list on secrets out of the account's roles")
                        .tag("D208"));
    }
}
