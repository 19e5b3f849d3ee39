package dev.checklist.k8s;

import dev.checklist.Outcome;
import dev.checklist.k8s.secret.Placeholder;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The texts of a ConfigMap for the rules that look at them; what is found is not shown, as people put secrets there. */
final class Settings {
    private final Map<String, String> texts;
    private final Set<String> binary;

    private Settings(Map<String, String> texts, Set<String> binary) {
        this.texts = texts;
        this.binary = binary;
    }

    static Settings of(ConfigMap map) {
        return new Settings(
                new TreeMap<>(Objects.requireNonNullElseGet(map.getData(), Map::of)),
                new TreeSet<>(Objects.requireNonNullElseGet(map.getBinaryData(), Map::<String, String>of)
                        .keySet()));
    }

    /** Passes when the key has exactly this text. */
    Outcome hasValue(String key, String expected) {
        String found = texts.get(key);
        String wanted = "expected \"" + expected + "\" under the key " + key + " but ";
        if (found == null) {
            return Outcome.failed(wanted + (binary.contains(key) ? "it is binary" : "it is missing"));
        }
        return found.equals(expected)
                ? Outcome.passed("the key " + key + " is \"" + expected + "\"")
                : Outcome.failed(wanted + "it has another value" + difference(found, expected));
    }

    private static String difference(String found, String expected) {
        if (found.strip().equals(expected.strip())) {
            return ", by blanks or line breaks around it only";
        }
        return found.strip().equalsIgnoreCase(expected.strip()) ? ", by small and capital letters only" : "";
    }

    /** Passes when the keys, or all where none is named, are there and hold no placeholder. */
    Outcome haveNoPlaceholders(List<String> keys) {
        Set<String> all = new TreeSet<>(texts.keySet());
        all.addAll(binary);
        Set<String> wanted = keys.isEmpty() ? all : new TreeSet<>(keys);
        if (wanted.isEmpty()) {
            return Outcome.failed("expected keys without placeholders but found no keys");
        }
        List<String> flaws = new ArrayList<>();
        for (String key : wanted) {
            if (!all.contains(key)) {
                flaws.add(key + " (it is missing)");
            } else if (texts.containsKey(key)) {
                Placeholder.flaw(Objects.requireNonNullElse(texts.get(key), ""))
                        .ifPresent(flaw -> flaws.add(key + " (" + flaw + ")"));
            }
        }
        return flaws.isEmpty()
                ? Outcome.passed("no placeholder in " + String.join(", ", wanted))
                : Outcome.failed("expected no placeholders but found " + String.join("; ", flaws));
    }

    @Override
    public String toString() {
        return "the keys " + texts.keySet();
    }
}
