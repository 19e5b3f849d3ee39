package dev.checklist.examples.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.checklist.examples.world.server.ApiKind;
import dev.checklist.examples.world.state.Resource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A world's objects in a real API server, with the status that controllers and kubelets would have written; there must be
 * none, since they would write another. What was made is deleted at the end, last first.
 */
final class SeededCluster implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAMESPACES = "/api/v1/namespaces/";
    /** A new kind answers a moment after its definition was made. */
    private static final int MOST_TRIES = 3_000;

    /** The server writes the status of these itself. */
    private static final Set<String> JUDGED_BY_THE_SERVER = Set.of("CustomResourceDefinition", "APIService");

    private final LiveApi api;
    private final Map<String, String> uids = new HashMap<>();
    private final Deque<Made> made = new ArrayDeque<>();

    private record Made(String path, String uid) {}

    private SeededCluster(LiveApi api) {
        this.api = api;
    }

    /**
     * Makes the objects.
     *
     * @throws IllegalStateException if the cluster has nodes or one of the namespaces, or refuses an object; what was made
     *     before is deleted
     */
    static SeededCluster of(List<Resource> world, LiveApi api) {
        requireEmpty(world, api);
        SeededCluster cluster = new SeededCluster(api);
        try {
            cluster.make(world);
            return cluster;
        } catch (RuntimeException e) {
            try (cluster) {
                throw new IllegalStateException("the cluster did not take the world: " + e.getMessage(), e);
            }
        }
    }

    private static void requireEmpty(List<Resource> world, LiveApi api) {
        if (!api.get("/api/v1/nodes").orElseThrow().path("items").isEmpty()) {
            throw new IllegalStateException(
                    "the cluster has nodes: expected a control plane without any, such as ci/kubernetes starts, since"
                            + " controllers would undo what the test makes");
        }
        for (String namespace : namespaces(world)) {
            if (api.get(NAMESPACES + namespace).isPresent()) {
                throw new IllegalStateException("the namespace " + namespace
                        + " is there already: nothing of it is touched; delete it if it is a test's");
            }
        }
    }

    private static Set<String> namespaces(List<Resource> world) {
        Set<String> names = new TreeSet<>();
        world.forEach(resource -> names.add(resource.namespace()));
        names.removeAll(Set.of("", "kube-system"));
        return names;
    }

    private void make(List<Resource> world) {
        api.get(NAMESPACES + "kube-system")
                .ifPresent(real -> world.stream()
                        .filter(resource -> resource.id().equals("Namespace//kube-system"))
                        .forEach(resource -> uids.put(resource.text("/metadata/uid"), uid(real))));
        for (String name : namespaces(world)) {
            ObjectNode namespace = JSON.createObjectNode();
            namespace.putObject("metadata").put("name", name);
            create(NAMESPACES, name, namespace);
        }
        Set<String> known = known(world);
        world.stream()
                .filter(resource -> !resource.kind().equals("Namespace"))
                .filter(resource -> known.contains(resource.text("/apiVersion")))
                .sorted(Comparator.comparing(SeededCluster::turn))
                .forEach(this::make);
    }

    /** Returns the versions that the server has, and those that the world defines; others are left out. */
    private Set<String> known(List<Resource> world) {
        Set<String> known = api.served();
        known.add("v1");
        for (Resource resource : world) {
            if (turn(resource) == 0) {
                known.add(resource.text("/spec/group") + "/" + resource.text("/spec/versions/0/name"));
            }
        }
        return known;
    }

    /** New kinds come first, and last the webhooks, which nobody answers here. */
    private static int turn(Resource resource) {
        return switch (resource.kind()) {
            case "CustomResourceDefinition" -> 0;
            case "ValidatingWebhookConfiguration" -> 2;
            default -> 1;
        };
    }

    private void make(Resource resource) {
        String path = ApiKind.of(resource).path(resource.namespace(), "");
        String name = resource.text("/metadata/name");
        ObjectNode object = Fitting.toServer(resource.mapText(this::renamed));
        ObjectNode there = create(path, name, object);
        if (resource.has("/metadata/uid")) {
            uids.put(resource.text("/metadata/uid"), uid(there));
        }
        JsonNode status = Fitting.observed(object.path("status"), there);
        if (status.isObject()
                && !JUDGED_BY_THE_SERVER.contains(resource.kind())
                && !status.equals(there.path("status"))) {
            there.set("status", status);
            api.put(path + name + "/status", there);
        }
        if (resource.kind().equals("Node")) {
            api.put(path + name, Fitting.untainted(api.get(path + name).orElseThrow()));
        }
    }

    private String renamed(String text) {
        return uids.getOrDefault(text, text);
    }

    private ObjectNode create(String path, String name, JsonNode object) {
        for (int i = 0; i < MOST_TRIES; i++) {
            Optional<ObjectNode> answer = api.post(path, object);
            if (answer.isPresent()) {
                made.push(new Made(path + name, uid(answer.get())));
                return answer.get();
            }
        }
        throw new IllegalStateException(path + " is not served");
    }

    private static String uid(JsonNode object) {
        return object.at("/metadata/uid").asText();
    }

    /** Deletes what was made; without a controller a namespace has to be told that it is empty. */
    @Override
    public void close() {
        for (Made object = made.poll(); object != null; object = made.poll()) {
            api.delete(object.path(), object.uid());
            if (object.path().startsWith(NAMESPACES) && object.path().indexOf('/', NAMESPACES.length()) < 0) {
                api.get(object.path()).ifPresent(this::end);
            }
        }
    }

    private void end(JsonNode namespace) {
        ObjectNode empty = namespace.deepCopy();
        empty.withObject("/spec").putArray("finalizers");
        api.put(NAMESPACES + namespace.at("/metadata/name").asText() + "/finalize", empty);
    }
}
