package dev.checklist.k8s.health;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rule for Percona's PerconaServerMongoDB: by {@code status.state} alone. Its conditions are a log of the states that
 * were seen; none is ever set to False, so that a broken cluster still has {@code ready=True}.
 */
public final class PsmdbHealth {

    private PsmdbHealth() {}

    /**
     * Judges the PerconaServerMongoDB.
     *
     * @param mongodb the object as read
     * @param now the time of the observation
     * @return the verdict; unknown for a state that is absent or not known
     */
    public static Health of(ResourceView mongodb, Instant now) {
        Facts facts = mongodb.facts();
        String state = mongodb.textOrEmpty("/status/state");
        // Asked before the generation: on an error the operator writes the state, but not the generation.
        return mongodb.terminating(now)
                .or(() -> state.equals("error")
                        ? Optional.of(facts.failed("state error"
                                + mongodb.text("/status/message")
                                        .map(why -> ": " + Conditions.cut(why))
                                        .orElse("")))
                        : Optional.empty())
                .or(() -> mongodb.stale(""))
                .or(mongodb::standard)
                .orElseGet(() -> switch (state) {
                    case "ready" -> ready(mongodb);
                    case "paused" -> facts.suspended("state paused");
                    case "initializing", "stopping", "sharding" -> facts.progressing("state " + state);
                    case "" -> facts.unknown("it has no state");
                    default ->
                        facts.unknown("the state \"" + Conditions.cut(state) + "\" is not one that this rule knows");
                });
    }

    /**
     * Judges whether every replica set is initialised, by {@code status.replsets.*.initialized} of a ready cluster.
     *
     * @param mongodb the object as read
     * @param now the time of the observation
     * @return the verdict; without any replica set there is nothing that proves it
     */
    public static Health initialized(ResourceView mongodb, Instant now) {
        Health health = of(mongodb, now);
        if (!health.isHealthy()) {
            return health;
        }
        Facts facts = mongodb.facts();
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, JsonNode> set : mongodb.at("/status/replsets").properties()) {
            JsonNode initialized = set.getValue().path("initialized");
            facts.see(
                    "status.replsets." + set.getKey() + ".initialized",
                    initialized.isMissingNode() ? null : initialized);
            if (!initialized.isBoolean() || !initialized.booleanValue()) {
                return facts.progressing("the replica set " + set.getKey() + " is not initialised");
            }
            names.add(set.getKey());
        }
        return names.isEmpty()
                ? facts.unknown("status.replsets names no replica set")
                : facts.healthy("initialised: " + String.join(", ", names));
    }

    private static Health ready(ResourceView mongodb) {
        Facts facts = mongodb.facts();
        long ready = mongodb.counter("/status/ready");
        long size = mongodb.counter("/status/size");
        if (size < 1) {
            return facts.unknown("state ready, but status.size counts no member");
        }
        if (ready < size) {
            return facts.progressing("state ready, but " + ready + " of " + size + " members are");
        }
        mongodb.conditions()
                .ifTrue("pendingSmartUpdate")
                .ifPresent(pending -> facts.note("a smart update is pending: " + pending.quoted()));
        return facts.healthy("state ready, " + ready + " of " + size + " members ready");
    }
}
