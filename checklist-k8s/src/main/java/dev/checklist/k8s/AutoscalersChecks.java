package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.k8s.health.CountedHealth;
import dev.checklist.k8s.health.HorizontalPodAutoscalerHealth;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.List;

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
                "autoscalers " + namespace + " are active",
                "autoscalers in " + namespace + " are active, at least " + least,
                new AreActive(server, namespace, least));
    }

    record AreActive(ApiServer server, String namespace, int least) implements ClusterProbe {
        @Override
        public Rights needs() {
            return Rights.list(ResourceType.AUTOSCALER, namespace).and(EmptyLists.needs(namespace));
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            List<HorizontalPodAutoscaler> autoscalers = reader.list(ResourceType.AUTOSCALER, namespace, "");
            Outcome outcome = Outcomes.of(
                    "working autoscalers",
                    CountedHealth.of(
                            "autoscalers",
                            autoscalers,
                            least,
                            any -> true,
                            one -> HorizontalPodAutoscalerHealth.working(one, reader.now())));
            return EmptyLists.explained(reader, namespace, autoscalers, "autoscalers", outcome);
        }
    }
}
