package dev.checklist.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The objects of a {@link FakeCluster} on a real server, in namespaces of a random name. It answers requests as that
 * server does, but for names, uids and times, so that words can be compared.
 */
final class LiveShop implements AutoCloseable {
    private static final List<String> LAST = List.of("resourcequotas", "limitranges", "apiservices");
    private static final List<String> FIRST = List.of(
            "namespaces",
            "serviceaccounts",
            "customresourcedefinitions",
            "deployments",
            "statefulsets",
            "daemonsets",
            "replicasets");
    private static final Pattern UID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final JsonNode MISSING = MissingNode.getInstance();
    private static final int MOST_ROUNDS = 300;
    private static final String HOLD = "checklist.example/hold";
    private static final String KEPT = "2026-03-01T10:00:00Z";

    private final LiveApi api;
    private final String name;
    private final LiveVersions versions;
    private final Map<String, JsonNode> held = new TreeMap<>();
    private final Map<String, String> uids = new HashMap<>();
    private final Map<String, String> seeds = new HashMap<>();
    private final Map<String, String> made = new LinkedHashMap<>();
    private final Map<String, String> refused = new TreeMap<>();

    LiveShop(LiveCluster cluster) {
        this.api = LiveApi.of(cluster.admin());
        this.name = cluster.name();
        this.versions = LiveVersions.of(api);
        this.seeds.put(
                api.get("/api/v1/namespaces/kube-system")
                        .json()
                        .at("/metadata/uid")
                        .asText(),
                PublicCheck.CLUSTER_UID);
    }

    /** Returns the objects that the server did not take as they are, with its words. */
    Map<String, String> refused() {
        return refused;
    }

    /** Makes the server hold these objects and no others of ours. */
    void become(FakeCluster wanted) {
        refused.keySet()
                .removeIf(path -> !held.getOrDefault(path, MISSING)
                        .equals(wanted.objects().get(path)));
        Map<String, JsonNode> objects = wanted.objects();
        List<String> gone = held.keySet().stream()
                .filter(path -> !held.get(path).equals(objects.get(path)))
                .sorted(order().reversed())
                .toList();
        gone.stream().filter(path -> !isNamespace(path)).forEach(this::remove);
        objects.keySet().stream()
                .filter(path -> !held.containsKey(path))
                .sorted(order())
                .forEach(path -> {
                    put(path, objects.get(path));
                    held.put(path, objects.get(path));
                });
    }

    private static boolean isOfServer(String path) {
        return path.startsWith("/apis/metrics.k8s.io/")
                || path.endsWith("/namespaces/kube-system")
                || path.startsWith(FakeApi.REVIEWS);
    }

    private static boolean isNamespace(String path) {
        return path.startsWith("/api/v1/namespaces/") && path.split("/").length == 5;
    }

    private static Comparator<String> order() {
        return Comparator.comparing((String path) -> {
            String plural = path.substring(0, path.lastIndexOf('/')).replaceAll(".*/", "");
            return LAST.contains(plural) ? 100 : FIRST.contains(plural) ? FIRST.indexOf(plural) : 50;
        });
    }

    private void remove(String path) {
        if (!made.containsKey(real(path))) {
            held.remove(path); // the server did not take it
            return;
        }
        String real = real(path);
        api.merge(real, "{\"metadata\":{\"finalizers\":null}}");
        api.delete(real + "?gracePeriodSeconds=0&propagationPolicy=Background");
        held.remove(path);
        made.remove(real);
        if (path.startsWith("/apis/apiextensions.k8s.io/")) {
            String group = path.substring(path.indexOf('.', path.lastIndexOf('/')) + 1);
            held.keySet().removeIf(other -> other.startsWith("/apis/" + group + "/")); // they go with their kind
        }
        for (int round = 0; round < 100 && api.get(real).code() == 200; round++) {
            api.merge(real, "{\"metadata\":{\"finalizers\":null}}");
        }
    }

    private void put(String path, JsonNode seed) {
        if (isOfServer(path)) {
            refused.put(path, "only the server itself has it");
            return;
        }
        if (isNamespace(path) && api.get(real(path)).code() == 200) {
            know(seed, api.get(real(path)).json());
            return;
        }
        ObjectNode object = LiveSeed.complete(seed);
        boolean leaves = seed.at("/metadata/deletionTimestamp").isTextual();
        if (leaves) {
            object.withObject("/metadata").putArray("finalizers").add(HOLD);
        }
        String real = real(path);
        String list = real.substring(0, real.lastIndexOf('/'));
        LiveApi.Answer answer = create(list, text(object));
        if (!answer.isGood()) {
            refused.put(path, answer.json().path("message").asText());
            return;
        }
        JsonNode born = answer.json();
        made.put(real, born.at("/metadata/uid").asText());
        know(seed, born);
        if (isNamespace(path)) {
            LiveCluster.addAccount(api, real.substring(real.lastIndexOf('/') + 1));
        }
        if (real.startsWith("/api/v1/nodes/")) {
            api.merge(real, "{\"spec\":{\"taints\":null}}"); // a new node is tainted until it has been ready
        }
        grow(seed, real);
        status(path, seed, real);
        if (leaves) {
            api.delete(real).orFail("delete " + real);
        }
        return;
    }

    private LiveApi.Answer create(String list, String object) {
        LiveApi.Answer answer = api.call("POST", list, object, "application/json");
        String[] parts = list.split("/");
        if (list.startsWith("/api/") || parts[2].endsWith("k8s.io") || !parts[2].contains(".")) {
            return answer;
        }
        String definition =
                "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/" + parts[parts.length - 1] + "." + parts[2];
        boolean isSeeded = FakeCluster.healthy().objects().containsKey(definition);
        if (answer.code() == 404 && !isSeeded && !made.containsKey(definition)) {
            define(list, json(object));
        }
        int most = made.containsKey(definition) ? MOST_ROUNDS : 0;
        for (int round = 0; round < most && !answer.isGood(); round++) {
            answer = api.call("POST", list, object, "application/json"); // the server serves it a moment later
        }
        return answer;
    }

    private void define(String list, JsonNode object) {
        String[] parts = list.split("/");
        JsonNode definition = LiveSeed.definition(
                parts[2], parts[3], parts[parts.length - 1], object.path("kind").asText(), parts.length > 5);
        String at = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
        JsonNode born = api.post(at, definition).orFail("definition of " + list).json();
        made.put(
                at + "/" + born.at("/metadata/name").asText(),
                born.at("/metadata/uid").asText());
    }

    /** Changes the spec and back, until the generation is that of the seed; no server counts it down. */
    private void grow(JsonNode seed, String real) {
        long wanted = seed.at("/metadata/generation").asLong(1);
        for (long now = generation(real); now > 0 && now < wanted; now++) {
            api.merge(
                    real,
                    "{\"spec\":"
                            + (real.contains("/apps/v1/")
                                    ? "{\"template\":{\"metadata\":{\"annotations\":{\"grown\":\"" + now + "\"}}}}"
                                    : "{\"grown\":" + now + "}")
                            + "}");
        }
    }

    private long generation(String real) {
        return api.get(real).json().at("/metadata/generation").asLong();
    }

    private void status(String path, JsonNode seed, String real) {
        if (!seed.has("status")) {
            return;
        }
        String status = text(json("{\"status\":" + LiveSeed.status(seed) + "}"));
        LiveApi.Answer answer = api.merge(real + "/status", status);
        if (!answer.isGood()) {
            refused.put(path, "status: " + answer.code() + " " + answer.body());
        }
    }

    private void know(JsonNode seed, JsonNode born) {
        String uid = born.at("/metadata/uid").asText();
        if (seed.at("/metadata/uid").isTextual()) {
            uids.put(seed.at("/metadata/uid").asText(), uid);
            seeds.put(uid, seed.at("/metadata/uid").asText());
        }
    }

    private static JsonNode json(String text) {
        return new LiveApi.Answer(200, "", text).json();
    }

    private String text(JsonNode object) {
        String text = object.toString()
                .replaceAll("(\"namespace\":\"|\"kind\":\"Namespace\",\"metadata\":\\{\"name\":\")shop", "$1" + name);
        for (Map.Entry<String, String> uid : uids.entrySet()) {
            text = text.replace("\"uid\":\"" + uid.getKey() + "\"", "\"uid\":\"" + uid.getValue() + "\"");
        }
        return versions.real(text);
    }

    private String real(String path) {
        return versions.real(path.replaceFirst("/namespaces/shop", "/namespaces/" + name));
    }

    /** Answers as the real server, in the words of the fake one. */
    Wire answer(ApiStub.Request request) {
        LiveApi.Answer answer = api.call(
                request.method(),
                real(request.target()),
                request.body()
                        .replace("\"namespace\":\"shop", "\"namespace\":\"" + name)
                        .replace(":shop", ":" + name),
                "application/json");
        Matcher uid = UID.matcher(answer.body());
        String body = uid.replaceAll(found -> seeds.getOrDefault(found.group(), found.group()))
                .replace(name, "shop")
                .replaceAll("\"finalizers\":\\[[^\\]]*" + HOLD + "[^\\]]*\\],", "")
                .replaceAll(",\"finalizers\":\\[[^\\]]*" + HOLD + "[^\\]]*\\]", "")
                .replaceAll("\"deletionTimestamp\":\"[^\"]*\"", "\"deletionTimestamp\":\"" + KEPT + "\"");
        return Wire.text(answer.code(), answer.type(), versions.fake(body));
    }

    /** Takes away what was created, one by one: without controllers nothing goes with its namespace. */
    @Override
    public void close() {
        held.keySet().stream()
                .filter(path -> !isNamespace(path))
                .sorted(order().reversed())
                .toList()
                .forEach(path -> {
                    if (held.containsKey(path)) {
                        remove(path);
                    }
                });
        List<String> rest = new ArrayList<>(made.keySet()); // namespaces, and definitions made for an object
        Collections.reverse(rest);
        for (String path : rest) {
            String options = "{\"apiVersion\":\"v1\",\"kind\":\"DeleteOptions\",\"preconditions\":{\"uid\":\""
                    + made.get(path) + "\"}}";
            api.call("DELETE", path, options, "application/json");
        }
    }
}
