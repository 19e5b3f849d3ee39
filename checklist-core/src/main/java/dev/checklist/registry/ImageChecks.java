package dev.checklist.registry;

import dev.checklist.Check;
import dev.checklist.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Is one image of a registry, by tag or digest; each predicate makes one line. */
public final class ImageChecks {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Registry registry;
    private final ImageName name;

    ImageChecks(Registry registry, ImageName name) {
        this.registry = registry;
        this.name = name;
    }

    /** Passes when the registry has the image, and says its digest. */
    public Check exists() {
        String expected = "the image " + name;
        return check(
                "exists",
                "has image " + name,
                expected,
                (images, found) -> Outcome.passed(registry + " has " + name + " as " + found.digest()));
    }

    /**
     * Passes when the image runs on the platform: by the entry of an index, whose image must be there, or by the image's
     * own configuration.
     *
     * @param platform os/architecture with or without a variant, such as {@code linux/amd64} or {@code linux/arm/v7}
     * @throws IllegalArgumentException if it is malformed
     */
    public Check hasPlatform(String platform) {
        Platform wanted = Platform.parse(platform);
        return check(
                "has platform " + wanted,
                "has image " + name + " for " + wanted,
                "the image " + name + " for " + wanted,
                new HasPlatform(name, wanted));
    }

    /**
     * Passes when the label {@code org.opencontainers.image.revision} of the image's configuration (OCI annotations) is
     * the commit; of an index, of every image in it. No label is an ERROR.
     *
     * @param commit the full hash, or its first 7 digits or more, which is a warning
     * @throws IllegalArgumentException if it is no hash
     */
    public Check wasBuiltFrom(String commit) {
        WasBuiltFrom judge = new WasBuiltFrom(name, WasBuiltFrom.commit(commit));
        return check(
                "was built from",
                "has image " + name + " built from " + judge.commit(),
                "the image " + name + " built from " + judge.commit(),
                judge);
    }

    /**
     * Passes when another tag of the repository names the same image.
     *
     * @throws IllegalArgumentException if the tag is malformed or the same
     */
    public Check hasSameDigestAs(String otherTag) {
        ImageName other = ImageName.of(name.repository(), otherTag);
        if (other.equals(name)) {
            throw new IllegalArgumentException("other tag is \"" + otherTag + "\", the tag itself: give another one");
        }
        return check(
                "has same digest as " + otherTag,
                "has image " + name + " as " + otherTag + " too",
                name + " and " + other + " to be one image",
                (images, found) -> {
                    String digest = images.find(other).digest();
                    return digest.equals(found.digest())
                            ? Outcome.passed(name + " and " + otherTag + " are " + digest)
                            : Outcome.failed("expected " + name + " and " + other + " to be one image but found "
                                            + found.digest() + " and " + digest)
                                    .with("other digest", digest);
                });
    }

    /**
     * Returns what nodes may report as the digest of this image: its own, and of an index those of the images in it. Read
     * from the registry at each call, within 30 s; never empty.
     *
     * <p>{@link Supplier#get} throws {@link IllegalStateException} if the registry cannot be read.
     */
    public Supplier<Set<String>> digests() {
        return () -> {
            Images images = new Images(new Session(registry, new Refusals(), Deadline.within(PATIENCE)));
            try {
                Images.Found found = images.find(name);
                Set<String> digests = new TreeSet<>(List.of(found.digest()));
                if (Manifest.INDEXES.contains(found.type())) {
                    images.manifest(found)
                            .entries()
                            .forEach(entry -> digests.add(entry.name().reference()));
                }
                return Set.copyOf(digests);
            } catch (UnseenException e) {
                throw new IllegalStateException("the digests of " + name + " are unknown: " + e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while the digests of " + name + " were read");
            }
        };
    }

    private Check check(String predicate, String words, String expected, ImageProbe.Judge judge) {
        return Check.of(
                "registry image " + ImageName.last(name.repository()) + " " + predicate,
                registry + "/" + name,
                "registry " + registry + " " + words,
                new ImageProbe(registry, name, expected, judge));
    }
}
