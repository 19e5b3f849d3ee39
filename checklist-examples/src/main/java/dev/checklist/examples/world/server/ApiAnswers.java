package dev.checklist.examples.world.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.checklist.examples.world.state.ApiBehaviour;
import dev.checklist.examples.world.state.Resource;
import io.fabric8.mockwebserver.http.MockResponse;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;

/** The answers of a real API server that the mock server does not give, in the real one's words. */
final class ApiAnswers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ApiAnswers() {}

    static MockResponse unauthorized() {
        return json(401, status(401, "Unauthorized", "Unauthorized"));
    }

    static MockResponse forbidden(ApiRequest request, String username) {
        ApiKind kind = request.kind();
        String subject = request.name().isEmpty() ? kind.qualified() : kind.qualified() + " \"" + request.name() + "\"";
        ObjectNode status = status(
                403,
                "Forbidden",
                "%s is forbidden: User \"%s\" cannot %s resource \"%s\" in API group \"%s\" %s"
                        .formatted(subject, username, request.verb(), kind.plural(), kind.group(), request.scope()));
        status.set("details", details(request));
        return json(403, status);
    }

    static MockResponse forbidden(PodLogs.Asked log) {
        return json(
                403,
                status(403, "Forbidden", "pods \"" + log.pod() + "\" is forbidden: cannot get resource \"pods/log\""));
    }

    static MockResponse badRequest(String message) {
        return json(400, status(400, "BadRequest", message));
    }

    static MockResponse text(String body) {
        return new MockResponse()
                .setResponseCode(200)
                .addHeader("Content-Type", "text/plain")
                .setBody(body);
    }

    static MockResponse notFound(ApiRequest request) {
        ObjectNode status =
                status(404, "NotFound", request.kind().qualified() + " \"" + request.name() + "\" not found");
        status.set("details", details(request));
        return json(404, status);
    }

    static MockResponse noSuchPath() {
        return new MockResponse()
                .setResponseCode(404)
                .addHeader("Content-Type", "text/plain; charset=utf-8")
                .setBody("404 page not found\n");
    }

    static MockResponse version(String gitVersion) {
        String[] numbers = gitVersion.substring(1).split("\\.", -1);
        return json(
                200,
                JSON.createObjectNode()
                        .put("major", numbers[0])
                        .put("minor", numbers[1])
                        .put("gitVersion", gitVersion)
                        .put("platform", "linux/amd64"));
    }

    static MockResponse selfSubjectReview(String username) {
        ObjectNode review = object("authentication.k8s.io/v1", "SelfSubjectReview");
        review.putObject("status")
                .putObject("userInfo")
                .put("username", username)
                .putArray("groups")
                .add("system:authenticated");
        return json(201, review);
    }

    static MockResponse selfSubjectAccessReview(String body, ApiBehaviour behaviour) {
        ObjectNode review = object("authorization.k8s.io/v1", "SelfSubjectAccessReview");
        JsonNode spec = tree(body).path("spec");
        JsonNode asked = spec.path("resourceAttributes");
        review.set("spec", spec);
        review.putObject("status")
                .put(
                        "allowed",
                        !behaviour.denies(
                                asked.path("verb").asText(),
                                asked.path("resource").asText()));
        return json(201, review);
    }

    /** Decides for another account by the rules of all roles, as if each were bound to it. */
    static MockResponse subjectAccessReview(String body, List<Resource> roles) {
        ObjectNode review = object("authorization.k8s.io/v1", "SubjectAccessReview");
        JsonNode spec = tree(body).path("spec");
        JsonNode asked = spec.path("resourceAttributes");
        boolean isAllowed = roles.stream()
                .filter(role -> role.namespace().equals(asked.path("namespace").asText()))
                .flatMap(role -> StreamSupport.stream(role.json().path("rules").spliterator(), false))
                .anyMatch(rule -> names(rule, "verbs", asked.path("verb").asText())
                        && names(rule, "resources", asked.path("resource").asText()));
        review.set("spec", spec);
        review.putObject("status").put("allowed", isAllowed);
        return json(201, review);
    }

    private static boolean names(JsonNode rule, String field, String wanted) {
        return StreamSupport.stream(rule.path(field).spliterator(), false)
                .map(JsonNode::asText)
                .anyMatch(name -> name.equals("*") || name.equals(wanted));
    }

    /** Gives the mock server's list the form of a real one: a kind of its own, items without theirs. */
    static MockResponse list(ApiKind kind, String body, FieldSelector selector) {
        ObjectNode list = object(kind.apiVersion(), kind.kind() + "List");
        list.putObject("metadata").put("resourceVersion", "2000");
        List<JsonNode> items = JSON.convertValue(
                tree(body).path("items"), JSON.getTypeFactory().constructCollectionType(List.class, JsonNode.class));
        items.removeIf(item -> !selector.matches(item));
        items.forEach(item -> ((ObjectNode) item).remove(List.of("apiVersion", "kind")));
        list.putArray("items").addAll(items);
        return json(200, list);
    }

    static ObjectNode object(String apiVersion, String kind) {
        return JSON.createObjectNode().put("kind", kind).put("apiVersion", apiVersion);
    }

    private static ObjectNode status(int code, String reason, String message) {
        ObjectNode status = object("v1", "Status");
        status.putObject("metadata");
        return status.put("status", "Failure")
                .put("message", message)
                .put("reason", reason)
                .put("code", code);
    }

    private static ObjectNode details(ApiRequest request) {
        ObjectNode details = JSON.createObjectNode();
        if (!request.name().isEmpty()) {
            details.put("name", request.name());
        }
        if (!request.kind().group().isEmpty()) {
            details.put("group", request.kind().group());
        }
        return details.put("kind", request.kind().plural());
    }

    private static JsonNode tree(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MockResponse json(int code, ObjectNode body) {
        return new MockResponse()
                .setResponseCode(code)
                .addHeader("Content-Type", "application/json")
                .setBody(body.toString());
    }
}
