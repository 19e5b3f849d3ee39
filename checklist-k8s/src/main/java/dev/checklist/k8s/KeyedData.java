package dev.checklist.k8s;

import dev.checklist.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges the keys of a ConfigMap or Secret; values never leave this class. */
final class KeyedData {
    private KeyedData() {}

    /** Passes when every key is there with a value that is not blank. */
    static Outcome haveKeys(List<String> wanted, Map<String, String> text, Map<String, String> base64) {
        List<String> missing = new ArrayList<>();
        List<String> empty = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        for (String key : wanted) {
            if (text.containsKey(key)) {
                addIf(isBlank(text.get(key)), key, empty);
            } else if (base64.containsKey(key)) {
                judge(key, base64.get(key), empty, broken);
            } else {
                missing.add(key);
            }
        }
        if (missing.isEmpty() && empty.isEmpty() && broken.isEmpty()) {
            return Outcome.passed("all of " + String.join(", ", wanted) + " present and not empty")
                    .with("keys present", text.size() + base64.size());
        }
        List<String> problems = new ArrayList<>();
        addIf(!missing.isEmpty(), "missing " + String.join(", ", missing), problems);
        addIf(!empty.isEmpty(), "empty " + String.join(", ", empty), problems);
        addIf(!broken.isEmpty(), "not Base64 " + String.join(", ", broken), problems);
        return Outcome.failed(
                "expected the keys " + String.join(", ", wanted) + " but found " + String.join("; ", problems));
    }

    private static void judge(String key, @Nullable String encoded, List<String> empty, List<String> broken) {
        try {
            byte[] bytes = Base64.getDecoder().decode(encoded == null ? "" : encoded);
            addIf(new String(bytes, StandardCharsets.UTF_8).isBlank(), key, empty);
        } catch (IllegalArgumentException e) {
            broken.add(key);
        }
    }

    private static boolean isBlank(@Nullable String value) {
        return value == null || value.isBlank();
    }

    private static void addIf(boolean condition, String text, List<String> list) {
        if (condition) {
            list.add(text);
        }
    }

    /** Refuses an empty list of keys, or a key that no ConfigMap or Secret can have. */
    static List<String> keys(String first, String... more) {
        List<String> all = new ArrayList<>();
        all.add(first);
        all.addAll(List.of(more));
        for (String key : all) {
            if (key == null || !key.matches("[-._a-zA-Z0-9]{1,253}")) {
                throw new IllegalArgumentException("the key is " + (key == null ? "null" : "\"" + key + "\"")
                        + ": expected letters, digits, '-', '_' or '.'");
            }
        }
        return List.copyOf(all);
    }
}
