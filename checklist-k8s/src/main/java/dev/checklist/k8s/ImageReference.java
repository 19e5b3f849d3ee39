package dev.checklist.k8s;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Is a reference to a container image, {@code [registry/]path[:tag][@digest]}.
 *
 * <p>Only what is certain is taken for the same: {@code docker.io/nginx} and {@code docker.io/library/nginx} are, a name
 * without a registry is completed by each node as it is configured and equals nothing but itself.
 */
final class ImageReference {
    private static final String TAG = ":(?<tag>\\w[\\w.-]{0,127})";
    private static final String DIGEST = "@(?<digest>[a-z0-9+._-]+:[0-9a-f]{32,128})";
    private static final Pattern REFERENCE = Pattern.compile(
            "(?<name>(?:[\\w.-]+(?::\\d{1,5})?/)?[a-z0-9._-]+(?:/[a-z0-9._-]+)*)(?:" + TAG + ")?(?:" + DIGEST + ")?");
    private static final Pattern DIGEST_AT_END = Pattern.compile(".*" + DIGEST);

    private final String text;
    private final String repository;
    private final @Nullable String tag;
    private final @Nullable String digest;

    private ImageReference(String text, Matcher parts) {
        this.text = text;
        this.repository = normal(parts.group("name"));
        this.tag = parts.group("tag");
        this.digest = parts.group("digest");
    }

    /** Reads a reference that the author of a list gave. */
    static ImageReference of(@Nullable String image) {
        return read(image)
                .orElseThrow(() ->
                        new IllegalArgumentException("the image is " + (image == null ? "null" : "\"" + image + "\"")
                                + ": expected a reference such as registry.example/name:tag or name@sha256:…"));
    }

    private static Optional<ImageReference> read(@Nullable String image) {
        Matcher parts = REFERENCE.matcher(image == null ? "" : image);
        return image != null && parts.matches() && hasWholeDigest(parts.group("digest"))
                ? Optional.of(new ImageReference(image, parts))
                : Optional.empty();
    }

    private static boolean hasWholeDigest(@Nullable String digest) {
        return digest == null || !digest.startsWith("sha256:") || digest.length() == "sha256:".length() + 64;
    }

    private static String normal(String name) {
        String known = name.startsWith("index.docker.io/") ? name.substring("index.".length()) : name;
        String path = known.startsWith("docker.io/") ? known.substring("docker.io/".length()) : "/";
        return path.contains("/") ? known : "docker.io/library/" + path;
    }

    /** Returns the digest in what a node reports, such as {@code docker-pullable://name@sha256:…}. */
    static Optional<String> reportedDigest(String imageId) {
        Matcher matcher = DIGEST_AT_END.matcher(imageId);
        return matcher.matches() && hasWholeDigest(matcher.group("digest"))
                ? Optional.of(matcher.group("digest"))
                : Optional.empty();
    }

    /** Accepts a digest that the author of a list gave. */
    static String digest(@Nullable String text) {
        if (text == null || !text.equals(reportedDigest("@" + text).orElse(""))) {
            throw new IllegalArgumentException("the digest is " + (text == null ? "null" : "\"" + text + "\"")
                    + ": expected sha256: and 64 hexadecimal digits");
        }
        return text;
    }

    /** Reads a reference that a manifest gives; empty for what is none. */
    static Optional<ImageReference> in(@Nullable String manifest) {
        return read(manifest);
    }

    Optional<String> digest() {
        return Optional.ofNullable(digest);
    }

    /** Tells whether the name moves with every push: no digest, and the tag latest or none. */
    boolean isLatest() {
        return digest == null && (tag == null || tag.equals("latest"));
    }

    /** Returns the registry that it names; empty if each node completes the name as it is configured. */
    Optional<String> registry() {
        int slash = repository.indexOf('/');
        String first = slash < 0 ? "" : repository.substring(0, slash);
        return first.contains(".") || first.contains(":") || first.equals("localhost")
                ? Optional.of(first)
                : Optional.empty();
    }

    /**
     * Tells whether another reference names this image. One with a digest is pulled by it whatever its tag says; one
     * without is named by the tag, and {@code latest} if there is none.
     */
    boolean isNamedBy(@Nullable String other) {
        return read(other)
                .filter(named -> repository.equals(named.repository))
                .filter(named -> named.digest == null ? isTagged(named) : named.digest.equals(digest))
                .isPresent();
    }

    private boolean isTagged(ImageReference named) {
        String wanted = tag == null && digest == null ? "latest" : tag;
        return Objects.equals(wanted, Objects.requireNonNullElse(named.tag, "latest"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ImageReference that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
