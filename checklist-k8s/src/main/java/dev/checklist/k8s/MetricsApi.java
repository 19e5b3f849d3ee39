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
            throw isInstalled(reader)
                    ? unread
                    : new Refusal(Outcome.failed("expected the metrics API but it is not installed: the apiservice "
                            + SERVICE + " is absent"));
        }
    }

    private static boolean isInstalled(Reader reader) throws Exception {
        try {
            return reader.get(ResourceType.API_SERVICE, "", SERVICE) != null;
        } catch (Refusal unseen) {
            // only a 404 of the object itself says that it is not; whatever else, we could not look
            return unseen.outcome().status() != Status.FAILED;
        }
    }
}
