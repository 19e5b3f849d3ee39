package dev.checklist.k8s.health;

import com.fasterxml.jackson.databind.JsonNode;
import dev.checklist.k8s.health.Conditions.Condition;
import java.time.Instant;
import java.util.Optional;

/**
 * The rule for ECK's Elasticsearch: phase Ready, health green, and as many nodes as its node sets want. Yellow for ever
 * is normal on one node with replicas, so that it can be allowed.
 */
public final class ElasticsearchHealth {

    private ElasticsearchHealth() {}

    /**
     * Judges the Elasticsearch; only green is healthy.
     *
     * @param elasticsearch the object as read
     * @param now the time of the observation
     * @return the verdict; unknown while phase or health is not reported
     */
    public static Health of(ResourceView elasticsearch, Instant now) {
        return of(elasticsearch, false, now);
    }

    /**
     * Judges the Elasticsearch.
     *
     * @param elasticsearch the object as read
     * @param allowsYellow whether yellow is enough: every shard is there, a copy of one is not
     * @param now the time of the observation
     * @return the verdict; unknown while phase or health is not reported
     */
    public static Health of(ResourceView elasticsearch, boolean allowsYellow, Instant now) {
        return elasticsearch
                .terminating(now)
                .or(() -> elasticsearch.stale("ReconciliationComplete"))
                .or(elasticsearch::standard)
                .orElseGet(() -> byPhase(elasticsearch, allowsYellow));
    }

    private static Health byPhase(ResourceView elasticsearch, boolean allowsYellow) {
        Facts facts = elasticsearch.facts();
        Conditions conditions = elasticsearch.conditions();
        String phase = elasticsearch.textOrEmpty("/status/phase");
        String health = elasticsearch.textOrEmpty("/status/health");
        String found = "phase " + phase + ", health " + health;
        if (phase.equals("Invalid") || phase.equals("Stalled")) {
            return facts.failed(found);
        }
        Optional<Condition> paused = conditions.ifTrue("OrchestrationPaused");
        if (paused.isPresent() && !(phase.equals("Ready") && health.equals("red"))) {
            return facts.suspended(paused.get().quoted());
        }
        return switch (health) {
            case "", "unknown" -> facts.unknown("its health is not known: " + found);
            case "red", "yellow", "green" -> {
                if (phase.isEmpty()) {
                    yield facts.unknown("its phase is not reported");
                }
                if (!phase.equals("Ready")) {
                    yield facts.progressing(found);
                }
                if (health.equals("red")) {
                    yield facts.failed(found);
                }
                yield health.equals("green") || allowsYellow
                        ? nodes(elasticsearch, conditions, found)
                        : facts.progressing(found + ": green is expected");
            }
            default -> facts.unknown("the health \"" + health + "\" is not one that this rule knows");
        };
    }

    private static Health nodes(ResourceView elasticsearch, Conditions conditions, String found) {
        Facts facts = elasticsearch.facts();
        // the health is that of the last call, which may be long ago
        Optional<Condition> brake =
                conditions.denied("ElasticsearchIsReachable").or(() -> conditions.denied("RunningDesiredVersion"));
        if (brake.isPresent()) {
            return facts.progressing(brake.get().quoted());
        }
        long wanted = 0;
        for (JsonNode set : elasticsearch.at("/spec/nodeSets")) {
            wanted += set.path("count").asLong(0);
        }
        facts.see("spec.nodeSets[].count", wanted);
        long available = elasticsearch.counter("/status/availableNodes");
        if (wanted < 1) {
            return facts.unknown("its node sets want no node");
        }
        String spec = elasticsearch.textOrEmpty("/spec/version");
        String lowest = elasticsearch.text("/status/version").orElse(spec);
        if (!lowest.equals(spec)) {
            return facts.progressing("version " + lowest + " still runs, " + spec + " is wanted");
        }
        String counted = available + " of " + wanted + " nodes available";
        return available == wanted ? facts.healthy(found + ", " + counted) : facts.progressing(counted);
    }
}
