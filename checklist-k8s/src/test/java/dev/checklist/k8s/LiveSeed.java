package dev.checklist.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/** Completes an object of {@code shop*.yaml}, which has only what the rules look at, by what a server insists on. */
final class LiveSeed {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> OF_THE_SERVER =
            List.of("uid", "generation", "creationTimestamp", "deletionTimestamp", "resourceVersion");

    private LiveSeed() {}

    /** Returns the object as it may be created. */
    static ObjectNode complete(JsonNode seed) {
        ObjectNode object = seed.deepCopy();
        ObjectNode metadata = object.withObject("/metadata");
        String name = metadata.path("name").asText();
        metadata.remove(OF_THE_SERVER);
        metadata.path("ownerReferences").forEach(owner -> absent(owner, "apiVersion", "\"apps/v1\""));
        ObjectNode spec = object.withObject("/spec");
        switch (object.path("kind").asText()) {
            case "Deployment", "ReplicaSet", "DaemonSet" -> workload(spec, name);
            case "StatefulSet" -> {
                workload(spec, name);
                absent(spec, "serviceName", "\"" + name + "\"");
            }
            case "Job" -> template(spec, name, "Never");
            case "CronJob" -> template(spec.withObject("/jobTemplate/spec"), name, "Never");
            case "Pod" -> pod(spec, name);
            case "Ingress" -> spec.findParents("backend").forEach(path -> absent(path, "pathType", "\"Prefix\""));
            case "HorizontalPodAutoscaler" -> autoscaler(spec, name);
            case "PodDisruptionBudget" -> absent(spec, "selector", selector(name));
            case "PersistentVolumeClaim" -> absent(spec, "accessModes", "[\"ReadWriteOnce\"]");
            case "Service" -> spec.remove("clusterIP"); // the server gives one of its own
            case "APIService" -> {
                absent(spec, "service", "{\"name\":\"none\",\"namespace\":\"default\"}");
                absent(spec, "groupPriorityMinimum", "100");
                absent(spec, "versionPriority", "100");
                absent(spec, "insecureSkipTLSVerify", "true");
            }
            case "CustomResourceDefinition" -> definition(spec);
            case "EndpointSlice" -> absent(object, "addressType", "\"IPv4\"");
            case "ValidatingWebhookConfiguration" ->
                object.path("webhooks").forEach(webhook -> {
                    absent(webhook, "sideEffects", "\"None\"");
                    absent(webhook, "admissionReviewVersions", "[\"v1\"]");
                });
            case "RoleBinding" ->
                object.path("subjects")
                        .forEach(one -> absent(
                                one, "namespace", metadata.path("namespace").toString()));
            default -> {}
        }
        if (spec.isEmpty()) {
            object.remove("spec");
        }
        return object;
    }

    /** Returns the definition of the kind of an object, which takes whatever stands in it. */
    static ObjectNode definition(String group, String version, String plural, String kind, boolean hasNamespaces) {
        ObjectNode definition = JSON.createObjectNode()
                .put("apiVersion", "apiextensions.k8s.io/v1")
                .put("kind", "CustomResourceDefinition");
        definition.putObject("metadata").put("name", plural + "." + group);
        ObjectNode spec = definition.putObject("spec");
        spec.put("group", group).put("scope", hasNamespaces ? "Namespaced" : "Cluster");
        spec.putObject("names").put("kind", kind).put("plural", plural);
        spec.putArray("versions")
                .addObject()
                .put("name", version)
                .put("served", true)
                .put("storage", true);
        definition(spec);
        return definition;
    }

    private static void definition(ObjectNode spec) {
        for (JsonNode version : spec.path("versions")) {
            absent(
                    version,
                    "schema",
                    "{\"openAPIV3Schema\":{\"type\":\"object\",\"x-kubernetes-preserve-unknown-fields\":true}}");
            absent(version, "subresources", "{\"status\":{}}");
        }
    }

    /** Returns the status, with the sums that a server compares with its parts. */
    static JsonNode status(JsonNode seed) {
        JsonNode status = seed.path("status").deepCopy();
        if (List.of("Deployment", "ReplicaSet", "StatefulSet")
                .contains(seed.path("kind").asText())) {
            int most = 0;
            for (String part : List.of("readyReplicas", "updatedReplicas", "availableReplicas")) {
                most = Math.max(most, status.path(part).asInt());
            }
            absent(status, "replicas", "" + most);
            if (status.has("availableReplicas") && seed.path("kind").asText().equals("Deployment")) {
                absent(status, "readyReplicas", status.path("availableReplicas").toString());
                int ready = status.path("readyReplicas").asInt();
                ((ObjectNode) status)
                        .put(
                                "availableReplicas",
                                Math.min(ready, status.path("availableReplicas").asInt()));
            }
        }
        return status;
    }

    private static void workload(ObjectNode spec, String name) {
        JsonNode labels = spec.at("/template/metadata/labels");
        String app = labels.isObject() ? labels.toString() : "{\"app\":\"" + name + "\"}";
        absent(spec, "selector", "{\"matchLabels\":" + app + "}");
        spec.withObject("/template/metadata").set("labels", spec.at("/selector/matchLabels"));
        template(spec, name, "Always");
    }

    private static void template(ObjectNode spec, String name, String restarts) {
        ObjectNode pod = spec.withObject("/template/spec");
        absent(pod, "restartPolicy", "\"" + restarts + "\"");
        pod(pod, name);
    }

    private static void pod(ObjectNode spec, String name) {
        if (!spec.path("containers").isArray()) {
            spec.putArray("containers").addObject().put("name", name.replaceFirst("-.*", ""));
        }
        for (String containers : List.of("initContainers", "containers")) {
            for (JsonNode container : spec.path(containers)) {
                absent(container, "name", "\"main\"");
                absent(container, "image", "\"registry.example/none:1\"");
                container.findValues("httpGet").forEach(get -> absent(get, "port", "80"));
            }
        }
        absent(spec, "automountServiceAccountToken", "false"); // nobody makes tokens here
    }

    private static void autoscaler(ObjectNode spec, String name) {
        absent(
                spec,
                "scaleTargetRef",
                "{\"apiVersion\":\"apps/v1\",\"kind\":\"Deployment\",\"name\":\"" + name + "\"}");
        for (JsonNode metric : spec.path("metrics")) {
            absent(metric.path("resource"), "target", "{\"type\":\"Utilization\",\"averageUtilization\":80}");
        }
    }

    private static String selector(String name) {
        return "{\"matchLabels\":{\"app\":\"" + name + "\"}}";
    }

    /** Fills in what is absent; what a situation has set, even to null, stays. */
    private static void absent(JsonNode object, String key, String json) {
        if (object instanceof ObjectNode node && !node.has(key)) {
            try {
                node.set(key, JSON.readTree(json));
            } catch (IOException e) {
                throw new IllegalArgumentException(json, e);
            }
        }
    }
}
