package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.List;
import java.util.Map;

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
        List<String> keys = KeyedData.keys(first, more);
        return place.check(
                ResourceType.CONFIG_MAP, "has keys", "has " + String.join(", ", keys), new HasKeys(place, keys));
    }

    record Exists(Place place) implements Probe {
        @Override
        public Outcome evaluate(CheckContext context) throws Exception {
            return new Reader(place.server(), context)
                    .get(ResourceType.CONFIG_MAP, place.namespace(), place.name())
                    .judge(Exists::judge);
        }

        private static Outcome judge(ConfigMap map) {
            if (map.getMetadata().getDeletionTimestamp() != null) {
                return Outcome.failed("expected the config map but it is being deleted");
            }
            String keys = String.join(", ", text(map).keySet());
            return Outcome.passed("present, with " + (keys.isEmpty() ? "no text keys" : keys))
                    .with("uid", String.valueOf(map.getMetadata().getUid()));
        }
    }

    record HasKeys(Place place, List<String> keys) implements Probe {
        @Override
        public Outcome evaluate(CheckContext context) throws Exception {
            return new Reader(place.server(), context)
                    .get(ResourceType.CONFIG_MAP, place.namespace(), place.name())
                    .judge(map -> KeyedData.haveKeys(
                            keys, text(map), map.getBinaryData() == null ? Map.of() : map.getBinaryData()));
        }
    }

    private static Map<String, String> text(ConfigMap map) {
        return map.getData() == null ? Map.of() : map.getData();
    }
}
