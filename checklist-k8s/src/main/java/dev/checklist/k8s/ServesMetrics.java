package dev.checklist.k8s;

import dev.checklist.Outcome;
import dev.checklist.k8s.capacity.NodeUsage;
import dev.checklist.k8s.health.APIServiceHealth;
import dev.checklist.k8s.health.Health;
import io.fabric8.kubernetes.api.model.APIService;
import io.fabric8.kubernetes.api.model.metrics.v1beta1.NodeMetrics;
import java.util.List;

/** Asks whether the metrics API is available, and then for something that it measured. */
record ServesMetrics(ApiServer server) implements ClusterProbe {
    private static final String EXPECTED = "a metrics API that measures nodes";

    @Override
    public Rights needs() {
        return Rights.get(ResourceType.API_SERVICE, "", MetricsApi.SERVICE)
                .and(Rights.list(ResourceType.NODE_METRICS, ""));
    }

    @Override
    public Outcome judge(Reader reader) throws Exception {
        APIService service = reader.get(ResourceType.API_SERVICE, "", MetricsApi.SERVICE);
        Health health = APIServiceHealth.of(service, reader.now());
        if (!health.isHealthy()) {
            return Outcomes.of(EXPECTED, health);
        }
        List<NodeMetrics> nodes = MetricsApi.list(reader, ResourceType.NODE_METRICS, "");
        return Outcomes.of(EXPECTED, NodeUsage.of(nodes, reader.now())).with("apiservice", health.reason());
    }
}
