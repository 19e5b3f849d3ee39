package dev.checklist.k8s;

import dev.checklist.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The keys of a ConfigMap or Secret, and of each value nothing but whether there is one. */
final class KeyedData {
    private enum Value {
        PRESENT,
        EMPTY,
        NOT_BASE64
    }

    private final Map<String, Value> values;

    private KeyedData(Map<String, Value> values) {
        this.values = values;
    }

    /** Looks at values in the clear and in Base64; where a key is in both, as it cannot be, at the former. */
    static KeyedData of(@Nullable Map<String, String> text, @Nullable Map<String, String> base64) {
        Map<String, Value> values = new TreeMap<>();
        Objects.requireNonNullElse(base64, Map.<String, String>of())
                .forEach((key, value) -> values.put(key, decoded(value)));
        Objects.requireNonNullElse(text, Map.<String, String>of()).forEach((key, value) -> values.put(key, of(value)));
        return new KeyedData(values);
    }

    private static Value of(@Nullable String text) {
        return text == null || text.isBlank() ? Value.EMPTY : Value.PRESENT;
    }

    private static Value decoded(@Nullable String encoded) {
        try {
            byte[] bytes = Base64.getDecoder().decode(encoded == null ? "" : encoded);
            return of(new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Value.NOT_BASE64;
        }
    }

    /** Returns the keys, sorted. */
    List<String> keys() {
        return List.copyOf(values.keySet());
    }

    /** Passes when every key is there with a value that is not blank. */
    Outcome has(List<String> wanted) {
        List<String> problems = new ArrayList<>();
        describe(
                "missing",
                wanted.stream().filter(key -> !values.containsKey(key)).toList(),
                problems);
        describe("empty", among(wanted, Value.EMPTY), problems);
        describe("not Base64", among(wanted, Value.NOT_BASE64), problems);
        return problems.isEmpty()
                ? Outcome.passed("all of " + String.join(", ", wanted) + " present and not empty")
                        .with("keys present", values.size())
                : Outcome.failed(
                        "expected the keys " + String.join(", ", wanted) + " but found " + String.join("; ", problems));
    }

    private List<String> among(List<String> wanted, Value state) {
        return wanted.stream().filter(key -> values.get(key) == state).toList();
    }

    private static void describe(String state, List<String> keys, List<String> problems) {
        if (!keys.isEmpty()) {
            problems.add(state + " " + String.join(", ", keys));
        }
    }

    /** Refuses a key that no ConfigMap or Secret can have. */
    static List<String> names(@Nullable String first, @Nullable String... more) {
        List<String> all = new ArrayList<>();
        all.add(name(first));
        if (more == null) {
            throw new IllegalArgumentException("the array of further keys is null: leave it out");
        }
        for (String key : more) {
            all.add(name(key));
        }
        return List.copyOf(all);
    }

    private static String name(@Nullable String key) {
        if (key == null || !key.matches("[-._a-zA-Z0-9]{1,253}")) {
            throw new IllegalArgumentException("the key is " + (key == null ? "null" : "\"" + key + "\"")
                    + ": expected letters, digits, '-', '_' or '.'");
        }
        return key;
    }
}
