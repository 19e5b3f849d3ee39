package dev.checklist.examples.world.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.mockwebserver.http.MockResponse;
import java.util.List;
import java.util.Optional;

/** Says which kinds the API server serves, as a client asks that does not find one. */
final class ApiDiscovery {
    private ApiDiscovery() {}

    /** Empty for a path that is none of discovery. */
    static Optional<MockResponse> answer(String path) {
        if (path.equals("/apis")) {
            return Optional.of(groups());
        }
        List<ApiKind> kinds = ApiKind.SERVED.stream()
                .filter(kind -> path.equals((kind.group().isEmpty() ? "/api/" : "/apis/") + kind.apiVersion()))
                .toList();
        return kinds.isEmpty() ? Optional.empty() : Optional.of(resources(kinds));
    }

    private static MockResponse groups() {
        ObjectNode list = ApiAnswers.object("v1", "APIGroupList");
        ArrayNode groups = list.putArray("groups");
        ApiKind.SERVED.stream()
                .filter(kind -> !kind.group().isEmpty())
                .map(kind -> kind.group() + " " + kind.version())
                .distinct()
                .forEach(group -> {
                    String[] words = group.split(" ", 2);
                    ObjectNode version = groups.addObject()
                            .put("name", words[0])
                            .putArray("versions")
                            .addObject();
                    version.put("groupVersion", words[0] + "/" + words[1]).put("version", words[1]);
                });
        return ApiAnswers.json(200, list);
    }

    private static MockResponse resources(List<ApiKind> kinds) {
        ObjectNode list = ApiAnswers.object("v1", "APIResourceList");
        list.put("groupVersion", kinds.get(0).apiVersion());
        ArrayNode resources = list.putArray("resources");
        for (ApiKind kind : kinds) {
            ObjectNode resource = resources.addObject();
            resource.put("name", kind.plural()).put("kind", kind.kind()).put("namespaced", true);
            List.of("get", "list", "watch", "create", "update", "patch", "delete", "deletecollection")
                    .forEach(resource.withArray("verbs")::add);
        }
        return ApiAnswers.json(200, list);
    }
}
