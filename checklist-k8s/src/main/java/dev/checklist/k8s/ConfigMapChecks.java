package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.Outcome;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.List;

/** Has the checks of one ConfigMap. */
public final class ConfigMapChecks {
    private final Place place;

    ConfigMapChecks(Place place) {
        this.place = place;
    }

    /** Passes when the ConfigMap is there and not being deleted; says which keys it has. */
    public Check exists() {
        return place.check(ResourceType.CONFIG_MAP, "exists", "exists", new Exists(place));
    }

    /** Passes when the ConfigMap has every one of these keys, each with a value that is not blank. */
    public Check hasKeys(String first, String... more) {
        List<String> keys = KeyedData.names(first, more);
        return place.check(
                ResourceType.CONFIG_MAP,
                "has keys " + String.join(" ", keys),
                "has " + String.join(", ", keys),
                new HasKeys(place, keys));
    }

    /**
     * Passes when the key is there and its value is exactly this one, to the last character. The value that was found
     * is not shown.
     *
     * @param expected the text, with the line break at its end if it has one
     */
    public Check hasValue(String key, String expected) {
        String name = KeyedData.names(key).get(0);
        if (expected == null) {
            throw new IllegalArgumentException("the expected value is null: expected a text");
        }
        return place.check(
                ResourceType.CONFIG_MAP,
                "key " + name + " has value",
                "key " + name + " is \"" + expected + "\"",
                new HasValue(place, name, expected));
    }

    /**
     * Passes when the ConfigMap has keys and no value is a placeholder: empty, a word such as "change me", or a template
     * that was not filled in.
     */
    public Check hasNoPlaceholders() {
        return place.check(
                ResourceType.CONFIG_MAP,
                "has no placeholders",
                "has no placeholders",
                new HasNoPlaceholders(place, List.of()));
    }

    /** Passes when every one of these keys is there, and its value is no placeholder; other keys do not count. */
    public Check hasNoPlaceholders(String first, String... more) {
        List<String> keys = KeyedData.names(first, more);
        String words = "has no placeholders in " + String.join(", ", keys);
        return place.check(ResourceType.CONFIG_MAP, words, words, new HasNoPlaceholders(place, keys));
    }

    record Exists(Place place) implements ObjectProbe {
        @Override
        public Rights needs() {
            return Rights.get(ResourceType.CONFIG_MAP, place);
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            ConfigMap map = reader.getLasting(ResourceType.CONFIG_MAP, place);
            List<String> keys = data(map).keys();
            Outcome outcome =
                    Outcome.passed("present, " + (keys.isEmpty() ? "without keys" : "with " + String.join(", ", keys)));
            String uid = map.getMetadata().getUid();
            return uid == null ? outcome : outcome.with("uid", uid);
        }
    }

    record HasKeys(Place place, List<String> keys) implements ObjectProbe {
        @Override
        public Rights needs() {
            return Rights.get(ResourceType.CONFIG_MAP, place);
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            return data(reader.getLasting(ResourceType.CONFIG_MAP, place)).has(keys);
        }
    }

    record HasValue(Place place, String key, String expected) implements ObjectProbe {
        @Override
        public Rights needs() {
            return Rights.get(ResourceType.CONFIG_MAP, place);
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            return Settings.of(reader.getLasting(ResourceType.CONFIG_MAP, place))
                    .hasValue(key, expected);
        }
    }

    record HasNoPlaceholders(Place place, List<String> keys) implements ObjectProbe {
        @Override
        public Rights needs() {
            return Rights.get(ResourceType.CONFIG_MAP, place);
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            return Settings.of(reader.getLasting(ResourceType.CONFIG_MAP, place))
                    .haveNoPlaceholders(keys);
        }
    }

    private static KeyedData data(ConfigMap map) {
        return KeyedData.of(map.getData(), map.getBinaryData());
    }
}
