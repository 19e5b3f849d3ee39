package dev.checklist.k8s;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.okhttp.OkHttpClientFactory;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Builds clients with sane limits: OkHttp, which ends a stalled answer, and no retries that multiply ours. */
final class Connections {
    private static final int CONNECT_MILLIS = 3_000;
    private static final int REQUEST_MILLIS = 10_000;

    private Connections() {}

    static KubernetesClient of(Path kubeconfig, String context) {
        if (context == null || context.isBlank()) {
            throw new IllegalArgumentException("the context is " + (context == null ? "null" : "blank")
                    + ": name one of " + kubeconfig + ", since the current one may change");
        }
        Config config = read(kubeconfig, context);
        String found = config.getCurrentContext() == null
                ? ""
                : config.getCurrentContext().getName();
        if (!context.equals(found)) {
            throw new IllegalArgumentException("the kubeconfig " + kubeconfig + " has no context \"" + context + "\"");
        }
        return build(new ConfigBuilder(config));
    }

    private static Config read(Path kubeconfig, String context) {
        try {
            Config config = Config.fromKubeconfig(context, readable(kubeconfig));
            if (config.getMasterUrl() == null) {
                throw new IllegalArgumentException(
                        "the context \"" + context + "\" of " + kubeconfig + " names no server");
            }
            return config;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the kubeconfig " + kubeconfig + " cannot be read: "
                            + e.getClass().getSimpleName(),
                    e);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "the kubeconfig " + kubeconfig + " is not one, or has no context \"" + context + "\"", e);
        }
    }

    private static File readable(Path kubeconfig) throws IOException {
        if (!Files.isReadable(kubeconfig)) {
            throw new NoSuchFileException(kubeconfig.toString());
        }
        return kubeconfig.toFile();
    }

    static KubernetesClient of(URI server, String token, Path caFile) {
        if (server == null
                || server.getHost() == null
                || !("https".equals(server.getScheme()) || "http".equals(server.getScheme()))) {
            throw new IllegalArgumentException(
                    "the server is " + server + ": expected a URL such as https://host:6443");
        }
        if (!Files.isReadable(caFile)) {
            throw new IllegalArgumentException("the CA file " + caFile + " cannot be read");
        }
        return build(new ConfigBuilder(Config.empty())
                .withMasterUrl(server.toString())
                .withOauthToken(token)
                .withCaCertFile(caFile.toString()));
    }

    private static KubernetesClient build(ConfigBuilder config) {
        Config limited = config.withConnectionTimeout(CONNECT_MILLIS)
                .withRequestTimeout(REQUEST_MILLIS)
                .withRequestRetryBackoffLimit(0)
                .build();
        return new KubernetesClientBuilder()
                .withConfig(limited)
                .withHttpClientFactory(new OkHttpClientFactory())
                .build();
    }
}
