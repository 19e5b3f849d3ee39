package dev.checklist.k8s;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.net.URI;
import java.nio.file.Path;

/**
 * Starts every check of a Kubernetes cluster.
 *
 * <p>The checks read through the given client with the verbs get and list and send self subject reviews; each request
 * is sent once and limited to 10 seconds, whatever the client allows. One look whether the server answers is shared by
 * all checks that start together, so that a dead server is one cause and costs one time-out.
 */
public final class KubernetesChecks implements AutoCloseable {
    private final KubernetesClient client;
    private final ApiServer server;
    private final boolean owned;

    private KubernetesChecks(KubernetesClient client, boolean owned) {
        this.client = client;
        this.server = new ApiServer(client);
        this.owned = owned;
    }

    /** Uses a client of yours, which is never closed or changed. */
    public static KubernetesChecks using(KubernetesClient client) {
        if (client == null) {
            throw new IllegalArgumentException("the client is null: give one, or use connecting(...)");
        }
        return new KubernetesChecks(client, false);
    }

    /**
     * Connects as a context of a kubeconfig file says, with limits that a list needs: 3 seconds to connect, 10 seconds
     * a request, no retries of the client's own, no redirects. Nothing comes from environment variables or other files;
     * the token is read anew when the server refuses it.
     *
     * <p>An {@code exec} entry runs the program that it names: use files that you trust.
     *
     * @throws IllegalArgumentException if the file cannot be read, has no such context, cluster or user, skips the
     *     verification of certificates, or names a server that is neither https nor on this machine
     */
    public static KubernetesChecks connecting(Path kubeconfig, String context) {
        return new KubernetesChecks(Connections.of(kubeconfig, context), true);
    }

    /**
     * Connects to a server by its address, with the same limits and nothing from this machine's own kubeconfig, so that
     * no foreign token is ever sent.
     *
     * @param server the URL of the API server, https unless it is on this machine
     * @param token the bearer token
     * @param caFile the certificate of the server's authority, PEM
     * @throws IllegalArgumentException if one of them cannot be used
     */
    public static KubernetesChecks connecting(URI server, String token, Path caFile) {
        return new KubernetesChecks(Connections.of(server, token, caFile), true);
    }

    /** Returns the checks of the cluster as a whole. */
    public ClusterChecks cluster() {
        return new ClusterChecks(server, client.getConfiguration());
    }

    /** Returns the checks of a namespace itself. */
    public NamespaceChecks namespace(String name) {
        return new NamespaceChecks(new Place(server, "", Names.label("namespace", name)));
    }

    /** Returns the checks of a StorageClass. */
    public StorageClassChecks storageClass(String name) {
        return new StorageClassChecks(new Place(server, "", Names.subdomain("name of the storage class", name)));
    }

    /** Returns the subjects of a namespace. */
    public NamespacedChecks inNamespace(String name) {
        return new NamespacedChecks(server, name);
    }

    /** Closes the client if it was made by {@code connecting}; a client of yours stays open. */
    @Override
    public void close() {
        if (owned) {
            client.close();
        }
    }
}
