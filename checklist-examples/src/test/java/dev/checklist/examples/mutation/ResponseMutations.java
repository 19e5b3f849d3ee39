package dev.checklist.examples.mutation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.checklist.examples.world.state.Response;
import dev.checklist.examples.world.state.WorldState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What can be missing or different in the application's answers: each answer, its status, headers and body. */
final class ResponseMutations {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Filled when the answer is given; in JSON it is a number. */
    private static final String SECONDS = "${seconds}";

    private static final String STANDS_FOR_SECONDS = "1234512345";
    private static final List<Integer> STATUSES = List.of(200, 302, 404, 500);
    private static final String STRANGER = "<html><head><title>Welcome to nginx!</title></head><body></body></html>\n";

    private final WorldState healthy;
    private final List<Mutation> all = new ArrayList<>();

    private ResponseMutations(WorldState healthy) {
        this.healthy = healthy;
    }

    static List<Mutation> of(WorldState healthy) {
        ResponseMutations mutations = new ResponseMutations(healthy);
        healthy.responses().forEach(mutations::add);
        return mutations.all;
    }

    private void add(Response response) {
        List<Response> others = healthy.responses().stream()
                .filter(other -> !other.equals(response))
                .toList();
        all.add(new Mutation(id(response) + " removed", () -> healthy.withResponses(others)));
        for (int status : STATUSES) {
            if (status != response.status()) {
                add(response, "status " + status, response.withStatus(status));
            }
        }
        response.headers().forEach((name, value) -> {
            add(response, name + " removed", response.withoutHeader(name));
            add(response, name + " altered", response.withHeader(name, value + "-altered"));
        });
        if (!response.body().isEmpty()) {
            add(response, "body removed", response.withBody(""));
            add(response, "body a stranger's", response.withBody(STRANGER));
            add(
                    response,
                    "body cut",
                    response.withBody(
                            response.body().substring(0, response.body().length() / 2)));
        }
        if (response.headers().getOrDefault("Content-Type", "").equals("application/json")) {
            for (Map.Entry<String, JsonNode> changed :
                    JsonMutations.of(parsed(response.body())).entrySet()) {
                add(
                        response,
                        "body " + changed.getKey(),
                        response.withBody(changed.getValue().toString().replace(STANDS_FOR_SECONDS, SECONDS)));
            }
        }
    }

    private void add(Response response, String what, Response changed) {
        all.add(new Mutation(id(response) + " " + what, () -> healthy.answering(response.id(), unchanged -> changed)));
    }

    /** The reviewed list has another meaning for the asterisk. */
    private static String id(Response response) {
        return response.id().replace(Response.EVERY_OTHER_PATH, "(other)");
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body.replace(SECONDS, STANDS_FOR_SECONDS));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a response of type application/json is none", e);
        }
    }
}
