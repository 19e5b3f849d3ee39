package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Conditions.TRUE;

import dev.checklist.k8s.health.Conditions.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The rule for CloudNativePG Clusters: the phase says healthy, every instance is ready, and the primary is the one that
 * should be. Phases are English sentences that change between versions of the operator, so that one this rule does not
 * know is never healthy.
 */
public final class CnpgClusterHealth {

    private static final String HEALTHY = "Cluster in healthy state";

    /** Phases that no time mends. */
    private static final Set<String> NEED_A_HUMAN = Set.of(
            "Cluster is in an unrecoverable state, needs manual intervention",
            "Cluster is unrecoverable and needs manual intervention",
            "Unable to create required cluster objects",
            "Cluster cannot proceed to reconciliation due to an unknown plugin being required",
            "Cluster cannot proceed to reconciliation due to an error while interacting with plugins",
            "Cluster has incomplete or invalid image catalog",
            "Cluster cannot execute instance online upgrade due to missing architecture binary",
            "Invalid cluster definition",
            "Waiting for user action");

    private static final Set<String> ON_THE_WAY = Set.of(
            "Setting up primary",
            "Creating a new replica",
            "Switchover in progress",
            "Failing over",
            "Upgrading cluster",
            "Cluster upgrade delayed",
            "Upgrading Postgres major version",
            "Online upgrade in progress",
            "Primary instance is being restarted in-place",
            "Primary instance is being restarted without a switchover",
            "Waiting for the instances to become active",
            "Applying configuration",
            "Promoting to primary cluster");

    private CnpgClusterHealth() {}

    /**
     * Judges the Cluster.
     *
     * @param cluster the object as read
     * @param now the time of the observation
     * @return the verdict; unknown for a phase that is absent or of another version of the operator
     */
    public static Health of(ResourceView cluster, Instant now) {
        return cluster.terminating(now)
                .or(() -> held(cluster))
                .or(() -> cluster.stale("Ready"))
                .or(cluster::standard)
                .orElseGet(() -> byPhase(cluster));
    }

    /**
     * Judges the Cluster and how many of its instances are ready.
     *
     * @param cluster the object as read
     * @param instances how many at least
     * @param now the time of the observation
     * @return the verdict; progressing while fewer are ready
     */
    public static Health of(ResourceView cluster, int instances, Instant now) {
        Health health = of(cluster, now);
        return health.isHealthy() && cluster.counter("/status/readyInstances") < instances
                ? cluster.facts().progressing(health.reason() + "; at least " + instances + " are expected")
                : health;
    }

    /** Somebody told the operator to leave it, or to put it to sleep. */
    private static Optional<Health> held(ResourceView cluster) {
        Facts facts = cluster.facts();
        if ("disabled".equals(cluster.textOrEmpty("/metadata/annotations/cnpg.io~1reconciliationLoop"))) {
            return Optional.of(facts.suspended("the annotation cnpg.io/reconciliationLoop is disabled"));
        }
        List<Condition> hibernation = cluster.conditions().all("cnpg.io/hibernation");
        return hibernation.stream().findFirst().map(condition -> {
            if (condition.reason().equals("WrongAnnotationValue")) {
                return facts.failed(condition.quoted());
            }
            return condition.status().equals(TRUE)
                    ? facts.suspended(condition.quoted())
                    : facts.progressing(condition.quoted());
        });
    }

    private static Health byPhase(ResourceView cluster) {
        Facts facts = cluster.facts();
        String phase = cluster.textOrEmpty("/status/phase");
        if (phase.isEmpty()) {
            return facts.unknown("it has no phase");
        }
        String said = phase
                + cluster.text("/status/phaseReason")
                        .filter(why -> !why.isBlank())
                        .map(why -> ": " + Conditions.cut(why))
                        .orElse("");
        if (NEED_A_HUMAN.contains(phase)) {
            return facts.failed(said);
        }
        if (ON_THE_WAY.contains(phase)) {
            return facts.progressing(said);
        }
        return phase.equals(HEALTHY)
                ? proven(cluster)
                : facts.unknown("the phase \"" + Conditions.cut(phase) + "\" is not one that this rule knows");
    }

    private static Health proven(ResourceView cluster) {
        Facts facts = cluster.facts();
        OptionalLong instances = cluster.number("/spec/instances");
        if (instances.isEmpty() || instances.getAsLong() < 1) {
            return facts.unknown("spec.instances is no number of instances");
        }
        long ready = cluster.counter("/status/readyInstances");
        String counted = ready + " of " + instances.getAsLong() + " instances ready";
        if (ready < instances.getAsLong()) {
            return facts.progressing(counted);
        }
        String current = cluster.textOrEmpty("/status/currentPrimary");
        String target = cluster.textOrEmpty("/status/targetPrimary");
        if (current.isEmpty() && target.isEmpty()) {
            return facts.unknown("it names no primary, neither the current one nor the target");
        }
        if (!current.equals(target)) {
            return facts.progressing("the primary is \"" + current + "\" and should be \"" + target + "\"");
        }
        return cluster.conditions()
                .denied("Ready")
                .map(denied -> facts.progressing(denied.quoted()))
                .orElseGet(() -> facts.healthy(counted + ", the primary is " + current));
    }
}
