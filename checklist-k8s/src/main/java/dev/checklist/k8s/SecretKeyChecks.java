package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.k8s.secret.SecretFlaws;
import dev.checklist.k8s.secret.SecretValue;
import dev.checklist.k8s.secret.Shape;
import dev.checklist.k8s.secret.Strength;
import java.util.Optional;
import java.util.function.Supplier;

/** Has the checks of the value under one key of a Secret; a message names the broken rule, never the value. */
public final class SecretKeyChecks {
    private final Place place;
    private final String key;

    SecretKeyChecks(Place place, String key) {
        this.place = place;
        this.key = key;
    }

    /**
     * Supplies the value as a text, such as a key or password that other checks log in with. Read anew at each call,
     * within 30 s, kept nowhere and never shown; what it asks for is not part of {@link KubernetesChecks#rightsFor}.
     *
     * <p>{@link Supplier#get} throws {@link IllegalStateException} when the Secret or its key is absent or could not be
     * read, and when the value is blank or no text in UTF-8.
     */
    public Supplier<String> value() {
        return new Supplied<>(
                place.server(),
                "the key " + key + " of the secret " + place.name(),
                reader -> SecretData.read(reader, place).supplied(key));
    }

    /** Returns the checks of the URL that the value is. */
    public SecretUrlChecks url() {
        return new SecretUrlChecks(place, key);
    }

    /** Passes when the value is not empty and does not consist of blanks. */
    public Check isNotEmpty() {
        return check("is not empty", new IsNotEmpty(place, key));
    }

    /**
     * Passes when the value is a text of exactly so many characters, the last of them no line break.
     *
     * @param characters Unicode code points, 1 or more
     */
    public Check hasLength(int characters) {
        return check("has length", new HasLength(place, key, positive("number of characters", characters)));
    }

    /** Passes when the value is not empty and its last character is no line break, as {@code echo} writes one. */
    public Check hasNoTrailingNewline() {
        return check("has no trailing newline", new HasNoTrailingNewline(place, key));
    }

    /** Passes when the value is no placeholder, by the rules of {@link SecretChecks#hasNoPlaceholders()}. */
    public Check isNotPlaceholder() {
        return check("is not a placeholder", new IsNotPlaceholder(place, key));
    }

    /**
     * Passes when the estimated entropy of the value is at least so high: the smaller of its length times the bits of
     * its character set, and Shannon's estimate. It is an upper bound; {@link #isStrong()} asks for more.
     *
     * @param bits 1 or more
     */
    public Check hasEntropyOf(int bits) {
        return check("has entropy", new HasEntropyOf(place, key, positive("number of bits", bits)));
    }

    /**
     * Passes when the value is a strong password: at least 16 characters, 10 of them different, no placeholder, without
     * the name of the user, the database or the application, no run such as {@code abcd} or row of the keyboard, and an
     * estimated entropy of at least 80 bits.
     *
     * <p>Names are taken from the other keys of the Secret ({@code username}, {@code POSTGRES_DB}), from its name and
     * from its labels {@code app} and {@code app.kubernetes.io/name, instance, part-of}.
     */
    public Check isStrong() {
        return check("is strong", new IsStrong(place, key));
    }

    /**
     * Passes when the value is Base64, of the standard or the URL-safe alphabet, of exactly so many bytes.
     *
     * @param bytes 1 or more
     */
    public Check decodesTo(int bytes) {
        return check("decodes to bytes", new DecodesTo(place, key, positive("number of bytes", bytes)));
    }

    /** Passes when the value is a URL with a host, all of it percent-encoded where it must be. */
    public Check isUrl() {
        return check("is a URL", new SecretUrlChecks.IsUrl(place, key));
    }

    /**
     * Passes when the value is not empty and another than that of the other key, line breaks at their ends apart.
     *
     * @param other of the same Secret or another one
     */
    public Check differsFrom(SecretKeyChecks other) {
        if (other == null || other.place.equals(place) && other.key.equals(key)) {
            throw new IllegalArgumentException(
                    "the other key is " + (other == null ? "null" : "this key, " + key) + ": expected another one");
        }
        String words = "key " + key + " differs from key " + other.key + " of ";
        return place.check(
                ResourceType.SECRET,
                words + other.place.name(),
                words + other.place,
                new DiffersFrom(place, key, other.place, other.key));
    }

    /**
     * Passes when a running pod proves that the key was there as it started, for accounts without the right to read
     * Secrets: a Ready pod of the newest ReplicaSet of any Deployment of the namespace takes an environment variable
     * from it by {@code secretKeyRef}, with {@code optional} not true. Of its value it proves nothing.
     */
    public Check isProvenByPods() {
        String words = "key " + key + " is proven by pods";
        return place.check(ResourceType.SECRET, words, words, new SecretChecks.IsProvenByPods(place, key));
    }

    private static int positive(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("the " + what + " is " + value + ": expected 1 or more");
        }
        return value;
    }

    private Check check(String predicate, ValueProbe probe) {
        return place.check(
                ResourceType.SECRET, "key " + key + " " + predicate, "key " + key + " " + probe.words(), probe);
    }

    record IsNotEmpty(Place place, String key) implements ValueProbe {
        @Override
        public String words() {
            return "is not empty";
        }

        @Override
        public Optional<String> flaw(SecretData data) throws Refusal {
            return Shape.empty(data.value(key));
        }
    }

    record HasLength(Place place, String key, int characters) implements ValueProbe {
        @Override
        public String words() {
            return "has exactly " + characters + (characters == 1 ? " character" : " characters");
        }

        @Override
        public Optional<String> flaw(SecretData data) throws Refusal {
            return Shape.length(data.value(key), characters);
        }
    }

    record HasNoTrailingNewline(Place place, String key) implements ValueProbe {
        @Override
        public String words() {
            return "does not end with a line break";
        }

        @Override
        public Optional<String> flaw(SecretData data) throws Refusal {
            return Shape.lineBreak(data.value(key));
        }
    }

    record IsNotPlaceholder(Place place, String key) implements ValueProbe {
        @Override
        public String words() {
            return "is not a placeholder";
        }

        @Override
        public Optional<String> flaw(SecretData data) throws Refusal {
            return SecretFlaws.placeholder(key, data.value(key));
        }
    }

    record HasEntropyOf(Place place, String key, int bits) implements ValueProbe {
        @Override
        public String words() {
            return "has an estimated entropy of at least " + bits + " bits";
        }

        @Override
        public Optional<String> flaw(SecretData data) throws Refusal {
            return Shape.entropy(data.text(key), bits);
        }
    }

    record IsStrong(Place place, String key) implements ValueProbe {
        @Override
        public String words() {
            return "is strong";
        }

        @Override
        public Optional<String> flaw(SecretData data) throws Refusal {
            return Strength.flaw(data.text(key), data.names());
        }
    }

    record DecodesTo(Place place, String key, int bytes) implements ValueProbe {
        @Override
        public String words() {
            return "is Base64 of " + bytes + (bytes == 1 ? " byte" : " bytes");
        }

        @Override
        public Optional<String> flaw(SecretData data) throws Refusal {
            return Shape.decodedLength(data.text(key), bytes);
        }
    }

    record DiffersFrom(Place place, String key, Place otherPlace, String otherKey) implements SecretProbe {
        @Override
        public Rights needs() {
            return SecretProbe.super.needs().and(Rights.get(ResourceType.SECRET, otherPlace));
        }

        @Override
        public Outcome judge(SecretData data, Reader reader) throws Exception {
            SecretValue one = data.value(key);
            SecretValue other = SecretData.read(reader, otherPlace).value(otherKey);
            String rule = "the key " + key + " differs from the key " + otherKey + " of " + otherPlace;
            if (one.isBlank() || other.isBlank()) {
                return Outcome.failed("expected that " + rule + " but one of them is empty");
            }
            return one.isSameAs(other)
                    ? Outcome.failed("expected that " + rule + " but both hold the same value")
                    : Outcome.passed(rule);
        }
    }
}
