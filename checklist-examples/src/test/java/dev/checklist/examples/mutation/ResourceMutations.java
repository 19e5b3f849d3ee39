package dev.checklist.examples.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.checklist.examples.world.server.ApiKind;
import dev.checklist.examples.world.state.ApiBehaviour;
import dev.checklist.examples.world.state.Resource;
import dev.checklist.examples.world.state.WorldState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What can be missing or different in the API server: each object, each node of each object, each right. */
final class ResourceMutations {
    /** Without these there is no object: the same as removing it. */
    private static final Set<String> IDENTITY = Set.of(
            "/apiVersion removed",
            "/apiVersion altered",
            "/kind removed",
            "/kind altered",
            "/metadata removed",
            "/metadata/name removed",
            "/metadata/namespace removed");

    private ResourceMutations() {}

    static List<Mutation> of(WorldState healthy) {
        List<Mutation> all = new ArrayList<>();
        for (Resource resource : healthy.resources()) {
            String plural = ApiKind.of(resource).plural();
            all.add(new Mutation(resource.id() + " removed", () -> healthy.removing(resource.id()), plural));
            for (Map.Entry<String, JsonNode> changed :
                    JsonMutations.of(resource.json()).entrySet()) {
                if (!IDENTITY.contains(changed.getKey())) {
                    all.add(new Mutation(
                            resource.id() + " " + changed.getKey(),
                            () -> healthy.changing(resource.id(), unchanged -> Resource.of(changed.getValue())),
                            plural));
                }
            }
        }
        all.addAll(behaviours(healthy));
        return all;
    }

    private static List<Mutation> behaviours(WorldState healthy) {
        ApiBehaviour api = healthy.api();
        List<Mutation> all = new ArrayList<>(List.of(
                new Mutation("api gitVersion altered", () -> healthy.withApi(api.withGitVersion("v1.24.17"))),
                new Mutation("api username removed", () -> healthy.withApi(api.withUsername(""))),
                new Mutation("api username altered", () -> healthy.withApi(api.withUsername("system:anonymous"))),
                new Mutation("api token refused", () -> healthy.withApi(api.refusingToken()))));
        healthy.resources().stream()
                .map(resource -> ApiKind.of(resource).plural())
                .distinct()
                .forEach(plural -> List.of("get", "list")
                        .forEach(verb -> all.add(new Mutation(
                                "api may not " + verb + " " + plural,
                                () -> healthy.withApi(api.denying(verb, plural))))));
        return all;
    }
}
