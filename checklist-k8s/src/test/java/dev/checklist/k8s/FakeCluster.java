package dev.checklist.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The objects of a cluster by their path, and a real server's answers over them. An immutable value: changes copy.
 *
 * @param objects path to object, such as {@code /api/v1/namespaces/shop/pods/api-1}
 * @param hasEmptyLists whether no list shows an object, though each can be read by its name
 * @param unserved the group and version that the server does not know, such as {@code autoscaling/v2}; may be empty
 */
record FakeCluster(Map<String, JsonNode> objects, boolean hasEmptyLists, String unserved) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REVIEWS = "/apis/authentication.k8s.io/v1/selfsubjectreviews";

    private static final FakeCluster HEALTHY = read();
    private static final FakeCluster CLUSTER = read("", "-cluster");

    FakeCluster(Map<String, JsonNode> objects) {
        this(objects, false, "");
    }

    /** Everything in {@code shop*.yaml}: a namespace in which every predicate holds. */
    static FakeCluster healthy() {
        return HEALTHY;
    }

    /** Only what the area of a predicate knows of, for one that looks at the whole cluster. */
    static FakeCluster of(PublicCheck check) {
        boolean wide =
                ClusterContract.checks().stream().anyMatch(one -> one.name().equals(check.name()));
        return wide ? CLUSTER : HEALTHY;
    }

    private static FakeCluster read(String... areas) {
        FakeCluster cluster = new FakeCluster(Map.of());
        for (String file : Tables.texts("shop", "yaml", areas)) {
            Map<?, ?> objects = new KubernetesSerialization().unmarshal(ConfigContract.filledIn(file), Map.class);
            for (JsonNode object : JSON.valueToTree(objects.get("objects"))) {
                cluster = cluster.with(object);
            }
        }
        return cluster;
    }

    /** The objects of a recorded namespace, of the kinds that are read. */
    static FakeCluster recorded(Path recording) throws IOException {
        FakeCluster cluster = new FakeCluster(Map.of());
        for (JsonNode response : JSON.readTree(recording.toFile()).path("responses")) {
            JsonNode body = response.path("body");
            String kind = body.path("kind").asText().replaceFirst("List$", "");
            if (ResourceTypes.isKind(kind)) {
                for (JsonNode item : body.has("items")
                        ? body.path("items")
                        : JSON.createArrayNode().add(body)) {
                    ObjectNode object = item.deepCopy();
                    cluster = cluster.with(object.put("kind", kind).set("apiVersion", body.path("apiVersion")));
                }
            }
        }
        return cluster;
    }

    /** Adds or replaces an object. */
    FakeCluster with(JsonNode object) {
        return put(path(object), object);
    }

    private FakeCluster put(String path, JsonNode object) {
        Map<String, JsonNode> all = new TreeMap<>(objects);
        all.put(path, object);
        return new FakeCluster(all, hasEmptyLists, unserved);
    }

    /** Shows no object in any list. */
    FakeCluster withEmptyLists() {
        return new FakeCluster(objects, true, unserved);
    }

    /** Knows nothing of the group and version of the object whose path ends so, nor of its definition. */
    FakeCluster notServing(String object) {
        String[] parts = path(object).split("/");
        return new FakeCluster(objects, hasEmptyLists, parts[2] + "/" + parts[3]);
    }

    /** Decides every review of that kind so, such as {@code selfsubjectaccessreviews}. */
    FakeCluster deciding(String reviews, Map<String, ?> status) {
        return put(FakeApi.REVIEWS + reviews, JSON.valueToTree(status));
    }

    /** Changes one place in the object whose path ends so; null takes the place away. */
    FakeCluster with(String object, String pointer, Object value) {
        String path = path(object);
        return put(path, JsonTree.changed(objects.get(path), pointer, JSON.valueToTree(value)));
    }

    /** Changes one place in every object whose path holds the text. */
    FakeCluster withAll(String part, String pointer, Object value) {
        FakeCluster all = this;
        for (String path :
                objects.keySet().stream().filter(path -> path.contains(part)).toList()) {
            all = all.with(path, pointer, value);
        }
        return all;
    }

    /** Takes away every object whose path holds the text. */
    FakeCluster without(String part) {
        Map<String, JsonNode> rest = new TreeMap<>(objects);
        rest.keySet().removeIf(path -> path.contains(part));
        return new FakeCluster(rest, false, unserved);
    }

    /** Returns the object whose path ends so. */
    JsonNode object(String end) {
        return objects.get(path(end));
    }

    private String path(String end) {
        return objects.keySet().stream()
                .filter(path -> path.endsWith("/" + end) || path.equals(end))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no object at …/" + end));
    }

    private static String path(JsonNode object) {
        String version = object.path("apiVersion").asText();
        String kind = object.path("kind").asText();
        JsonNode namespace = object.at("/metadata/namespace");
        return (version.contains("/") ? "/apis/" : "/api/") + version
                + (namespace.isMissingNode() ? "" : "/namespaces/" + namespace.asText()) + "/"
                + ResourceTypes.plural(kind) + "/"
                + object.at("/metadata/name").asText();
    }

    /** What a real API server answers. */
    record Truth(int code, String type, String body) {
        Truth(int code, String body) {
            this(code, Wire.JSON, body);
        }

        /** The same list with other items; of an object, a JSON null instead. */
        String withItems(String items) {
            int at = body.indexOf("\"items\":");
            return at < 0 ? "null" : body.substring(0, at) + "\"items\":" + items + "}";
        }
    }

    /** Answers as a real API server does. */
    Wire answer(ApiStub.Request request) {
        if (request.isWatch()) {
            return new WatchScript(); // nothing ever changes
        }
        Truth truth = truth(request);
        return Wire.text(truth.code(), truth.type(), truth.body());
    }

    Truth truth(ApiStub.Request request) {
        String path = request.path();
        if (path.equals("/version")) {
            return new Truth(200, "{\"major\":\"1\",\"minor\":\"36\",\"gitVersion\":\"v1.36.2\"}");
        }
        if (path.equals(REVIEWS)) {
            return new Truth(
                    201,
                    "{\"kind\":\"SelfSubjectReview\",\"apiVersion\":\"authentication.k8s.io/v1\",\"metadata\":{},"
                            + "\"status\":{\"userInfo\":{\"username\":\"deployer\",\"groups\":[]}}}");
        }
        if (!unserved.isEmpty() && (path + "/").startsWith("/apis/" + unserved + "/")) {
            return new Truth(404, "text/plain", "404 page not found\n");
        }
        Optional<Truth> api = FakeApi.truth(request, objects.get(path));
        if (api.isPresent()) {
            return api.get();
        }
        if (objects.containsKey(path)) {
            return new Truth(200, objects.get(path).toString());
        }
        if (FakeDiscovery.isAsked(path)) {
            return FakeDiscovery.answer(path, HEALTHY, unserved); // a kind stays served when its last object is gone
        }
        if (path.endsWith("/log")) {
            return log(path.substring(0, path.length() - "/log".length()), request.query());
        }
        String last = path.substring(path.lastIndexOf('/') + 1);
        return ResourceTypes.isPlural(last) ? new Truth(200, list(path, request.query())) : absent(path, last);
    }

    /** The log of a container stands in an annotation of its pod: {@code log-web}, {@code previous-log-web}. */
    private Truth log(String pod, String query) {
        if (!objects.containsKey(pod)) {
            return absent(pod, pod.substring(pod.lastIndexOf('/') + 1));
        }
        String container = query.replaceFirst(".*container=([^&]*).*", "$1");
        String name = (query.contains("previous=true") ? "previous-log-" : "log-") + container;
        JsonNode text = objects.get(pod).path("metadata").path("annotations").path(name);
        return text.isMissingNode()
                ? new Truth(
                        400,
                        "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"metadata\":{},\"status\":\"Failure\",\"message\":\""
                                + "container \\\"" + container + "\\\" is waiting to start: ContainerCreating\","
                                + "\"reason\":\"BadRequest\",\"code\":400}")
                : new Truth(200, "text/plain", text.asText());
    }

    private String list(String path, String query) {
        ObjectNode list = JSON.createObjectNode()
                .put("kind", ResourceTypes.kind(path) + "List")
                .put("apiVersion", ResourceTypes.apiVersion(path));
        list.putObject("metadata").put("resourceVersion", "2000");
        list.putArray("items")
                .addAll(listed(path, query)
                        .map(object -> ((ObjectNode) objects.get(object).deepCopy())
                                .<JsonNode>without(List.of("kind", "apiVersion")))
                        .toList());
        return list.toString();
    }

    /** The paths of the objects that the answer to a request holds. */
    Stream<String> shown(ApiStub.Request request) {
        return objects.containsKey(request.path())
                ? Stream.of(request.path())
                : listed(request.path(), request.query());
    }

    private Stream<String> listed(String path, String query) {
        String[] selector = selector(query);
        return objects.entrySet().stream()
                .filter(entry -> !hasEmptyLists && isIn(path, entry.getKey()))
                .filter(entry -> selector.length < 2
                        || selector[1].equals(entry.getValue()
                                .path("metadata")
                                .path("labels")
                                .path(selector[0])
                                .asText()))
                .map(Map.Entry::getKey);
    }

    /** Tells whether a list shows an object: the list of its namespace, or of all of them. */
    private static boolean isIn(String list, String object) {
        String own = object.substring(0, object.lastIndexOf('/'));
        return own.equals(list)
                || own.replaceFirst("/namespaces/[^/]+(?=/)", "").equals(list);
    }

    private static String[] selector(String query) {
        return Stream.of(query.split("&"))
                .filter(part -> part.startsWith("labelSelector="))
                .map(part -> URLDecoder.decode(part.substring("labelSelector=".length()), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("")
                .split("=");
    }

    private static Truth absent(String path, String name) {
        String plural = path.substring(0, path.length() - name.length() - 1);
        plural = plural.substring(plural.lastIndexOf('/') + 1);
        return new Truth(
                404,
                "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"metadata\":{},\"status\":\"Failure\",\"message\":\""
                        + plural
                        + " \\\"" + name + "\\\" not found\",\"reason\":\"NotFound\",\"details\":{\"name\":\"" + name
                        + "\",\"kind\":\"" + plural + "\"},\"code\":404}");
    }
}
