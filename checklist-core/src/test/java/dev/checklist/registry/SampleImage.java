package dev.checklist.registry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** A small image: a configuration, an empty layer and the manifest that joins them; or an index of such. */
record SampleImage(byte[] config, byte[] layer, byte[] manifest, String type) {
    static final String IMAGE = "application/vnd.oci.image.manifest.v1+json";
    static final String INDEX = "application/vnd.oci.image.index.v1+json";

    static SampleImage of(String platform, String labels) {
        String[] parts = platform.split("/");
        byte[] config = bytes("{\"os\":\"" + parts[0] + "\",\"architecture\":\"" + parts[1]
                + "\",\"config\":{\"Labels\":" + labels + "},\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[]}}");
        byte[] layer = bytes("layer of " + platform);
        return new SampleImage(config, layer, bytes(manifest(config, layer)), IMAGE);
    }

    static SampleImage builtFrom(String platform, String commit) {
        return of(platform, "{\"org.opencontainers.image.revision\":\"" + commit + "\"}");
    }

    static SampleImage index(SampleImage... images) {
        String entries = Arrays.stream(images).map(SampleImage::entry).collect(Collectors.joining(","));
        String attestation = "{\"mediaType\":\"" + IMAGE + "\",\"digest\":\"" + images[0].digest() + "\",\"size\":"
                + images[0].manifest.length + ",\"platform\":{\"os\":\"unknown\",\"architecture\":\"unknown\"}}";
        return new SampleImage(
                new byte[0],
                new byte[0],
                bytes("{\"schemaVersion\":2,\"mediaType\":\"" + INDEX + "\",\"manifests\":[" + entries + ","
                        + attestation + "]}"),
                INDEX);
    }

    /** Returns an index that does not say where the images of an architecture run, as it need not. */
    SampleImage silentOn(String architecture) {
        String text = new String(manifest, StandardCharsets.UTF_8)
                .replace(",\"platform\":{\"os\":\"linux\",\"architecture\":\"" + architecture + "\"}", "");
        return new SampleImage(config, layer, bytes(text), type);
    }

    private static String manifest(byte[] config, byte[] layer) {
        return "{\"schemaVersion\":2,\"mediaType\":\"" + IMAGE
                + "\",\"config\":{\"mediaType\":\"application/vnd.oci.image.config.v1+json\",\"digest\":\""
                + digest(config) + "\",\"size\":" + config.length
                + "},\"layers\":[{\"mediaType\":\"application/vnd.oci.image.layer.v1.tar\",\"digest\":\""
                + digest(layer) + "\",\"size\":" + layer.length + "}]}";
    }

    private String entry() {
        String[] platform = new String(config, StandardCharsets.UTF_8).split("\"");
        return "{\"mediaType\":\"" + IMAGE + "\",\"digest\":\"" + digest() + "\",\"size\":" + manifest.length
                + ",\"platform\":{\"os\":\"" + platform[3] + "\",\"architecture\":\"" + platform[7] + "\"}}";
    }

    String digest() {
        return digest(manifest);
    }

    static String digest(byte[] content) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
