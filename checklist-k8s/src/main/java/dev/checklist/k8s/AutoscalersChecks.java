package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.k8s.health.HorizontalPodAutoscalerHealth;

/** Has the checks of all HorizontalPodAutoscalers of a namespace. */
public final class AutoscalersChecks {
    private final ApiServer server;
    private final String namespace;
    private final int least;

    AutoscalersChecks(ApiServer server, String namespace, int least) {
        this.server = server;
        this.namespace = namespace;
        this.least = least;
    }

    /** Passes when every autoscaler passes as {@link AutoscalerChecks#isActive} does, and there are enough of them. */
    public Check areActive() {
        return Check.of(
                "autoscalers are active",
                namespace,
                "autoscalers in " + namespace + " are active, at least " + least,
                new AllCounted<>(
                        server,
                        namespace,
                        ResourceType.AUTOSCALER,
                        "autoscalers",
                        "working autoscalers",
                        least,
                        HorizontalPodAutoscalerHealth::working));
    }
}
