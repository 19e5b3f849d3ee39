package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import java.util.List;
import java.util.Map;

/** Has the checks of one Secret, which is read by name and never listed; values never leave the probe. */
public final class SecretChecks {
    private final Place place;

    SecretChecks(Place place) {
        this.place = place;
    }

    /** Passes when the Secret has every one of these keys, each with a value that is not blank. */
    public Check hasKeys(String first, String... more) {
        List<String> keys = KeyedData.keys(first, more);
        return place.check(ResourceType.SECRET, "has keys", "has " + String.join(", ", keys), new HasKeys(place, keys));
    }

    record HasKeys(Place place, List<String> keys) implements Probe {
        @Override
        public Outcome evaluate(CheckContext context) throws Exception {
            return new Reader(place.server(), context)
                    .get(ResourceType.SECRET, place.namespace(), place.name())
                    .judge(secret ->
                            KeyedData.haveKeys(keys, Map.of(), secret.getData() == null ? Map.of() : secret.getData()));
        }
    }
}
