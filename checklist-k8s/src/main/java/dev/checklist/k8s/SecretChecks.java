package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.k8s.secret.ProvenByPods;
import dev.checklist.k8s.secret.SecretPlaceholders;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Has the checks of one Secret, which is read by name and never listed; values never leave the probe. */
public final class SecretChecks {
    private final Place place;

    SecretChecks(Place place) {
        this.place = place;
    }

    /** Returns the checks of the value under one key. */
    public SecretKeyChecks key(String key) {
        return new SecretKeyChecks(place, KeyedData.names(key).get(0));
    }

    /**
     * Supplies the value of {@code .dockerconfigjson} of a Secret of the type {@code kubernetes.io/dockerconfigjson}, such
     * as checks of a registry log in with. Read anew at each call, within 30 s, kept nowhere and never shown; what it asks
     * for is not part of {@link KubernetesChecks#rightsFor}.
     *
     * <p>{@link Supplier#get} throws {@link IllegalStateException} when the Secret or its key is absent or could not be
     * read, when the value is blank, and when it is of another type.
     */
    public Supplier<byte[]> pullSecret() {
        return new Supplied<>(
                place.server(),
                "the pull secret " + place.name(),
                reader -> SecretData.read(reader, place).pullSecret());
    }

    /** Passes when the Secret is there and not being deleted; says its type and keys. */
    public Check exists() {
        return check("exists", "exists", new Exists(place));
    }

    /** Passes when the Secret has every one of these keys, each with a value that is not blank. */
    public Check hasKeys(String first, String... more) {
        List<String> keys = KeyedData.names(first, more);
        return check("has keys " + String.join(" ", keys), "has " + String.join(", ", keys), new HasKeys(place, keys));
    }

    /**
     * Passes when the Secret is of exactly this type, by its {@code type}.
     *
     * @param type such as {@code kubernetes.io/dockerconfigjson} or {@code Opaque}
     */
    public Check isOfType(String type) {
        if (type == null || type.isBlank()) {
            throw new IllegalArgumentException("the type is " + (type == null ? "null" : "blank")
                    + ": expected one such" + " as kubernetes.io/tls or Opaque");
        }
        return check("is of type", "is of type " + type, new IsOfType(place, type));
    }

    /**
     * Passes when the Secret has keys and no value is a placeholder: empty, a word such as "change me", a template that
     * was not filled in, a common word instead of a password, also in the password of a URL, or one credential under
     * several keys.
     */
    public Check hasNoPlaceholders() {
        return check("has no placeholders", "has no placeholders", new HasNoPlaceholders(place, List.of()));
    }

    /** Passes when every one of these keys is there, and its value is no placeholder; other keys do not count. */
    public Check hasNoPlaceholders(String first, String... more) {
        List<String> keys = KeyedData.names(first, more);
        String words = "has no placeholders in " + String.join(", ", keys);
        return check(words, words, new HasNoPlaceholders(place, keys));
    }

    /**
     * Passes when a running pod proves that the Secret was there as it started, for accounts without the right to read
     * Secrets: a Ready pod of the newest ReplicaSet of any Deployment of the namespace uses it by an environment
     * variable, {@code envFrom} or a mounted volume, with {@code optional} not true. The kubelet starts no such
     * container without the Secret. Of its values it proves nothing.
     */
    public Check isProvenByPods() {
        return check("is proven by pods", "is proven by pods", new IsProvenByPods(place, null));
    }

    private Check check(String predicate, String title, ObjectProbe probe) {
        return place.check(ResourceType.SECRET, predicate, title, probe);
    }

    record Exists(Place place) implements SecretProbe {
        @Override
        public Outcome judge(SecretData data, Reader reader) {
            String keys = data.keys().isEmpty() ? "without keys" : "with " + String.join(", ", data.keys());
            return Outcome.passed("present, " + (data.type().isEmpty() ? "" : "of type " + data.type() + ", ") + keys);
        }
    }

    record HasKeys(Place place, List<String> keys) implements SecretProbe {
        @Override
        public Outcome judge(SecretData data, Reader reader) {
            return data.has(keys);
        }
    }

    record IsOfType(Place place, String type) implements SecretProbe {
        @Override
        public Outcome judge(SecretData data, Reader reader) {
            String found = data.type();
            return found.equals(type)
                    ? Outcome.passed("of type " + type)
                    : Outcome.failed("expected the type " + type + " but found " + (found.isEmpty() ? "none" : found));
        }
    }

    record HasNoPlaceholders(Place place, List<String> keys) implements SecretProbe {
        @Override
        public Outcome judge(SecretData data, Reader reader) throws Refusal {
            return SecretPlaceholders.judge(data.values(keys));
        }
    }

    record IsProvenByPods(Place place, @Nullable String key) implements ObjectProbe {
        @Override
        public Rights needs() {
            return Rights.list(ResourceType.DEPLOYMENT, place.namespace())
                    .and(Rights.list(ResourceType.REPLICA_SET, place.namespace()))
                    .and(Rights.list(ResourceType.POD, place.namespace()));
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            String namespace = place.namespace();
            return new ProvenByPods(place.name(), key)
                    .judge(
                            reader.list(ResourceType.DEPLOYMENT, namespace, ""),
                            reader.list(ResourceType.REPLICA_SET, namespace, ""),
                            reader.list(ResourceType.POD, namespace, ""));
        }
    }
}
