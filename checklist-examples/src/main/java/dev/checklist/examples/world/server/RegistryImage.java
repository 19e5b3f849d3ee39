package dev.checklist.examples.world.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** One image: its configuration, which names the commit, and its manifest, which names the configuration. */
record RegistryImage(String repository, String configuration, String manifest) {
    static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";

    static RegistryImage of(String repository, String commit) {
        String configuration = """
                {"architecture":"amd64","os":"linux","config":{"Labels":{\
                "org.opencontainers.image.revision":"%s","org.opencontainers.image.title":"%s"}}}""".formatted(commit, repository);
        String manifest = """
                {"schemaVersion":2,"mediaType":"%s","config":{"mediaType":"application/vnd.oci.image.config.v1+json",\
                "digest":"%s","size":%d},"layers":[]}""".formatted(MANIFEST, digest(configuration), configuration.length());
        return new RegistryImage(repository, configuration, manifest);
    }

    String digest() {
        return digest(manifest);
    }

    String configurationDigest() {
        return digest(configuration);
    }

    private static String digest(String text) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
