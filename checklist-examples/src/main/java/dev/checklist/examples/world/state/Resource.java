package dev.checklist.examples.world.state;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One Kubernetes object as data. Immutable: every modifier returns a changed copy. */
public final class Resource {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode json;
    private final String id;

    private Resource(ObjectNode json) {
        this.json = json;
        this.id = kind(json) + "/" + json.at("/metadata/namespace").asText("") + "/" + name(json);
    }

    /**
     * Takes a copy of an object that has kind and metadata.name.
     *
     * @throws IllegalArgumentException if one of them is missing
     */
    public static Resource of(JsonNode object) {
        if (!(object instanceof ObjectNode node)
                || name(node).isEmpty()
                || kind(node).isEmpty()) {
            throw new IllegalArgumentException("object: expected kind and metadata.name but found " + object);
        }
        return new Resource(node.deepCopy());
    }

    /** Names this object within the world, as in {@code Pod/ticketer/web-1}; the namespace of a cluster's own is empty. */
    public String id() {
        return id;
    }

    /** Names the kind, as in {@code Deployment}. */
    public String kind() {
        return kind(json);
    }

    /** Names the namespace; empty for an object of the cluster. */
    public String namespace() {
        return json.at("/metadata/namespace").asText("");
    }

    /** Copies the object out. */
    public ObjectNode json() {
        return json.deepCopy();
    }

    /** Tells whether there is a value at a JSON Pointer. */
    public boolean has(String pointer) {
        return !json.at(pointer).isMissingNode();
    }

    /**
     * Reads the value at a JSON Pointer, as text.
     *
     * @throws IllegalArgumentException if there is none
     */
    public String text(String pointer) {
        return existing(json, pointer).asText();
    }

    /**
     * Sets or replaces the value at a JSON Pointer; the index behind an array's last element appends.
     *
     * @throws IllegalArgumentException if the value's parent does not exist
     */
    public Resource with(String pointer, @Nullable Object value) {
        ObjectNode copy = json.deepCopy();
        JsonPointer at = JsonPointer.compile(pointer);
        JsonNode parent = existing(copy, at.head().toString());
        if (parent instanceof ArrayNode array && at.last().getMatchingIndex() == array.size()) {
            array.add(JSON.<JsonNode>valueToTree(value));
        } else if (parent instanceof ArrayNode array) {
            array.set(at.last().getMatchingIndex(), JSON.<JsonNode>valueToTree(value));
        } else if (parent instanceof ObjectNode object) {
            object.set(at.last().getMatchingProperty(), JSON.<JsonNode>valueToTree(value));
        } else {
            throw new IllegalArgumentException(pointer + ": its parent is a plain value in " + id());
        }
        return new Resource(copy);
    }

    /**
     * Removes the value at a JSON Pointer.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Resource without(String pointer) {
        ObjectNode copy = json.deepCopy();
        JsonNode gone = existing(copy, pointer);
        JsonPointer at = JsonPointer.compile(pointer);
        JsonNode parent = copy.at(at.head());
        if (parent instanceof ArrayNode array) {
            array.remove(at.last().getMatchingIndex());
        } else if (parent instanceof ObjectNode object) {
            object.remove(at.last().getMatchingProperty());
        } else {
            throw new IllegalArgumentException(pointer + ": " + gone + " cannot be removed from " + id());
        }
        return new Resource(copy);
    }

    /**
     * Rewrites the condition of that type in {@code status.conditions}, as of five minutes ago.
     *
     * @throws IllegalArgumentException if there is no such condition
     */
    public Resource withCondition(String type, String status, String reason, String message) {
        JsonNode conditions = existing(json, "/status/conditions");
        for (int i = 0; i < conditions.size(); i++) {
            if (conditions.get(i).path("type").asText().equals(type)) {
                String at = "/status/conditions/" + i;
                return with(at + "/status", status)
                        .with(at + "/reason", reason)
                        .with(at + "/message", message)
                        .with(at + "/lastTransitionTime", "${now-5m}");
            }
        }
        throw new IllegalArgumentException("type: no condition " + type + " in " + id());
    }

    /** Rewrites every text value, wherever it stands. */
    public Resource mapText(UnaryOperator<String> change) {
        return new Resource((ObjectNode) mapped(json, change));
    }

    /** Lists the JSON Pointers of all plain values, empty objects and empty arrays. */
    public List<String> leaves() {
        List<String> found = new ArrayList<>();
        collect(json, JsonPointer.empty(), found);
        return List.copyOf(found);
    }

    private static void collect(JsonNode node, JsonPointer at, List<String> found) {
        if (node.isEmpty()) {
            found.add(at.toString());
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), at.appendIndex(i), found);
            }
        } else {
            node.properties().forEach(field -> collect(field.getValue(), at.appendProperty(field.getKey()), found));
        }
    }

    private static JsonNode mapped(JsonNode node, UnaryOperator<String> change) {
        if (node.isTextual()) {
            return JSON.getNodeFactory().textNode(change.apply(node.asText()));
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JSON.createArrayNode();
            array.forEach(element -> copy.add(mapped(element, change)));
            return copy;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JSON.createObjectNode();
            object.properties().forEach(field -> copy.set(field.getKey(), mapped(field.getValue(), change)));
            return copy;
        }
        return node;
    }

    private JsonNode existing(JsonNode tree, String pointer) {
        JsonNode found = tree.at(pointer);
        if (found.isMissingNode()) {
            throw new IllegalArgumentException("pointer: " + pointer + " does not exist in " + id());
        }
        return found;
    }

    private static String kind(JsonNode node) {
        return node.path("kind").asText();
    }

    private static String name(JsonNode node) {
        return node.at("/metadata/name").asText();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Resource resource && json.equals(resource.json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    @Override
    public String toString() {
        return id();
    }
}
