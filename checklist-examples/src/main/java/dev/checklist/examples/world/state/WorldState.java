package dev.checklist.examples.world.state;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Everything that decides what a world answers. Immutable: a broken world is a function of the healthy one.
 *
 * <p>Texts may hold placeholders that are filled when the world starts: <code>${now-5m}</code>, <code>${site.url}</code>
 * and the like.
 *
 * @param resources the objects of the API server
 * @param api how the API server behaves
 * @param responses the responses of the application
 * @param database the application's database
 * @param facts the settings that are known beforehand, such as the release's version
 */
public record WorldState(
        List<Resource> resources,
        ApiBehaviour api,
        List<Response> responses,
        DatabaseState database,
        Map<String, String> facts) {

    /**
     * Keeps unmodifiable copies.
     *
     * @throws IllegalArgumentException if two objects or two responses have one id
     */
    public WorldState {
        resources = List.copyOf(resources);
        responses = List.copyOf(responses);
        facts = Map.copyOf(facts);
        requireUnique("resources", resources.stream().map(Resource::id).toList());
        requireUnique("responses", responses.stream().map(Response::id).toList());
    }

    /** Loads the healthy Ticketer world from the class path. */
    public static WorldState ticketer() {
        return StateFiles.load("/world/ticketer/");
    }

    /**
     * Finds an object by its {@link Resource#id()}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Resource resource(String id) {
        return resources.stream()
                .filter(resource -> resource.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("id: no resource " + id + " in " + resources));
    }

    /**
     * Changes one object.
     *
     * @throws IllegalArgumentException if there is none of that id
     */
    public WorldState changing(String id, UnaryOperator<Resource> change) {
        Resource wanted = resource(id);
        return mapping(resource -> resource.equals(wanted), change);
    }

    /** Changes all objects of a kind. */
    public WorldState changingAll(String kind, UnaryOperator<Resource> change) {
        return mapping(resource -> resource.kind().equals(kind), change);
    }

    /**
     * Removes one object.
     *
     * @throws IllegalArgumentException if there is none of that id
     */
    public WorldState removing(String id) {
        Resource wanted = resource(id);
        return withResources(
                resources.stream().filter(resource -> !resource.equals(wanted)).toList());
    }

    /** Removes all objects of a kind. */
    public WorldState removingAll(String kind) {
        return withResources(resources.stream()
                .filter(resource -> !resource.kind().equals(kind))
                .toList());
    }

    /** Adds one object. */
    public WorldState adding(Resource resource) {
        List<Resource> more = new ArrayList<>(resources);
        more.add(resource);
        return withResources(more);
    }

    /** Holds other objects. */
    public WorldState withResources(List<Resource> others) {
        return new WorldState(others, api, responses, database, facts);
    }

    /** Lets the API server behave otherwise. */
    public WorldState withApi(ApiBehaviour other) {
        return new WorldState(resources, other, responses, database, facts);
    }

    /** Gives other responses. */
    public WorldState withResponses(List<Response> others) {
        return new WorldState(resources, api, others, database, facts);
    }

    /**
     * Changes one response, named by its {@link Response#id()}.
     *
     * @throws IllegalArgumentException if there is none of that id
     */
    public WorldState answering(String id, UnaryOperator<Response> change) {
        if (responses.stream().noneMatch(response -> response.id().equals(id))) {
            throw new IllegalArgumentException("id: no response " + id + " in "
                    + responses.stream().map(Response::id).toList());
        }
        return withResponses(responses.stream()
                .map(response -> response.id().equals(id) ? change.apply(response) : response)
                .toList());
    }

    /** Has another database. */
    public WorldState withDatabase(DatabaseState other) {
        return new WorldState(resources, api, responses, other, facts);
    }

    private WorldState mapping(Predicate<Resource> which, UnaryOperator<Resource> change) {
        return withResources(resources.stream()
                .map(resource -> which.test(resource) ? change.apply(resource) : resource)
                .toList());
    }

    private static void requireUnique(String argument, List<String> ids) {
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            if (!seen.add(id)) {
                throw new IllegalArgumentException(argument + ": " + id + " occurs twice");
            }
        }
    }
}
