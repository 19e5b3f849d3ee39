package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.Outcome;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.List;

/** Has the checks of one Secret, which is read by name and never listed; values never leave the probe. */
public final class SecretChecks {
    private final Place place;

    SecretChecks(Place place) {
        this.place = place;
    }

    /** Passes when the Secret has every one of these keys, each with a value that is not blank. */
    public Check hasKeys(String first, String... more) {
        List<String> keys = KeyedData.names(first, more);
        return place.check(ResourceType.SECRET, "has keys", "has " + String.join(", ", keys), new HasKeys(place, keys));
    }

    record HasKeys(Place place, List<String> keys) implements ObjectProbe {
        @Override
        public Rights needs() {
            return Rights.get(ResourceType.SECRET, place);
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            Secret secret = reader.getLasting(ResourceType.SECRET, place);
            return KeyedData.of(null, secret.getData()).has(keys);
        }
    }
}
