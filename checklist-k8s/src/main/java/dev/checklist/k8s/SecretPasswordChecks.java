package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.k8s.secret.ConnectionUrl;
import dev.checklist.k8s.secret.Strength;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Has the checks of the password in a URL that is the value of a key; nothing of it is shown. */
public final class SecretPasswordChecks {
    private final Place place;
    private final String key;

    SecretPasswordChecks(Place place, String key) {
        this.place = place;
        this.key = key;
    }

    /**
     * Passes when the URL has a password and it is strong, by the rules of {@link SecretKeyChecks#isStrong()}; its user
     * and its database are names that it must not contain.
     */
    public Check isStrong() {
        return place.check(
                ResourceType.SECRET,
                "url " + key + " password is strong",
                "password in the URL of key " + key + " is strong",
                new IsStrong(place, key));
    }

    record IsStrong(Place place, String key) implements ValueProbe {
        @Override
        public String words() {
            return "holds a URL with a strong password";
        }

        @Override
        public Optional<String> flaw(SecretData data) throws Refusal {
            ConnectionUrl url = data.url(key);
            Set<String> names = new TreeSet<>(data.names());
            names.addAll(url.names());
            return url.password()
                    .map(password -> Strength.flaw(password, names))
                    .orElse(Optional.of("it has no password"));
        }
    }
}
