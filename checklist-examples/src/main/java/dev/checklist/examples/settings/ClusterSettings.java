package dev.checklist.examples.settings;

import dev.checklist.k8s.KubernetesChecks;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;

/**
 * Says which cluster and namespace.
 *
 * @param kubeconfig the file that knows it
 * @param context the context in it, never the current one, which may change
 * @param namespace where the application is
 * @param uid the uid of the namespace kube-system, which no other cluster has
 */
public record ClusterSettings(Path kubeconfig, String context, String namespace, String uid) {
    /** Takes the values by the names of the settings file. */
    public static ClusterSettings of(Values given, String uid) {
        return new ClusterSettings(
                given.file("kubernetes.kubeconfig"),
                given.text("kubernetes.context"),
                given.text("kubernetes.namespace"),
                uid);
    }

    /**
     * Connects; nothing is asked before a list runs.
     *
     * @throws IllegalArgumentException if the kubeconfig cannot be read, or has no such context
     */
    public KubernetesChecks connect() {
        try {
            return KubernetesChecks.connecting(kubeconfig, context);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the settings kubernetes.kubeconfig and kubernetes.context do not fit: " + e.getMessage()
                            + "; kubectl config get-contexts --kubeconfig FILE lists what it has",
                    e);
        }
    }

    /** Makes a client of one's own, for values that no line shows, such as keys to try. */
    public KubernetesClient client() {
        return new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(Config.fromKubeconfig(context, kubeconfig.toFile()))
                        .withRequestRetryBackoffLimit(0)
                        .build())
                .build();
    }
}
