package dev.checklist.k8s.health;

import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** An object of the API as maps and lists, changed by JSON pointer; every change gives a new tree. */
record Tree(Object root) {

    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();
    private static final Object GONE = new Object();

    static Tree yaml(String yaml) {
        return new Tree(SERIALIZATION.unmarshal(yaml, Map.class));
    }

    static Tree resource(String name) {
        try (InputStream in = Tree.class.getResourceAsStream(name)) {
            return new Tree(SERIALIZATION.unmarshal(in, Map.class));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }

    /** The lines of a resource that are neither blank nor comments. */
    static Stream<String> lines(String name) {
        try (InputStream in = Tree.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }

    <T> T as(Class<T> type) {
        return SERIALIZATION.convertValue(root, type);
    }

    Tree with(String pointer, Object value) {
        return new Tree(change(root, keys(pointer), old -> value));
    }

    Tree without(String pointer) {
        return new Tree(change(root, keys(pointer), old -> GONE));
    }

    /** The value there, or null. */
    Object at(String pointer) {
        Object node = root;
        for (String key : keys(pointer)) {
            if (node instanceof Map<?, ?> map) {
                node = map.get(key);
            } else if (node instanceof List<?> list) {
                node = list.get(Integer.parseInt(key));
            } else {
                return null;
            }
        }
        return node;
    }

    /** Every scalar, by pointer; empty lists and maps count as scalars. */
    Map<String, Object> leaves() {
        Map<String, Object> leaves = new TreeMap<>();
        walk(root, "", leaves, false);
        return leaves;
    }

    /** Every list and map, by pointer. */
    Map<String, Object> branches() {
        Map<String, Object> branches = new TreeMap<>();
        walk(root, "", branches, true);
        branches.remove("");
        return branches;
    }

    private static void walk(Object node, String pointer, Map<String, Object> found, boolean branches) {
        boolean branch =
                node instanceof Map<?, ?> map && !map.isEmpty() || node instanceof List<?> list && !list.isEmpty();
        if (branch == branches) {
            found.put(pointer, node);
        }
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> walk(value, pointer + "/" + escape((String) key), found, branches));
        } else if (node instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                walk(list.get(i), pointer + "/" + i, found, branches);
            }
        }
    }

    private static Object change(Object node, List<String> keys, UnaryOperator<Object> edit) {
        if (keys.isEmpty()) {
            return edit.apply(node);
        }
        String key = keys.get(0);
        List<String> rest = keys.subList(1, keys.size());
        if (node instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list);
            int index = Integer.parseInt(key);
            Object changed = change(index < copy.size() ? copy.get(index) : null, rest, edit);
            if (changed == GONE) {
                copy.remove(index);
            } else if (index < copy.size()) {
                copy.set(index, changed);
            } else {
                copy.add(changed);
            }
            return copy;
        }
        Map<Object, Object> copy = node instanceof Map<?, ?> map ? new LinkedHashMap<>(map) : new LinkedHashMap<>();
        Object changed = change(copy.get(key), rest, edit);
        if (changed == GONE) {
            copy.remove(key);
        } else {
            copy.put(key, changed);
        }
        return copy;
    }

    private static List<String> keys(String pointer) {
        return List.of(pointer.substring(1).split("/")).stream()
                .map(key -> key.replace("~1", "/").replace("~0", "~"))
                .toList();
    }

    private static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
