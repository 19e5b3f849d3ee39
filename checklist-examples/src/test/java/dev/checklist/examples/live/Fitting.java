package dev.checklist.examples.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.checklist.examples.world.state.Resource;
import java.util.List;

/** Gives objects of a world the form in which a real API server takes them. */
final class Fitting {
    private Fitting() {}

    /** Leaves out what the server decides itself, and adds the schema that a definition must have. */
    static ObjectNode toServer(Resource resource) {
        ObjectNode object = resource.json();
        object.withObject("/metadata").remove(List.of("uid", "generation", "creationTimestamp", "resourceVersion"));
        if (resource.kind().equals("Service")) {
            object.withObject("/spec").remove(List.of("clusterIP", "clusterIPs"));
            object.at("/spec/ports").forEach(port -> ((ObjectNode) port).remove("nodePort"));
        }
        if (resource.kind().equals("CustomResourceDefinition")) {
            object.at("/spec/versions")
                    .forEach(version -> ((ObjectNode) version)
                            .putObject("schema")
                            .putObject("openAPIV3Schema")
                            .put("type", "object")
                            .put("x-kubernetes-preserve-unknown-fields", true));
        }
        return object;
    }

    /** Returns a status as a controller writes it that has seen the object as it is. */
    static JsonNode observed(JsonNode status, JsonNode object) {
        JsonNode seen = status.deepCopy();
        if (seen instanceof ObjectNode counted && counted.has("observedGeneration")) {
            counted.set("observedGeneration", object.at("/metadata/generation"));
        }
        return seen;
    }

    /** Returns a node without the taint that it keeps until a controller has seen it ready. */
    static JsonNode untainted(JsonNode node) {
        ObjectNode ready = node.deepCopy();
        ready.withObject("/spec").remove("taints");
        return ready;
    }
}
