package dev.checklist.registry;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Is an image of a registry by the grammar of the OCI distribution specification.
 *
 * @param reference a tag or a digest
 */
record ImageName(String repository, String reference) {
    static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128}");

    private static final Pattern REPOSITORY =
            Pattern.compile("[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*(/[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*)*");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");
    private static final Pattern FULL =
            Pattern.compile("(?:([^/@]+[.:][^/@]*|localhost)/)?([^:@]+)(?::([^@]+))?(?:@(.+))?");
    private static final int LONGEST = 255;

    static ImageName of(@Nullable String repository, @Nullable String reference) {
        if (reference == null
                || !(TAG.matcher(reference).matches()
                        || DIGEST.matcher(reference).matches())) {
            throw new IllegalArgumentException(
                    "tag is " + quoted(reference) + ": expected a tag such as 1.4.2, or a digest such as sha256:…");
        }
        return new ImageName(repository("repository", repository), reference);
    }

    static String repository(String argument, @Nullable String repository) {
        if (repository == null
                || repository.length() > LONGEST
                || !REPOSITORY.matcher(repository).matches()) {
            throw new IllegalArgumentException(argument + " is " + quoted(repository)
                    + ": expected one such as team/shop, in lower case and without registry and tag");
        }
        return repository;
    }

    /**
     * Reads what a Pod names, such as {@code registry.example/team/shop:1.4.2@sha256:…}; without a host Docker Hub is
     * meant, without a tag {@code latest}, and a digest counts before a tag.
     *
     * @throws IllegalArgumentException if it is malformed, or of another registry
     */
    static ImageName parse(String image, RegistryHost registry) {
        Matcher parts = FULL.matcher(image);
        if (!parts.matches()) {
            throw new IllegalArgumentException("image is " + quoted(image) + ": expected registry/repository:tag");
        }
        String host = parts.group(1) == null ? "docker.io" : parts.group(1);
        if (!RegistryHost.of(host, false).name().equals(registry.name())) {
            throw new IllegalArgumentException("image is " + quoted(image) + ", which is not of " + registry);
        }
        String tag = parts.group(3) == null ? "latest" : parts.group(3);
        return of(parts.group(2), parts.group(4) == null ? tag : parts.group(4));
    }

    /** Returns a repository without the folders it is in, which an environment may have of its own. */
    static String last(String repository) {
        return repository.substring(repository.lastIndexOf('/') + 1);
    }

    boolean isDigest() {
        return DIGEST.matcher(reference).matches();
    }

    ImageName at(String digest) {
        return new ImageName(repository, digest);
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "null" : '"' + (text.length() > 120 ? text.substring(0, 120) + "…" : text) + '"';
    }

    @Override
    public String toString() {
        return repository + (isDigest() ? "@" : ":") + reference;
    }
}
