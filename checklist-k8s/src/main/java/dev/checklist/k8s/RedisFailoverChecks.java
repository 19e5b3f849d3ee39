package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.k8s.health.RedisFailoverHealth;
import dev.checklist.k8s.health.ResourceView;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has the checks of one RedisFailover of spotahome, which has no status of its own. */
public final class RedisFailoverChecks {
    private final Place place;

    RedisFailoverChecks(Place place) {
        this.place = place;
    }

    /**
     * Passes when the StatefulSet {@code rfr-<name>} and the Deployment {@code rfs-<name>} are healthy, of the size that
     * the RedisFailover wants (3 by default) and of the newest revision, and exactly one pod is labelled
     * {@code redisfailovers-role=master}.
     */
    public Check isReady() {
        return place.check(CustomKinds.REDIS_FAILOVER, "is ready", "is ready", new IsReady(place));
    }

    record IsReady(Place place) implements ObjectProbe {
        @Override
        public Rights needs() {
            return Rights.get(CustomKinds.REDIS_FAILOVER, place)
                    .and(Rights.get(ResourceType.STATEFUL_SET, place.namespace(), "rfr-" + place.name()))
                    .and(Rights.get(ResourceType.DEPLOYMENT, place.namespace(), "rfs-" + place.name()))
                    .and(Rights.list(ResourceType.POD, place.namespace()));
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            ResourceView failover = ResourceView.of(reader.get(CustomKinds.REDIS_FAILOVER, place));
            StatefulSet redis = ifThere(reader, ResourceType.STATEFUL_SET, "rfr-");
            Deployment sentinels = ifThere(reader, ResourceType.DEPLOYMENT, "rfs-");
            List<Pod> pods = reader.list(ResourceType.POD, place.namespace(), "");
            return Outcomes.of("a ready Redis", RedisFailoverHealth.of(failover, redis, sentinels, pods, reader.now()));
        }

        private <T extends HasMetadata> @Nullable T ifThere(Reader reader, ResourceType<T> type, String prefix)
                throws Exception {
            try {
                return reader.get(type, place.namespace(), prefix + place.name());
            } catch (Refusal refusal) {
                if (refusal.outcome().status() == Status.FAILED) {
                    return null;
                }
                throw refusal;
            }
        }
    }
}
