package dev.checklist.benchmarks;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.Objects;

/** Asks a server for one Deployment with the bare client: what a first verdict is measured against. */
public final class FirstAnswer {
    private FirstAnswer() {}

    /** Takes the server's URL and the file of its certificate, and prints what was answered. */
    public static void main(String[] arguments) {
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl(arguments[0])
                .withCaCertFile(arguments[1])
                .withOauthToken("token")
                .build();
        try (KubernetesClient client =
                new KubernetesClientBuilder().withConfig(config).build()) {
            int ready = Objects.requireNonNull(
                            client.apps()
                                    .deployments()
                                    .inNamespace("shop")
                                    .withName("api")
                                    .get(),
                            "no Deployment")
                    .getStatus()
                    .getReadyReplicas();
            System.out.println(StartUp.DONE + ready);
        }
    }
}
