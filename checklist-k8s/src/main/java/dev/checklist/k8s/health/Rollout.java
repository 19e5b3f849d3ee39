package dev.checklist.k8s.health;

import dev.checklist.k8s.health.Health.State;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetUpdateStrategy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What "is rolled out" asks beyond health: that every pod is of the newest revision, whatever the update strategy.
 * OnDelete and a partition leave a set healthy with all pods of the old one.
 */
public final class Rollout {

    private Rollout() {}

    /**
     * Asks a healthy StatefulSet for {@code status.updatedReplicas}, where absent is zero.
     *
     * @param statefulSet the object as read
     * @param health the verdict on it
     * @param allowingPartition whether replicas below the partition may keep the old revision
     * @return progressing while pods of the old revision are left, failed where a partition keeps them
     */
    public static Health of(StatefulSet statefulSet, Health health, boolean allowingPartition) {
        int partition = partition(statefulSet);
        if (!health.isHealthy() || partition > 0 && allowingPartition) {
            return health;
        }
        Integer replicas =
                statefulSet.getSpec() == null ? null : statefulSet.getSpec().getReplicas();
        Integer updated =
                statefulSet.getStatus() == null ? null : statefulSet.getStatus().getUpdatedReplicas();
        Health updatedAll = updated(health, "status.updatedReplicas", updated, replicas == null ? 1 : replicas);
        return partition > 0
                ? new Health(
                        State.FAILED,
                        "a partition holds the update back from the replicas below " + partition,
                        updatedAll.notes(),
                        updatedAll.fields())
                : updatedAll;
    }

    /**
     * Asks a healthy DaemonSet for {@code status.updatedNumberScheduled}, where absent is zero.
     *
     * @param daemonSet the object as read
     * @param health the verdict on it
     * @return progressing while pods of the old revision are left
     */
    public static Health of(DaemonSet daemonSet, Health health) {
        if (!health.isHealthy() || daemonSet.getStatus() == null) {
            return health;
        }
        Integer nodes = daemonSet.getStatus().getDesiredNumberScheduled();
        Integer updated = daemonSet.getStatus().getUpdatedNumberScheduled();
        return updated(health, "status.updatedNumberScheduled", updated, nodes == null ? 0 : nodes);
    }

    private static Health updated(Health health, String path, @Nullable Integer found, int desired) {
        int updated = found == null ? 0 : found;
        if (updated >= desired) {
            return health;
        }
        Map<String, String> fields = new LinkedHashMap<>(health.fields());
        fields.put(path, found == null ? "absent" : found.toString());
        return new Health(
                State.PROGRESSING,
                updated + " of " + desired + " pods are of the newest revision" + why(health),
                List.of(),
                fields);
    }

    private static String why(Health health) {
        return "OnDelete".equals(health.fields().get("spec.updateStrategy.type"))
                ? ": with OnDelete each waits until somebody deletes it"
                : "";
    }

    private static int partition(StatefulSet statefulSet) {
        StatefulSetUpdateStrategy strategy =
                statefulSet.getSpec() == null ? null : statefulSet.getSpec().getUpdateStrategy();
        Integer partition =
                strategy == null || strategy.getRollingUpdate() == null || "OnDelete".equals(strategy.getType())
                        ? null
                        : strategy.getRollingUpdate().getPartition();
        return partition == null ? 0 : partition;
    }
}
