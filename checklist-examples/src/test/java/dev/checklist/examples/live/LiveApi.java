package dev.checklist.examples.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.File;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The API server of KUBECONFIG and of its current context, asked by path. */
final class LiveApi implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final File file = new File(LivePlace.variable("KUBECONFIG"));
    private final Config config = Config.fromKubeconfig(file);
    private final KubernetesClient client;

    LiveApi() {
        LivePlace.allowed(config.getMasterUrl());
        client = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(config)
                        .withRequestRetryBackoffLimit(0)
                        .build())
                .build();
    }

    File file() {
        return file;
    }

    String context() {
        return config.getCurrentContext().getName();
    }

    /** Returns the cluster as a kubeconfig has it. */
    ObjectNode cluster() {
        ObjectNode cluster = JSON.createObjectNode().put("server", config.getMasterUrl());
        if (config.getCaCertData() != null) {
            cluster.put("certificate-authority-data", config.getCaCertData());
        } else if (config.getCaCertFile() != null) {
            cluster.put("certificate-authority", config.getCaCertFile());
        }
        return cluster;
    }

    /** Empty if it is not there. */
    Optional<ObjectNode> get(String path) {
        return answer(client.raw(path));
    }

    /** Empty if there is no such path. */
    Optional<ObjectNode> post(String path, JsonNode object) {
        return answer(client.raw(path, "POST", object.toString()));
    }

    void put(String path, JsonNode object) {
        client.raw(path, "PUT", object.toString());
    }

    /** Deletes at once what still is the object of that uid; nothing happens if it is not. */
    void delete(String path, String uid) {
        client.raw(
                path,
                "DELETE",
                JSON.valueToTree(Map.of("gracePeriodSeconds", 0, "preconditions", Map.of("uid", uid)))
                        .toString());
    }

    /** Names the versions of groups that the server serves itself, as in {@code policy/v1}. */
    Set<String> served() {
        Set<String> versions = new TreeSet<>();
        get("/apis")
                .orElseThrow()
                .path("groups")
                .forEach(group -> group.path("versions")
                        .forEach(version ->
                                versions.add(version.path("groupVersion").asText())));
        return versions;
    }

    /** Returns what no other cluster has. */
    String uid() {
        return get("/api/v1/namespaces/kube-system")
                .orElseThrow()
                .at("/metadata/uid")
                .asText();
    }

    /** Returns the minor number of its version. */
    int minor() {
        String minor = get("/version").orElseThrow().path("minor").asText();
        return Integer.parseInt(minor.replaceAll("\\D.*", ""));
    }

    private static Optional<ObjectNode> answer(@Nullable String body) {
        try {
            return body == null ? Optional.empty() : Optional.of((ObjectNode) JSON.readTree(body));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
