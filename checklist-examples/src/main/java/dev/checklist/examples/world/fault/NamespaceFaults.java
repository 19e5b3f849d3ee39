package dev.checklist.examples.world.fault;

import dev.checklist.examples.world.state.Resource;
import dev.checklist.examples.world.state.WorldState;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What can be wrong with the objects of Trackdéchets. */
final class NamespaceFaults {
    private static final List<String> SERVED = List.of("ui", "api", "notifier");
    private static final String HERE = "/trackdechets/";

    private NamespaceFaults() {}

    static WorldState terminating(WorldState state) {
        return state.changing(
                "Namespace//trackdechets",
                namespace -> namespace
                        .with("/metadata/deletionTimestamp", "${now-20m}")
                        .with("/status/phase", "Terminating"));
    }

    static WorldState databasesUnready(WorldState state) {
        return state.changing(
                        "Cluster" + HERE + "postgres",
                        cluster -> cluster.with("/status/readyInstances", 2)
                                .with("/status/phase", "Waiting for the instances to become active"))
                .changing("Elasticsearch" + HERE + "elasticsearch", search -> search.with("/status/health", "yellow"))
                .changing(
                        "Pod" + HERE + "rfr-redis-0", pod -> pod.with("/metadata/labels/redisfailovers-role", "slave"))
                .changing(
                        "PerconaServerMongoDB" + HERE + "mongodb",
                        mongodb -> mongodb.with("/status/state", "initializing")
                                .with("/status/replsets/rs0/initialized", false));
    }

    static WorldState retentionShort(WorldState state) {
        return state.changing(
                        "Cluster" + HERE + "postgres", cluster -> cluster.with("/spec/backup/retentionPolicy", "7d"))
                .changing(
                        "PerconaServerMongoDB" + HERE + "mongodb",
                        mongodb -> mongodb.with("/spec/backup/tasks/0/keep", 7));
    }

    static WorldState backupsFailed(WorldState state) {
        return state.changing(
                        "Cluster" + HERE + "postgres",
                        cluster -> cluster.withCondition(
                                "LastBackupSucceeded", "False", "LastBackupFailed", "the store refused the keys"))
                .changing(
                        "PerconaServerMongoDBBackup" + HERE + "mongodb-nightly",
                        backup -> backup.with("/status/state", "error"));
    }

    static WorldState migrationMissing(WorldState state) {
        return state.withDatabase(state.database()
                .with(state.database().statements().stream()
                        .map(sql -> sql.replace("20291105090000_exports", "20291105090000_other"))
                        .toList()));
    }

    static UnaryOperator<WorldState> stuck(String... deployments) {
        return state -> {
            WorldState stuck = state;
            for (String name : deployments) {
                stuck = stuck.changing("Deployment" + HERE + name, NamespaceFaults::timedOut);
            }
            return stuck;
        };
    }

    private static Resource timedOut(Resource deployment) {
        return deployment
                .with("/status/replicas", 2)
                .with("/status/unavailableReplicas", 1)
                .withCondition(
                        "Progressing",
                        "False",
                        "ProgressDeadlineExceeded",
                        "ReplicaSet \"" + deployment.text("/metadata/name")
                                + "-6d4b9c7f58\" has timed out progressing.");
    }

    static WorldState oldImages(WorldState state, int from, int until) {
        WorldState old = state;
        for (String name : SurroundingFaults.IMAGES.subList(from, until)) {
            old = old.changing("Deployment" + HERE + name, NamespaceFaults::old)
                    .changing("ReplicaSet" + HERE + name + "-6d4b9c7f58", NamespaceFaults::old)
                    .changing("Pod" + HERE + name + "-6d4b9c7f58-2xk8p", NamespaceFaults::old);
        }
        return old;
    }

    private static Resource old(Resource resource) {
        return resource.mapText(text -> text.replace(":1.42.0", ":1.40.9"));
    }

    static WorldState noWayBack(WorldState state, int from, int until) {
        WorldState bare = state;
        for (String name : SurroundingFaults.IMAGES.subList(from, until)) {
            bare = bare.removing("ReplicaSet" + HERE + name + "-59c8f7d6b4");
        }
        return bare;
    }

    static WorldState redisDown(WorldState state) {
        return state.changing("Pod" + HERE + "rfr-redis-0", PodFaults::crashLooping)
                .changing(
                        "StatefulSet" + HERE + "rfr-redis",
                        set -> set.without("/status/readyReplicas").without("/status/availableReplicas"));
    }

    static WorldState autoscalersInactive(WorldState state) {
        return state.changingAll(
                "HorizontalPodAutoscaler",
                autoscaler -> autoscaler
                        .without("/status/currentMetrics")
                        .withCondition(
                                "ScalingActive", "False", "FailedGetResourceMetric", "no metrics were returned"));
    }

    static WorldState noEndpoints(WorldState state) {
        WorldState empty = state;
        for (String name : SERVED) {
            empty = empty.changing(
                    "EndpointSlice" + HERE + name + "-x7k2p",
                    slice -> slice.with(
                            "/endpoints/0/conditions", Map.of("ready", false, "serving", false, "terminating", false)));
        }
        return empty;
    }

    static WorldState noAddress(WorldState state) {
        return state.changing(
                "Ingress" + HERE + "trackdechets", ingress -> ingress.with("/status/loadBalancer", Map.of()));
    }

    static WorldState neverScaled(WorldState state) {
        return state.removing("Event" + HERE + "api.18ea3ce947658415")
                .changing(
                        "HorizontalPodAutoscaler" + HERE + "api",
                        autoscaler -> autoscaler.with("/status/lastScaleTime", "${now-9d}"));
    }

    static WorldState unprotected(WorldState state) {
        return state.removing("NetworkPolicy" + HERE + "trackdechets")
                .changing(
                        "Role" + HERE + "trackdechets",
                        role -> role.with(
                                "/rules/1",
                                Map.of(
                                        "apiGroups",
                                        List.of(""),
                                        "resources",
                                        List.of("secrets"),
                                        "verbs",
                                        List.of("list"))))
                .changing(
                        "Pod" + HERE + "ui-6d4b9c7f58-2xk8p",
                        pod -> pod.with("/spec/securityContext", Map.of("runAsUser", 0)));
    }

    static WorldState nearTheLimits(WorldState state) {
        return state.changingAll("PodMetrics", metrics -> metrics.with("/containers/0/usage/memory", "1023Mi"));
    }

    static WorldState notIssued(WorldState state) {
        return state.changing(
                "Certificate" + HERE + "trackdechets-tls",
                certificate -> certificate.withCondition("Ready", "False", "DoesNotExist", "the order failed"));
    }
}
