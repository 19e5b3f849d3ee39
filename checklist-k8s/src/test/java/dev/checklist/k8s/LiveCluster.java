package dev.checklist.k8s;

import io.fabric8.kubernetes.api.model.DeleteOptions;
import io.fabric8.kubernetes.api.model.DeleteOptionsBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.File;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;

/**
 * A real cluster, told by KUBECONFIG: one namespace of a random name, deleted at the end, and only if it is still the
 * same one. Whatever else a test creates is deleted likewise, last first.
 */
final class LiveCluster implements AutoCloseable {
    private final KubernetesClient admin;
    private final String name = "checklist-live-" + UUID.randomUUID().toString().substring(0, 8);
    private final Deque<HasMetadata> created = new ArrayDeque<>();

    LiveCluster() {
        String file = System.getenv("KUBECONFIG");
        if (file == null || file.isBlank()) {
            throw new IllegalStateException("KUBECONFIG names no file: live tests need a cluster");
        }
        Config config = Config.fromKubeconfig(new File(file));
        LiveGuard.mustBeAllowed(config.getMasterUrl(), System.getenv(LiveGuard.ALLOW));
        admin = new KubernetesClientBuilder().withConfig(config).build();
        create(new NamespaceBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .build());
        addAccount(LiveApi.of(admin), name);
    }

    /** Adds the account without which a server takes no pods, as a controller does where one runs. */
    static void addAccount(LiveApi api, String namespace) {
        String account = "{\"apiVersion\":\"v1\",\"kind\":\"ServiceAccount\",\"metadata\":{\"name\":\"default\"}}";
        LiveApi.Answer answer =
                api.call("POST", "/api/v1/namespaces/" + namespace + "/serviceaccounts", account, "application/json");
        if (answer.code() != 409) {
            answer.orFail("the default account of " + namespace);
        }
    }

    /** Returns the name of the namespace, which also is the prefix of whatever belongs to no namespace. */
    String name() {
        return name;
    }

    KubernetesClient admin() {
        return admin;
    }

    <T extends HasMetadata> T create(T object) {
        T made = admin.resource(object).create();
        created.push(made);
        return made;
    }

    /** Returns a client that has nothing but a token. */
    KubernetesClient withToken(String token) {
        Config theirs = admin.getConfiguration();
        return new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(Config.empty())
                        .withMasterUrl(theirs.getMasterUrl())
                        .withCaCertData(theirs.getCaCertData())
                        .withCaCertFile(theirs.getCaCertFile())
                        .withOauthToken(token)
                        .build())
                .build();
    }

    /** Deletes it if it still is the object that was created. */
    void delete(HasMetadata object) {
        DeleteOptions options = new DeleteOptionsBuilder()
                .withNewPreconditions()
                .withUid(object.getMetadata().getUid())
                .endPreconditions()
                .build();
        String namespace = object.getMetadata().getNamespace();
        String api = object.getApiVersion().contains("/") ? "/apis/" : "/api/";
        String answer = admin.raw(
                api + object.getApiVersion() + (namespace == null ? "" : "/namespaces/" + namespace) + "/"
                        + object.getPlural() + "/" + object.getMetadata().getName(),
                "DELETE",
                options);
        if (answer == null) {
            throw new IllegalStateException(
                    object.getKind() + " " + object.getMetadata().getName() + " is left behind");
        }
    }

    @Override
    public void close() {
        try (admin) {
            created.stream()
                    .filter(object -> object.getMetadata().getNamespace() == null) // the others go with the namespace
                    .forEach(this::delete);
        }
    }
}
