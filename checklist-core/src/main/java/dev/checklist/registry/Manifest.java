package dev.checklist.registry;

import dev.checklist.json.Json;
import java.util.List;
import java.util.Set;

/**
 * Is a manifest whose content was compared with its digest: of one image, or an index of several.
 *
 * @param type its media type
 */
record Manifest(ImageName name, String type, Json content) {
    static final Set<String> INDEXES = Set.of(
            "application/vnd.oci.image.index.v1+json", "application/vnd.docker.distribution.manifest.list.v2+json");
    static final Set<String> IMAGES = Set.of(
            "application/vnd.oci.image.manifest.v1+json", "application/vnd.docker.distribution.manifest.v2+json");
    private static final Set<String> CONFIGURATIONS =
            Set.of("application/vnd.oci.image.config.v1+json", "application/vnd.docker.container.image.v1+json");

    /** Is what an index says of one of its images. */
    record Entry(ImageName name, Platform platform) {}

    boolean isIndex() {
        return INDEXES.contains(type);
    }

    /**
     * Returns the images of an index; attestations are none, and say so by an unknown platform. An index need not say
     * where an image runs, and nodes look into such a one.
     */
    List<Entry> entries() {
        return content.at("manifests").elements().stream()
                .filter(entry -> ImageName.DIGEST
                        .matcher(entry.at("digest").text().orElse(""))
                        .matches())
                .map(entry ->
                        new Entry(name.at(entry.at("digest").text().orElseThrow()), Platform.of(entry.at("platform"))))
                .filter(entry -> !entry.platform().os().equals("unknown"))
                .toList();
    }

    /** Returns the digest of an image's configuration. */
    String configuration() throws UnseenException {
        Json config = content.at("config");
        String digest = config.at("digest").text().orElse("");
        boolean isImage =
                config.at("mediaType").text().filter(CONFIGURATIONS::contains).isPresent();
        if (!isImage || !ImageName.DIGEST.matcher(digest).matches()) {
            throw new UnseenException(
                    UnseenException.Kind.UNSUPPORTED, name + " is no container image but another artifact");
        }
        return digest;
    }
}
