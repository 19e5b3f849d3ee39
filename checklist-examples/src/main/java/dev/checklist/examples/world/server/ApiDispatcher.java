package dev.checklist.examples.world.server;

import dev.checklist.examples.world.state.ApiBehaviour;
import dev.checklist.examples.world.state.Resource;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.mockwebserver.crud.Attribute;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** fabric8's CRUD mode behind a door: who may enter, and what a real server says where the mock is silent. */
final class ApiDispatcher extends KubernetesCrudDispatcher {
    private static final String SELF_SUBJECT_REVIEWS = "/apis/authentication.k8s.io/v1/selfsubjectreviews";
    private static final String SUBJECT_ACCESS_REVIEWS = "/apis/authorization.k8s.io/v1/subjectaccessreviews";
    private static final String SELF_SUBJECT_ACCESS_REVIEWS = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

    private final ApiBehaviour behaviour;
    private final PodLogs logs;
    private final String authorization;
    private final List<Resource> roles = new ArrayList<>();

    ApiDispatcher(ApiBehaviour behaviour, PodLogs logs, String token) {
        super(List.of());
        this.behaviour = behaviour;
        this.logs = logs;
        this.authorization = "Bearer " + token;
    }

    /** Stores an object as it stands; a POST would give it another uid, generation and creation time. */
    void store(Resource resource) {
        String path = ApiKind.of(resource)
                .path(resource.namespace(), resource.json().at("/metadata/name").asText());
        Attribute[] labels = resource.json().at("/metadata/labels").properties().stream()
                .map(label -> new Attribute(
                        "labels:" + label.getKey(), label.getValue().asText()))
                .toArray(Attribute[]::new);
        getMap().put(getKey(path).add(labels), resource.json().toString());
        if (resource.kind().equals("Role")) {
            roles.add(resource);
        }
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        String path = request.getPath();
        if (path.equals("/version")) {
            return ApiAnswers.version(behaviour.gitVersion());
        }
        if (behaviour.refusesToken() || !authorization.equals(request.getHeader("Authorization"))) {
            return ApiAnswers.unauthorized();
        }
        if (request.getMethod().equals("POST") && path.equals(SELF_SUBJECT_REVIEWS)) {
            return ApiAnswers.selfSubjectReview(behaviour.username());
        }
        if (request.getMethod().equals("POST") && path.equals(SELF_SUBJECT_ACCESS_REVIEWS)) {
            return ApiAnswers.selfSubjectAccessReview(request.getUtf8Body(), behaviour);
        }
        if (request.getMethod().equals("POST") && path.equals(SUBJECT_ACCESS_REVIEWS)) {
            return ApiAnswers.subjectAccessReview(request.getUtf8Body(), roles);
        }
        Optional<PodLogs.Asked> log = PodLogs.Asked.of(path);
        if (log.isPresent()) {
            return behaviour.denies("get", "pods/log") ? ApiAnswers.forbidden(log.get()) : logs.answer(log.get());
        }
        Optional<ApiRequest> asked = ApiRequest.of(request.getMethod(), path);
        if (asked.isEmpty()) {
            return ApiDiscovery.answer(path).orElseGet(ApiAnswers::noSuchPath);
        }
        if (behaviour.denies(asked.get().verb(), asked.get().kind().plural())) {
            return ApiAnswers.forbidden(asked.get(), behaviour.username());
        }
        // The mock knows few field selectors, and answers an empty list to the others.
        MockResponse answer =
                asked.get().verb().equals("list") ? handleGet(FieldSelector.without(path)) : super.dispatch(request);
        return asReal(asked.get(), FieldSelector.of(path), answer);
    }

    private static MockResponse asReal(ApiRequest asked, FieldSelector selector, MockResponse answer) {
        if (answer.code() == 404) {
            return ApiAnswers.notFound(asked);
        }
        return asked.verb().equals("list")
                ? ApiAnswers.list(asked.kind(), answer.getBody().readUtf8(), selector)
                : answer.addHeader("Content-Type", "application/json");
    }
}
