package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.k8s.capacity.PodUsage;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.metrics.v1beta1.PodMetrics;
import java.util.List;

/** Has the checks of what the metrics API (metrics.k8s.io/v1beta1) says of the pods of a namespace. */
public final class MetricsChecks {
    private final ApiServer server;
    private final String namespace;

    MetricsChecks(ApiServer server, String namespace) {
        this.server = server;
        this.namespace = namespace;
    }

    /**
     * Passes when every Ready pod of the selector has a measurement of each of its containers, no older than three
     * windows. At least one pod has to be Ready.
     *
     * @param labelSelector as kubectl takes it, such as {@code app=payments-api}
     */
    public Check coverPods(String labelSelector) {
        String selector = Selectors.checked(labelSelector);
        return Check.of(
                "metrics " + selector + " cover pods",
                namespace,
                "pods " + selector + " in " + namespace + " are measured",
                new CoverPods(server, namespace, selector));
    }

    /**
     * Passes when every container of every Ready pod uses less than this part of its limits of cpu and of memory. A
     * container without one of these limits is an ERROR. What volumes use is not in this API.
     *
     * @param percent of the limit, 1 to 100
     */
    public Check areBelow(int percent) {
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException("the percentage is " + percent + ": expected 1 to 100");
        }
        return Check.of(
                "metrics are below",
                namespace,
                "pods in " + namespace + " use less than " + percent + " % of their limits",
                new AreBelow(server, namespace, percent));
    }

    record CoverPods(ApiServer server, String namespace, String selector) implements ClusterProbe {
        @Override
        public Rights needs() {
            return Rights.list(ResourceType.POD, namespace)
                    .and(Rights.list(ResourceType.POD_METRICS, namespace))
                    .and(EmptyLists.needs(namespace));
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            List<Pod> pods = reader.list(ResourceType.POD, namespace, selector);
            List<PodMetrics> metrics = MetricsApi.list(reader, ResourceType.POD_METRICS, namespace);
            Outcome outcome = Outcomes.of("measurements of all pods", PodUsage.coverage(pods, metrics, reader.now()));
            return EmptyLists.explained(reader, namespace, pods, "pods", outcome);
        }
    }

    record AreBelow(ApiServer server, String namespace, int percent) implements ClusterProbe {
        @Override
        public Rights needs() {
            return Rights.list(ResourceType.POD, namespace)
                    .and(Rights.list(ResourceType.POD_METRICS, namespace))
                    .and(EmptyLists.needs(namespace));
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            List<Pod> pods = reader.list(ResourceType.POD, namespace, "");
            List<PodMetrics> metrics = MetricsApi.list(reader, ResourceType.POD_METRICS, namespace);
            Outcome outcome = Outcomes.of(
                    "usage below " + percent + " % of the limits",
                    PodUsage.below(pods, metrics, percent, reader.now()));
            return EmptyLists.explained(reader, namespace, pods, "pods", outcome);
        }
    }
}
