package dev.checklist.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Changes a copy of a JSON document at one place, and lists its places. */
final class JsonTree {
    private JsonTree() {}

    /** Sets the value at a JSON pointer, or takes it away for a JSON null; missing objects on the way are made. */
    static JsonNode changed(JsonNode root, String pointer, JsonNode value) {
        JsonNode copy = root.deepCopy();
        String[] keys = pointer.substring(1).split("/");
        JsonNode node = copy;
        for (int i = 0; i < keys.length - 1; i++) {
            String key = decoded(keys[i]);
            if (node instanceof ArrayNode array) {
                node = array.get(Integer.parseInt(key));
            } else {
                ObjectNode object = (ObjectNode) node;
                node = object.has(key) ? object.get(key) : object.putObject(key);
            }
        }
        set(node, decoded(keys[keys.length - 1]), value);
        return copy;
    }

    private static void set(JsonNode node, String key, JsonNode value) {
        if (node instanceof ArrayNode array) {
            int index = Integer.parseInt(key);
            if (value.isNull()) {
                array.remove(index);
            } else if (index < array.size()) {
                array.set(index, value);
            } else {
                array.add(value);
            }
        } else if (value.isNull()) {
            ((ObjectNode) node).remove(key);
        } else {
            ((ObjectNode) node).set(key, value);
        }
    }

    /** Every scalar, empty list and empty object below a pointer, as pointers. */
    static List<String> leaves(JsonNode root, String pointer) {
        JsonNode node = root.at(pointer);
        List<String> leaves = new ArrayList<>();
        if (!node.isContainerNode() || node.isEmpty()) {
            leaves.add(pointer);
        } else if (node.isObject()) {
            node.fieldNames().forEachRemaining(key -> leaves.addAll(leaves(root, pointer + "/" + encoded(key))));
        } else {
            for (int i = 0; i < node.size(); i++) {
                leaves.addAll(leaves(root, pointer + "/" + i));
            }
        }
        return leaves;
    }

    private static String decoded(String key) {
        return key.replace("~1", "/").replace("~0", "~");
    }

    private static String encoded(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
