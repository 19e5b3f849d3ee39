package dev.checklist.k8s;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A client as a caller brings it: the real one, with its own ten retries and no limits of ours. */
record Clients(KubernetesClient client, KubernetesChecks checks) implements AutoCloseable {

    static Clients to(String url) {
        return to(url, "token-of-ours");
    }

    static Clients to(String url, String token) {
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl(url)
                .withOauthToken(token)
                .build();
        KubernetesClient client =
                new KubernetesClientBuilder().withConfig(config).build();
        return new Clients(client, KubernetesChecks.using(client));
    }

    /** A client of a port where nobody listens. */
    static Clients toNobody() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return to("http://127.0.0.1:" + socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
