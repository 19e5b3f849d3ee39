package dev.checklist.k8s.health;

import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The objects of one recorded namespace, by kind; kinds whose list was empty were not recorded. */
record Recording(Map<String, List<Tree>> objects) {

    static Recording read(Path file) throws IOException {
        Tree recorded = Tree.yaml(Files.readString(file));
        Map<String, List<Tree>> objects = new TreeMap<>();
        for (Object response : ((Map<?, ?>) recorded.at("/responses")).values()) {
            Tree body = new Tree(((Map<?, ?>) response).get("body"));
            String kind = String.valueOf(body.at("/kind"));
            List<?> items = kind.endsWith("List") ? (List<?>) body.at("/items") : List.of(body.root());
            for (Object item : items) {
                objects.computeIfAbsent(kind.replaceFirst("List$", ""), k -> new ArrayList<>())
                        .add(new Tree(item));
            }
        }
        return new Recording(objects);
    }

    <T> List<T> all(Class<T> type) {
        return objects.getOrDefault(type.getSimpleName(), List.of()).stream()
                .map(tree -> tree.as(type))
                .toList();
    }

    <T> T named(Class<T> type, String name) {
        return tree(type.getSimpleName(), name).as(type);
    }

    /** Judges one object with everything around it that its rule can use. */
    Health judge(String kind, String name, Instant now) {
        List<Pod> pods = all(Pod.class);
        return switch (kind) {
            case "Deployment" -> {
                Deployment deployment = named(Deployment.class, name);
                List<Pod> newest = NewestReplicaSet.pods(deployment, all(ReplicaSet.class), pods);
                yield DeploymentHealth.of(deployment, newest, now);
            }
            case "StatefulSet" -> StatefulSetHealth.of(named(StatefulSet.class, name), pods, now);
            case "DaemonSet" -> DaemonSetHealth.of(named(DaemonSet.class, name), pods, now);
            case "Job" -> JobHealth.of(named(Job.class, name), pods, now);
            case "PersistentVolumeClaim" ->
                PersistentVolumeClaimHealth.of(
                        named(PersistentVolumeClaim.class, name),
                        all(StorageClass.class),
                        all(PersistentVolume.class),
                        pods,
                        now);
            case "backends of" ->
                ServiceBackendsHealth.of(named(Service.class, name), all(EndpointSlice.class), pods, now);
            default -> Rule.of(kind).orElseThrow().judge(tree(kind, name), now);
        };
    }

    private Tree tree(String kind, String name) {
        return objects.get(kind).stream()
                .filter(tree -> name.equals(tree.at("/metadata/name")))
                .findFirst()
                .orElseThrow();
    }
}
