package dev.checklist.examples.world.fault;

import com.fasterxml.jackson.databind.JsonNode;
import dev.checklist.examples.world.state.Resource;
import dev.checklist.examples.world.state.WorldState;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Counts by itself what a state's controllers should have counted. */
record Story(WorldState state) {

    int counter(String kind, String counter) {
        return all(kind)
                .mapToInt(resource -> resource.json().at("/status/" + counter).asInt(0))
                .sum();
    }

    int pods() {
        return (int) all("Pod").count();
    }

    int readyPods() {
        return (int) all("Pod")
                .filter(pod -> elements(pod, "/status/conditions")
                        .anyMatch(condition -> condition.path("type").asText().equals("Ready")
                                && condition.path("status").asText().equals("True")))
                .count();
    }

    /** Counts the pods whose owner, hash and name are those of a replica set that wants exactly that many. */
    int podsOwnedByTheirReplicaSets() {
        return all("ReplicaSet")
                .mapToInt(set -> {
                    List<Resource> owned = all("Pod")
                            .filter(pod ->
                                    pod.text("/metadata/ownerReferences/0/uid").equals(set.text("/metadata/uid"))
                                            && pod.text("/metadata/labels/pod-template-hash")
                                                    .equals(set.text("/metadata/labels/pod-template-hash"))
                                            && pod.text("/metadata/name").startsWith(set.text("/metadata/name") + "-")
                                            && pod.text("/status/containerStatuses/0/image")
                                                    .equals(set.text("/spec/template/spec/containers/0/image")))
                            .toList();
                    return owned.size() == set.json().at("/spec/replicas").asInt() ? owned.size() : -100;
                })
                .sum();
    }

    Set<String> podUids() {
        return all("Pod").map(pod -> pod.text("/metadata/uid")).collect(Collectors.toSet());
    }

    Set<String> endpoints() {
        return all("EndpointSlice")
                .flatMap(slice -> elements(slice, "/endpoints"))
                .map(endpoint -> endpoint.at("/targetRef/uid").asText())
                .collect(Collectors.toSet());
    }

    int readyEndpoints() {
        return (int) all("EndpointSlice")
                .flatMap(slice -> elements(slice, "/endpoints"))
                .filter(endpoint -> endpoint.at("/conditions/ready").asBoolean())
                .count();
    }

    private Stream<Resource> all(String kind) {
        return state.resources().stream().filter(resource -> resource.kind().equals(kind));
    }

    private static Stream<JsonNode> elements(Resource resource, String pointer) {
        return StreamSupport.stream(resource.json().at(pointer).spliterator(), false);
    }
}
