package dev.checklist.examples.world.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Everything that decides what a world answers. Immutable: a broken world is a function of the healthy one.
 *
 * <p>Texts may hold placeholders that are filled when the world starts: <code>${now-5m}</code>, <code>${site.url}</code>
 * and the like.
 *
 * @param resources the objects of the API server
 * @param logs what the containers wrote, by namespace, pod and container as in {@code shop/web-1/web}: each line begins
 *     with its instant
 * @param api how the API server behaves
 * @param responses the responses of the applications
 * @param database the applications' database
 * @param surroundings what is outside the cluster
 * @param facts the settings that are known beforehand, such as the release's version, by the list that has them
 */
public record WorldState(
        List<Resource> resources,
        Map<String, List<String>> logs,
        ApiBehaviour api,
        List<Response> responses,
        DatabaseState database,
        Surroundings surroundings,
        Map<String, Map<String, String>> facts) {

    /**
     * Keeps unmodifiable copies.
     *
     * @throws IllegalArgumentException if two objects or two responses have one id
     */
    public WorldState {
        resources = List.copyOf(resources);
        logs = Map.copyOf(logs);
        responses = List.copyOf(responses);
        facts = Map.copyOf(facts);
        requireUnique("resources", resources.stream().map(Resource::id).toList());
        requireUnique("responses", responses.stream().map(Response::id).toList());
    }

    /** Loads the healthy Ticketer world from the class path. */
    public static WorldState ticketer() {
        return StateFiles.load("ticketer");
    }

    /** Loads the healthy Trackdéchets world from the class path. */
    public static WorldState trackdechets() {
        return StateFiles.load("trackdechets")
                .surroundedBy(around -> around.storing(none -> TrackdechetsStore.healthy()));
    }

    /** Returns the healthy world that both lists look at, in one cluster. */
    public static WorldState both() {
        return ticketer().and(trackdechets());
    }

    /** Has everything of both; what both have, such as the cluster itself, is the same. */
    WorldState and(WorldState other) {
        Set<String> ids = new HashSet<>(resources.stream().map(Resource::id).toList());
        Map<String, List<String>> allLogs = new HashMap<>(logs);
        allLogs.putAll(other.logs);
        Map<String, Map<String, String>> allFacts = new HashMap<>(facts);
        allFacts.putAll(other.facts);
        return new WorldState(
                Stream.concat(
                                resources.stream(),
                                other.resources.stream().filter(resource -> !ids.contains(resource.id())))
                        .toList(),
                allLogs,
                api,
                Stream.concat(responses.stream(), other.responses.stream()).toList(),
                database.with(Stream.concat(database.statements().stream(), other.database.statements().stream())
                        .toList()),
                surroundings.and(other.surroundings),
                allFacts);
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
        return new WorldState(others, logs, api, responses, database, surroundings, facts);
    }

    /** Lets the API server behave otherwise. */
    public WorldState withApi(ApiBehaviour other) {
        return new WorldState(resources, logs, other, responses, database, surroundings, facts);
    }

    /** Gives other responses. */
    public WorldState withResponses(List<Response> others) {
        return new WorldState(resources, logs, api, others, database, surroundings, facts);
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
        return new WorldState(resources, logs, api, responses, other, surroundings, facts);
    }

    /** Knows another value beforehand for a setting of a list. */
    public WorldState knowing(String list, String name, String value) {
        Map<String, String> known = new HashMap<>(facts.getOrDefault(list, Map.of()));
        known.put(name, value);
        Map<String, Map<String, String>> others = new HashMap<>(facts);
        others.put(list, known);
        return new WorldState(resources, logs, api, responses, database, surroundings, others);
    }

    /** Has other surroundings. */
    public WorldState surroundedBy(UnaryOperator<Surroundings> change) {
        return new WorldState(resources, logs, api, responses, database, change.apply(surroundings), facts);
    }

    /**
     * Changes the log of one container.
     *
     * @param log as in {@code shop/web-1/web}
     * @throws IllegalArgumentException if there is none
     */
    public WorldState logging(String log, UnaryOperator<List<String>> change) {
        List<String> lines = logs.get(log);
        if (lines == null) {
            throw new IllegalArgumentException("log: no log " + log + " in " + logs.keySet());
        }
        Map<String, List<String>> others = new HashMap<>(logs);
        others.put(log, change.apply(lines));
        return new WorldState(resources, others, api, responses, database, surroundings, facts);
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
