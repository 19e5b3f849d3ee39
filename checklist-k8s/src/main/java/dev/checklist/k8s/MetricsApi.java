package dev.checklist.k8s;

import dev.checklist.Outcome;
import dev.checklist.Status;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/** Reads measurements, and tells a metrics API that is not installed from one that does not answer. */
final class MetricsApi {
    static final String SERVICE = "v1beta1.metrics.k8s.io";

    private MetricsApi() {}

    static <T extends HasMetadata> List<T> list(Reader reader, ResourceType<T> type, String namespace)
            throws Exception {
        try {
            return reader.list(type, namespace, "");
        } catch (Refusal unread) {
            // a list fails only where the server itself says that it serves no such kind
            throw unread.outcome().status() == Status.FAILED
                    ? new Refusal(Outcome.failed("expected the metrics API but it is not installed: "
                            + type.apiVersion() + " is not served"))
                    : unread;
        }
    }
}
