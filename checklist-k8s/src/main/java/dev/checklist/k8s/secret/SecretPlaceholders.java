package dev.checklist.k8s.secret;

import dev.checklist.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Judges the values of one Secret together: none may be a placeholder, and no credential may stand for two. */
public final class SecretPlaceholders {
    private SecretPlaceholders() {}

    /** Passes when there are values and none is a placeholder; names the keys of those that are, never a value. */
    public static Outcome judge(Map<String, SecretValue> values) {
        if (values.isEmpty()) {
            return Outcome.failed("expected keys without placeholders but found no keys");
        }
        List<String> flaws = new ArrayList<>();
        values.forEach((key, value) ->
                SecretFlaws.placeholder(key, value).ifPresent(flaw -> flaws.add(key + " (" + flaw + ")")));
        flaws.addAll(copies(values));
        return flaws.isEmpty()
                ? Outcome.passed("no placeholder in " + String.join(", ", values.keySet()))
                : Outcome.failed("expected no placeholders but found " + String.join("; ", flaws));
    }

    private static List<String> copies(Map<String, SecretValue> values) {
        List<String> copies = new ArrayList<>();
        List<Map.Entry<String, SecretValue>> credentials = values.entrySet().stream()
                .filter(entry -> SecretFlaws.isCredential(entry.getKey())
                        && !entry.getValue().isBlank())
                .toList();
        for (Map.Entry<String, SecretValue> one : credentials) {
            credentials.stream()
                    .filter(other -> other.getKey().compareTo(one.getKey()) > 0)
                    .filter(other -> other.getValue().isSameAs(one.getValue()))
                    .forEach(other -> copies.add(one.getKey() + " and " + other.getKey()
                            + " (both hold the same value: name the keys to leave out an alias)"));
        }
        return copies;
    }
}
