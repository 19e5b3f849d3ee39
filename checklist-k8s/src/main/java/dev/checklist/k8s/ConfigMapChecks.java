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
                ResourceType.CONFIG_MAP, "has keys", "has " + String.join(", ", keys), new HasKeys(place, keys));
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

    private static KeyedData data(ConfigMap map) {
        return KeyedData.of(map.getData(), map.getBinaryData());
    }
}
