package dev.checklist.k8s;

import dev.checklist.Outcome;
import dev.checklist.k8s.secret.ConnectionUrl;
import dev.checklist.k8s.secret.NotAUrlException;
import dev.checklist.k8s.secret.SecretValue;
import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The values of one Secret for the rules that look at them; the model's own class prints them, this one does not. */
final class SecretData {
    private static final Pattern NAMES_ONE = Pattern.compile("(user|username|login|dbname|database|db)$");
    private static final String PULL_SECRET = "kubernetes.io/dockerconfigjson";
    private static final List<String> LABELS =
            List.of("app", "app.kubernetes.io/name", "app.kubernetes.io/instance", "app.kubernetes.io/part-of");

    private final Place place;
    private final Secret secret;
    private final Map<String, String> encoded;

    private SecretData(Place place, Secret secret) {
        this.place = place;
        this.secret = secret;
        this.encoded = new TreeMap<>(Objects.requireNonNullElseGet(secret.getData(), Map::of));
    }

    /** Reads the Secret of a place. */
    static SecretData read(Reader reader, Place place) throws Exception {
        return new SecretData(place, reader.getLasting(ResourceType.SECRET, place));
    }

    String type() {
        return Objects.requireNonNullElse(secret.getType(), "");
    }

    /** Returns the keys, sorted. */
    List<String> keys() {
        return List.copyOf(encoded.keySet());
    }

    /** Tells which of the keys are there with a value. */
    Outcome has(List<String> keys) {
        return KeyedData.of(null, encoded).has(keys);
    }

    /**
     * Returns the value of a key.
     *
     * @throws Refusal if there is none
     */
    SecretValue value(String key) throws Refusal {
        if (!encoded.containsKey(key)) {
            throw new Refusal(Outcome.failed("expected the key " + key + " but it is missing"));
        }
        return SecretValue.decoded(encoded.get(key))
                .orElseThrow(() -> new Refusal(Outcome.failed("expected the key " + key + " but it is not Base64")));
    }

    /**
     * Returns the values of these keys, or of all where none is named.
     *
     * @throws Refusal if one is missing
     */
    Map<String, SecretValue> values(List<String> keys) throws Refusal {
        Map<String, SecretValue> values = new TreeMap<>();
        for (String key : keys.isEmpty() ? keys() : keys) {
            values.put(key, value(key));
        }
        return values;
    }

    /**
     * Returns the text of a key.
     *
     * @throws Refusal if there is none
     */
    String text(String key) throws Refusal {
        return value(key)
                .text()
                .orElseThrow(() -> new Refusal(Outcome.failed(
                        "expected a text under the key " + key + " but found bytes that are none in UTF-8")));
    }

    /**
     * Returns the text of a key for those who log in with it.
     *
     * @throws Refusal if there is none, or a blank one
     */
    String supplied(String key) throws Refusal {
        String text = text(key);
        if (text.isBlank()) {
            throw new Refusal(Outcome.failed("expected a value under the key " + key + " but it is blank"));
        }
        return text;
    }

    /**
     * Returns what a pull secret holds.
     *
     * @throws Refusal if it holds nothing, or is none
     */
    byte[] pullSecret() throws Refusal {
        if (!type().equals(PULL_SECRET)) {
            throw new Refusal(Outcome.failed(
                    "expected the type " + PULL_SECRET + " but found " + (type().isEmpty() ? "none" : type())));
        }
        return supplied(".dockerconfigjson").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Returns the URL of a key.
     *
     * @throws Refusal if there is none
     */
    ConnectionUrl url(String key) throws Refusal {
        try {
            return ConnectionUrl.parse(text(key));
        } catch (NotAUrlException e) {
            throw new Refusal(Outcome.failed("expected that the key " + key + " holds a URL but " + e.flaw()));
        }
    }

    /** Returns the names that no password of the Secret may contain: users, databases, and the application's. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        encoded.forEach((key, value) -> {
            if (NAMES_ONE.matcher(key.toLowerCase(Locale.ROOT)).find()) {
                SecretValue.decoded(value)
                        .flatMap(SecretValue::text)
                        .map(String::strip)
                        .ifPresent(names::add);
            }
        });
        Map<String, String> labels =
                Objects.requireNonNullElseGet(secret.getMetadata().getLabels(), Map::of);
        LABELS.stream().map(labels::get).filter(Objects::nonNull).forEach(names::add);
        names.add(place.name());
        names.add(place.namespace());
        return names;
    }

    @Override
    public String toString() {
        return "the keys " + keys();
    }
}
