package dev.checklist.k8s;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.okhttp.OkHttpClientFactory;
import java.net.URI;
import java.nio.file.Path;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Builds clients with sane limits: OkHttp, which ends a stalled answer, no retries that multiply ours, no redirects, and
 * nothing from this machine's environment.
 */
final class Connections {
    private static final int CONNECT_MILLIS = 3_000;
    private static final int REQUEST_MILLIS = 10_000;

    private Connections() {}

    static KubernetesClient of(@Nullable Path kubeconfig, @Nullable String context) {
        Kubeconfig file = Kubeconfig.of(kubeconfig, context);
        return build(file.config(), file.toString());
    }

    static KubernetesClient of(@Nullable URI server, @Nullable String token, @Nullable Path caFile) {
        String url = ServerAddress.checked("the server", server == null ? null : server.toString());
        if (token == null || !token.matches("[!-~]+")) {
            String fault = token == null ? "null" : token.isBlank() ? "blank" : "not one word of ASCII";
            throw new IllegalArgumentException(
                    "the token is " + fault + ": give the bearer token alone, without a line break at its end");
        }
        if (caFile == null) {
            throw new IllegalArgumentException("the CA file is null: give the certificate of the server's authority");
        }
        Certificates.mustBeIn("the CA file " + caFile, caFile);
        // Not new ConfigBuilder(): it would merge this machine's kubeconfig, token and all.
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl(url)
                .withOauthToken(token)
                .withCaCertFile(caFile.toString())
                .build();
        return build(config, "the CA file " + caFile);
    }

    private static KubernetesClient build(Config config, String source) {
        config.setConnectionTimeout(CONNECT_MILLIS);
        config.setRequestTimeout(REQUEST_MILLIS);
        config.setRequestRetryBackoffLimit(0);
        try {
            return new KubernetesClientBuilder()
                    .withConfig(config)
                    .withHttpClientFactory(new StayingFactory())
                    .build();
        } catch (RuntimeException e) {
            // its message may quote what it could not use, such as a private key
            throw new IllegalArgumentException(
                    "no client can be made of " + source + ": are its certificates, keys and proxy in order? ("
                            + e.getClass().getSimpleName() + ")");
        }
    }

    /** Makes clients that never go on to where an answer points: a login page is no API server. */
    private static final class StayingFactory extends OkHttpClientFactory {
        @Override
        protected void additionalConfig(OkHttpClient.Builder builder) {
            OkHttpClient.Builder staying = builder.followRedirects(false).followSslRedirects(false);
            assert staying == builder : "the builder changes itself";
        }
    }
}
