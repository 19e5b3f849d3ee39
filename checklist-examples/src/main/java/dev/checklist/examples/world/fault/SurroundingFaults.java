package dev.checklist.examples.world.fault;

import dev.checklist.examples.world.state.RegistryState;
import dev.checklist.examples.world.state.WorldState;
import java.util.List;

/** What can be wrong outside the cluster of Trackdéchets: names, certificates, images, and the repository. */
final class SurroundingFaults {
    static final List<String> IMAGES = List.of(
            "ui",
            "api",
            "notifier",
            "cron",
            "queues-runner",
            "queues-indexation",
            "queues-bulk-indexation",
            "queues-bulk-indexation-master",
            "queues-webhooks",
            "queues-gerico");
    private static final String LIST = "trackdechets";
    private static final String RENDERED = "kubernetes/overlays/production/rendered.yaml";

    private SurroundingFaults() {}

    static WorldState namesGone(WorldState state) {
        return state.surroundedBy(
                around -> around.naming("app.trackdechets.test").naming("api.trackdechets.test"));
    }

    static WorldState notifierGone(WorldState state) {
        return state.surroundedBy(around -> around.naming("notifier.trackdechets.test"));
    }

    static WorldState namesElsewhere(WorldState state) {
        return state.surroundedBy(around -> around.naming("app.trackdechets.test", "203.0.113.99")
                .naming("api.trackdechets.test", "203.0.113.10", "203.0.113.99")
                .naming("notifier.trackdechets.test", "203.0.113.99"));
    }

    static WorldState certificateEnds(WorldState state) {
        return state.surroundedBy(around -> around.certified(certificate -> certificate.with(5)));
    }

    static WorldState certificateOfOthers(WorldState state) {
        return state.surroundedBy(around -> around.certified(certificate -> certificate.with(List.of("localhost"))));
    }

    static WorldState secretsInGit(WorldState state) {
        String key = "KEY=\"-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIO3xJm0Pq7wVbTnYc9sKfRzD1uLgHe5aXy2iB8\n\"\n";
        return state.surroundedBy(around -> around.working(
                LIST, bench -> bench.committing(".gitignore", "scans/\n").committing(".env", key)));
    }

    static WorldState overlayWrong(WorldState state) {
        return state.surroundedBy(around -> around.working(
                LIST,
                bench -> bench.changing(
                        RENDERED,
                        text -> text.replace("cron:1.42.0", "cron:latest")
                                .replace("app.trackdechets.test", "app.other.test"))));
    }

    static WorldState imagesMissing(WorldState state, int from, int until) {
        WorldState unscanned = state;
        for (String name : IMAGES.subList(from, until)) {
            unscanned = scan(unscanned, name, "${digest.trackdechets/" + name + ":1.42.0}", "sha256:gone");
        }
        return unscanned.surroundedBy(around -> around.registering(registry -> {
            RegistryState left = registry;
            for (String name : IMAGES.subList(from, until)) {
                left = left.without("trackdechets/" + name + ":1.42.0");
            }
            return left;
        }));
    }

    static WorldState previousGone(WorldState state) {
        return state.surroundedBy(
                around -> around.registering(registry -> registry.without("trackdechets/cron:1.41.3")));
    }

    static WorldState scans(WorldState state, int from, int until) {
        WorldState changed = state;
        for (String name : IMAGES.subList(from, until)) {
            changed = scan(changed, name, "\"LOW\"", "\"CRITICAL\"");
        }
        return changed;
    }

    private static WorldState scan(WorldState state, String name, String from, String to) {
        return state.surroundedBy(around -> around.working(
                LIST, bench -> bench.changing("scans/" + name + ".json", text -> text.replace(from, to))));
    }
}
