package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.k8s.health.ElasticsearchHealth;
import dev.checklist.k8s.health.Health;
import dev.checklist.k8s.health.HealthRule;
import dev.checklist.k8s.health.ResourceView;
import java.time.Instant;

/** Has the checks of one Elasticsearch of ECK. */
public final class ElasticsearchChecks {
    private final Place place;
    private final boolean allowsYellow;

    ElasticsearchChecks(Place place, boolean allowsYellow) {
        this.place = place;
        this.allowsYellow = allowsYellow;
    }

    /** Takes yellow for enough: every shard is there, a copy of one is not. Normal on one node with replicas. */
    public ElasticsearchChecks allowingYellow() {
        return new ElasticsearchChecks(place, true);
    }

    /**
     * Passes when {@code status.phase} is Ready, {@code status.health} is green, and {@code status.availableNodes} is the
     * sum of {@code spec.nodeSets[].count}.
     */
    public Check isReady() {
        return place.check(
                CustomKinds.ELASTICSEARCH,
                "is ready",
                allowsYellow ? "is ready, yellow or green" : "is ready",
                new JudgedByRule(place, CustomKinds.ELASTICSEARCH, "a ready Elasticsearch", new Ready(allowsYellow)));
    }

    /** Is a value, as probes have to be. */
    private record Ready(boolean allowsYellow) implements HealthRule {
        @Override
        public Health judge(ResourceView object, Instant now) {
            return ElasticsearchHealth.of(object, allowsYellow, now);
        }
    }
}
