package dev.checklist.examples;

import dev.checklist.examples.world.state.Resource;
import dev.checklist.examples.world.state.WorldState;
import java.util.List;

/** What {@code kubectl rollout undo} leaves of Trackdéchets' world: the old ReplicaSets serve again, as revision 3. */
final class RolledBack {
    static final String VERSION = "1.41.3";
    static final String DIGEST = "sha256:c0ffee1d";
    static final String MIGRATION = "20290602090000_registry";
    static final List<String> DEPLOYMENTS = List.of(
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

    private static final String HERE = "/trackdechets/";
    private static final String REVISION = "/metadata/annotations/deployment.kubernetes.io~1revision";
    private static final String NEW = "6d4b9c7f58";
    private static final String OLD = "59c8f7d6b4";

    private RolledBack() {}

    /** Is rolled back to the release before, database and all. */
    static WorldState of(WorldState healthy) {
        WorldState state = healthy;
        for (String name : DEPLOYMENTS) {
            state = undone(state, name);
        }
        return withoutTheLastMigration(state)
                .knowing("trackdechets", "rollback.version", VERSION)
                .knowing("trackdechets", "rollback.migration", MIGRATION);
    }

    private static WorldState undone(WorldState state, String name) {
        return state.changing(
                        "Deployment" + HERE + name,
                        deployment -> old(deployment).with(REVISION, "3").mapText(text -> text.replace(NEW, OLD)))
                .changing(
                        "ReplicaSet" + HERE + name + "-" + OLD,
                        set -> counted(set, 1).with(REVISION, "3"))
                .changing("ReplicaSet" + HERE + name + "-" + NEW, set -> counted(set, 0))
                .changing("Pod" + HERE + name + "-" + NEW + "-2xk8p", RolledBack::ofTheOldSet)
                .changing("PodMetrics" + HERE + name + "-" + NEW + "-2xk8p", RolledBack::ofTheOldSet);
    }

    private static WorldState withoutTheLastMigration(WorldState state) {
        return state.withDatabase(state.database()
                .with(state.database().statements().stream()
                        .map(sql -> sql.replaceFirst("(?s),\\s*\\('a3'.*", ""))
                        .toList()));
    }

    private static Resource counted(Resource set, int replicas) {
        Resource counted = set.with("/spec/replicas", replicas).with("/status/replicas", replicas);
        for (String counter : List.of("fullyLabeledReplicas", "readyReplicas", "availableReplicas")) {
            counted =
                    replicas > 0 ? counted.with("/status/" + counter, replicas) : counted.without("/status/" + counter);
        }
        return counted;
    }

    /** Gives what a pod has the names, the owner and the image of the old ReplicaSet. */
    private static Resource ofTheOldSet(Resource resource) {
        return old(resource).mapText(text -> text.replace(NEW, OLD).replace("2e000000-", "2f000000-"));
    }

    private static Resource old(Resource resource) {
        return resource.mapText(text -> text.replace(":1.42.0", ":" + VERSION).replace("sha256:5f1c8e0d", DIGEST));
    }
}
