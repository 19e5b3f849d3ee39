package dev.checklist.local;

import dev.checklist.Check;
import java.util.Set;
import java.util.TreeSet;

/**
 * Is one or more YAML documents: of a file, or as kustomize renders an overlay.
 *
 * <p>A file or overlay that is not there, or holds no document, is FAILED. What may not be read, is malformed, has a key
 * twice, uses merge keys, or grows beyond 32 MiB or 500 000 values, is an ERROR, as is an overlay that cannot be
 * rendered.
 */
public final class YamlChecks {
    private final String subject;
    private final Manifest manifest;
    private final LooksAtManifest.Which which;

    YamlChecks(String subject, Manifest manifest, LooksAtManifest.Which which) {
        this.subject = subject;
        this.manifest = manifest;
        this.which = which;
    }

    /**
     * Names one of several documents, by its {@code kind} and {@code metadata.name}.
     *
     * @throws IllegalArgumentException if one is blank
     */
    public YamlChecks document(String kind, String name) {
        LooksAtManifest.Which picked = new LooksAtManifest.Which(Given.line("kind", kind), Given.line("name", name));
        return new YamlChecks(subject + " " + kind + " " + name, manifest, picked);
    }

    /**
     * Passes when the document has this text at a place; of several documents, name one first.
     *
     * @param pointer a JSON Pointer (RFC 6901), such as {@code /spec/rules/0/host}
     * @throws IllegalArgumentException if the pointer is none
     */
    public Check hasValue(String pointer, String value) {
        return hasValue(Pointer.of(pointer), Scalar.of(value));
    }

    /** Passes when the document has this number at a place; 1 is 1.0, and no text. */
    public Check hasValue(String pointer, Number value) {
        return hasValue(Pointer.of(pointer), Scalar.of(value));
    }

    /** Passes when the document has this boolean at a place. */
    public Check hasValue(String pointer, boolean value) {
        return hasValue(Pointer.of(pointer), Scalar.of(value));
    }

    /**
     * Passes when the documents name exactly these images, each with a tag other than {@code latest} or a digest, and
     * none of them a placeholder. Counted are the fields {@code image} and {@code imageName}, of containers and of the
     * resources of operators.
     */
    public Check hasImages(String first, String... more) {
        Set<String> wanted = new TreeSet<>(Given.lines("image", first, more));
        String words = String.join(", ", wanted);
        return check(
                "has images",
                "has exactly the images " + words,
                "exactly " + words,
                new LooksAtManifest.HasExactly(wanted, true));
    }

    /**
     * Passes when the ingresses and routes of the documents serve exactly these hosts, none of them a placeholder.
     * Counted are the rules and TLS hosts of an Ingress, the host names of the Gateway API and of OpenShift's Route; a
     * rule or route without a host, and a default backend, serve {@code *}.
     */
    public Check hasHosts(String first, String... more) {
        Set<String> wanted = new TreeSet<>(Given.lines("host", first, more));
        String words = String.join(", ", wanted);
        return check(
                "has hosts",
                "serves exactly the hosts " + words,
                "exactly " + words,
                new LooksAtManifest.HasExactly(wanted, false));
    }

    /**
     * Passes when no value of the documents holds what somebody was to replace: {@code your-registry},
     * {@code example.com}, {@code changeme}, {@code <host>} and the like, behind the Base64 of Secrets too, nor an image
     * the tag {@code latest} or none.
     */
    public Check hasNoPlaceholders() {
        return check(
                "has no placeholders",
                "has no placeholders",
                "no placeholder",
                new LooksAtManifest.HasNoPlaceholders());
    }

    private Check hasValue(Pointer pointer, Scalar value) {
        String words = value + " at " + pointer;
        return check("has value " + pointer, "has " + words, words, new LooksAtManifest.HasValue(pointer, value));
    }

    private Check check(String predicate, String words, String expected, LooksAtManifest.Judge judge) {
        return Check.of(
                subject + " " + predicate,
                subject + " " + words,
                new LooksAtManifest(manifest, which, expected, judge));
    }
}
