package dev.checklist.examples.mutation;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes every copy of a JSON tree that lacks one node, or has one other value. */
final class JsonMutations {
    private final JsonNode original;
    private final Map<String, JsonNode> all = new LinkedHashMap<>();

    private JsonMutations(JsonNode original) {
        this.original = original;
    }

    /** Returns the copies by pointer and change, as in {@code /status/replicas decreased}. */
    static Map<String, JsonNode> of(JsonNode tree) {
        JsonMutations mutations = new JsonMutations(tree);
        mutations.within(tree, JsonPointer.empty());
        return mutations.all;
    }

    private void visit(JsonNode node, JsonPointer at) {
        all.put(at + " removed", without(at));
        if (node.isTextual()) {
            all.put(at + " altered", with(at, TextNode.valueOf(other(node.asText()))));
        } else if (node.isBoolean()) {
            all.put(at + " altered", with(at, BooleanNode.valueOf(!node.asBoolean())));
        } else if (node.isNumber()) {
            all.put(at + " increased", with(at, LongNode.valueOf(node.asLong() + 1)));
            all.put(at + " decreased", with(at, LongNode.valueOf(node.asLong() - 1)));
        }
        within(node, at);
    }

    private void within(JsonNode node, JsonPointer at) {
        for (int i = 0; i < node.size() && node.isArray(); i++) {
            visit(node.get(i), at.appendIndex(i));
        }
        node.properties().forEach(field -> visit(field.getValue(), at.appendProperty(field.getKey())));
    }

    private static String other(String text) {
        return switch (text) {
            case "True" -> "False";
            case "False" -> "True";
            default -> text.startsWith("${now") ? "${now+1h}" : text + "-altered";
        };
    }

    private JsonNode without(JsonPointer at) {
        JsonNode copy = original.deepCopy();
        JsonNode parent = copy.at(at.head());
        if (parent instanceof ArrayNode array) {
            array.remove(at.last().getMatchingIndex());
        } else {
            ((ObjectNode) parent).remove(at.last().getMatchingProperty());
        }
        return copy;
    }

    private JsonNode with(JsonPointer at, JsonNode value) {
        JsonNode copy = original.deepCopy();
        JsonNode parent = copy.at(at.head());
        if (parent instanceof ArrayNode array) {
            array.set(at.last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) parent).set(at.last().getMatchingProperty(), value);
        }
        return copy;
    }
}
