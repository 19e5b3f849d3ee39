package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.k8s.health.ResourceQuotaHealth;

/** Has the checks of all ResourceQuotas of a namespace. */
public final class QuotasChecks {
    private final ApiServer server;
    private final String namespace;
    private final int least;

    QuotasChecks(ApiServer server, String namespace, int least) {
        this.server = server;
        this.namespace = namespace;
        this.least = least;
    }

    /** Passes when every quota passes as {@link QuotaChecks#isNotExhausted} does, and there are enough of them. */
    public Check areNotExhausted() {
        return Check.of(
                "quotas are not exhausted",
                namespace,
                "quotas in " + namespace + " are not exhausted, at least " + least,
                new AllCounted<>(
                        server,
                        namespace,
                        ResourceType.RESOURCE_QUOTA,
                        "quotas",
                        "quotas with something left",
                        least,
                        ResourceQuotaHealth::of));
    }
}
