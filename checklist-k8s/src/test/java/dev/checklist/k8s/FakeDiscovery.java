package dev.checklist.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.checklist.k8s.FakeCluster.Truth;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a server answers about the kinds that it serves. */
final class FakeDiscovery {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FakeDiscovery() {}

    static boolean isAsked(String path) {
        return path.equals("/apis") || path.matches("/apis/[^/]+/[^/]+");
    }

    /** Answers as a server that serves the kinds of these definitions and objects, but for one group and version. */
    static Truth answer(String path, FakeCluster cluster, String unserved) {
        ObjectNode answer = JSON.createObjectNode().put("apiVersion", "v1");
        Set<String> served = served(cluster);
        if (path.equals("/apis")) {
            ArrayNode groups = answer.put("kind", "APIGroupList").putArray("groups");
            served.stream()
                    .map(kind -> kind.substring(0, kind.lastIndexOf('/')))
                    .filter(version -> !version.equals(unserved))
                    .distinct()
                    .forEach(version -> {
                        ObjectNode group = groups.addObject().put("name", version.split("/")[0]);
                        group.putArray("versions").addObject().put("groupVersion", version);
                    });
            return new Truth(200, answer.toString());
        }
        String groupVersion = path.substring("/apis/".length());
        ArrayNode resources = answer.put("kind", "APIResourceList")
                .put("groupVersion", groupVersion)
                .putArray("resources");
        served.stream()
                .filter(kind -> kind.startsWith(groupVersion + "/"))
                .forEach(kind -> resources.addObject().put("name", kind.substring(groupVersion.length() + 1)));
        return resources.isEmpty() ? new Truth(404, "404 page not found\n") : new Truth(200, answer.toString());
    }

    /** Every kind as {@code group/version/plural}. */
    private static Set<String> served(FakeCluster cluster) {
        Set<String> served = new TreeSet<>();
        cluster.objects().forEach((path, object) -> {
            String[] parts = path.split("/");
            if (path.startsWith("/apis/")) {
                served.add(parts[2] + "/" + parts[3] + "/" + parts[parts.length - 2]);
            }
            versions(object).forEach(served::add);
        });
        return served;
    }

    private static Stream<String> versions(JsonNode definition) {
        JsonNode versions = definition.at("/spec/versions");
        String group = definition.at("/spec/group").asText();
        String plural = definition.at("/spec/names/plural").asText();
        return Stream.iterate(0, i -> i < versions.size(), i -> i + 1)
                .map(versions::get)
                .filter(version -> version.path("served").asBoolean())
                .map(version -> group + "/" + version.path("name").asText() + "/" + plural);
    }
}
