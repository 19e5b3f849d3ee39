package dev.checklist.k8s.health;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rule for spotahome's RedisFailovers, which have no status at all: their StatefulSet of Redis and Deployment of
 * sentinels are healthy, of the wanted size and of the newest revision, and exactly one Redis pod is the master.
 */
public final class RedisFailoverHealth {

    private static final int DEFAULT_REPLICAS = 3;
    private static final Duration ELECTION = Duration.ofSeconds(60);
    private static final String ROLE = "redisfailovers-role";

    private RedisFailoverHealth() {}

    /**
     * Judges the RedisFailover.
     *
     * @param failover the object as read
     * @param redis the StatefulSet {@code rfr-<name>}, or null if it is absent
     * @param sentinels the Deployment {@code rfs-<name>}, or null if it is absent
     * @param pods any pods of its namespace
     * @param now the time of the observation; no master, or two, fail once the pods were ready for 60 seconds
     * @return the verdict
     */
    public static Health of(
            ResourceView failover,
            @Nullable StatefulSet redis,
            @Nullable Deployment sentinels,
            Collection<Pod> pods,
            Instant now) {
        Facts facts = failover.facts();
        boolean bootstraps = !failover.at("/spec/bootstrapNode").isMissingNode();
        boolean hasSentinels = !bootstraps
                || failover.flag("/spec/bootstrapNode/allowSentinels").orElse(false);
        return failover.terminating(now)
                .or(() -> redis(failover, redis, pods, now))
                .or(() -> hasSentinels ? sentinels(failover, sentinels, now) : Optional.empty())
                .orElseGet(() -> {
                    if (bootstraps) {
                        facts.note("it bootstraps from another Redis, so that none of its pods is the master");
                        return facts.healthy("every Redis pod is ready, replicating from spec.bootstrapNode");
                    }
                    return master(facts, Ownership.controlledBy(Objects.requireNonNull(redis), pods), now);
                });
    }

    /** What keeps Redis from being whole, if anything does. */
    private static Optional<Health> redis(
            ResourceView failover, @Nullable StatefulSet redis, Collection<Pod> pods, Instant now) {
        Facts facts = failover.facts();
        String name = "StatefulSet rfr-" + failover.name();
        if (redis == null) {
            return Optional.of(facts.progressing("the " + name + " is absent"));
        }
        int wanted = (int) failover.number("/spec/redis/replicas").orElse(DEFAULT_REPLICAS);
        Optional<Health> unwell = unwell(facts, name, StatefulSetHealth.of(redis, pods, now))
                .or(() -> size(
                        facts,
                        name,
                        wanted,
                        redis.getSpec() == null ? null : redis.getSpec().getReplicas()));
        // its update strategy is OnDelete, which leaves old pods where they are
        int updated = facts.counter(
                name + " status.updatedReplicas",
                redis.getStatus() == null ? null : redis.getStatus().getUpdatedReplicas());
        return unwell.or(() -> updated < wanted
                ? Optional.of(facts.progressing(name + ": " + updated + " of " + wanted + " replicas updated"))
                : Optional.empty());
    }

    private static Optional<Health> sentinels(ResourceView failover, @Nullable Deployment sentinels, Instant now) {
        Facts facts = failover.facts();
        String name = "Deployment rfs-" + failover.name();
        if (sentinels == null) {
            return Optional.of(facts.progressing("the " + name + " is absent"));
        }
        int wanted = (int) failover.number("/spec/sentinel/replicas").orElse(DEFAULT_REPLICAS);
        return unwell(facts, name, DeploymentHealth.of(sentinels, now))
                .or(() -> size(
                        facts,
                        name,
                        wanted,
                        sentinels.getSpec() == null ? null : sentinels.getSpec().getReplicas()));
    }

    private static Optional<Health> unwell(Facts facts, String name, Health health) {
        health.fields().forEach((field, value) -> facts.see(name + " " + field, value));
        return health.isHealthy()
                ? Optional.empty()
                : Optional.of(facts.verdict(health.state(), name + ": " + health.reason()));
    }

    private static Optional<Health> size(Facts facts, String name, int wanted, @Nullable Integer replicas) {
        if (wanted < 1) {
            return Optional.of(facts.failed("it wants " + wanted + " replicas of the " + name));
        }
        int found = replicas == null ? 1 : replicas;
        return found == wanted
                ? Optional.empty()
                : Optional.of(facts.progressing(name + " has " + found + " replicas, " + wanted + " are wanted"));
    }

    private static Health master(Facts facts, List<Pod> pods, Instant now) {
        List<Pod> labelled = pods.stream()
                .filter(pod -> "master".equals(LabelSelectors.labels(pod).get(ROLE)))
                .toList();
        List<String> masters = labelled.stream()
                .map(pod -> Absent.text(Universal.metadata(pod).getName()))
                .toList();
        facts.see("pods with " + ROLE + "=master", masters);
        if (labelled.size() == 1) {
            return unwell(facts, "master " + masters.get(0), PodHealth.of(labelled.get(0), now))
                    .orElseGet(
                            () -> facts.healthy("Redis and sentinels are complete, the master is " + masters.get(0)));
        }
        String found = masters.size() + " of " + pods.size() + " pods are the master, 1 is expected: " + masters;
        boolean mayElect = pods.stream()
                .flatMap(pod -> readySince(pod).stream())
                .max(Comparator.naturalOrder())
                .filter(since -> since.plus(ELECTION).isAfter(now))
                .isPresent();
        return mayElect ? facts.progressing(found) : facts.failed(found);
    }

    private static Optional<Instant> readySince(Pod pod) {
        return pod.getStatus() == null
                ? Optional.empty()
                : Absent.list(pod.getStatus().getConditions()).stream()
                        .filter(condition -> "Ready".equals(condition.getType()))
                        .map(PodCondition::getLastTransitionTime)
                        .flatMap(time -> Times.instant(time).stream())
                        .findFirst();
    }
}
