package dev.checklist.examples.trackdechets;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * Takes the keys of an object store from the Secret of those who use them: ours would prove nothing about theirs.
 *
 * @param client reads it, when a line asks
 * @param id the key of the Secret with the access key
 * @param secret the key of the Secret with the secret one
 */
record SecretKeys(KubernetesClient client, String namespace, String name, String id, String secret)
        implements AwsCredentialsProvider {
    @Override
    public AwsCredentials resolveCredentials() {
        Secret found = client.secrets().inNamespace(namespace).withName(name).get();
        Map<String, String> data = found == null || found.getData() == null ? Map.of() : found.getData();
        return AwsBasicCredentials.create(decoded(data, id), decoded(data, secret));
    }

    private String decoded(Map<String, String> data, String key) {
        String value = data.get(key);
        if (value == null) {
            throw new IllegalStateException("the secret " + name + " in " + namespace + " has no key " + key);
        }
        return new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8).strip();
    }

    @Override
    public String toString() {
        return "keys of the secret " + name;
    }
}
