package dev.checklist.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import dev.checklist.k8s.FakeCluster.Truth;
import java.util.Map;
import java.util.Optional;

/** What a real server answers to reviews of access and to questions about the kinds that it serves. */
final class FakeApi {
    static final String REVIEWS = "/apis/authorization.k8s.io/v1/";

    private static final String VERBS =
            "\"verbs\":[\"create\",\"delete\",\"deletecollection\",\"get\",\"list\",\"patch\",\"update\",\"watch\"]}";
    private static final Map<String, String> DISCOVERY = Map.of(
            "/api/v1",
            resources("v1", "pods", "pods/log", "secrets", "services"),
            "/apis/apps",
            "{\"kind\":\"APIGroup\",\"apiVersion\":\"v1\",\"name\":\"apps\",\"versions\":[{\"groupVersion\":\"apps/v1\","
                    + "\"version\":\"v1\"}],\"preferredVersion\":{\"groupVersion\":\"apps/v1\",\"version\":\"v1\"}}",
            "/apis/apps/v1",
            resources("apps/v1", "daemonsets", "deployments", "deployments/scale", "replicasets", "statefulsets"));

    private FakeApi() {}

    private static String resources(String version, String... names) {
        StringBuilder list = new StringBuilder();
        for (String name : names) {
            list.append(list.isEmpty() ? "" : ",").append("{\"name\":\"" + name + "\",\"namespaced\":true," + VERBS);
        }
        return "{\"kind\":\"APIResourceList\",\"apiVersion\":\"v1\",\"groupVersion\":\"" + version
                + "\",\"resources\":[" + list + "]}";
    }

    /** Answers what is no object; a review allows everything but Secrets, unless it is decided otherwise. */
    static Optional<Truth> truth(ApiStub.Request request, JsonNode decided) {
        String path = request.path();
        if (DISCOVERY.containsKey(path)) {
            return Optional.of(new Truth(200, DISCOVERY.get(path)));
        }
        if (!path.startsWith(REVIEWS)) {
            return Optional.empty();
        }
        String kind = path.endsWith("/selfsubjectaccessreviews") ? "SelfSubjectAccessReview" : "SubjectAccessReview";
        String status = decided == null
                ? "{\"allowed\":" + !request.body().contains("secrets") + ",\"reason\":\"RBAC\"}"
                : decided.toString();
        return Optional.of(new Truth(
                201,
                "{\"kind\":\"" + kind + "\",\"apiVersion\":\"authorization.k8s.io/v1\",\"metadata\":{},\"spec\":{},"
                        + "\"status\":" + status + "}"));
    }
}
