package dev.checklist.examples.trackdechets;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.Comparator;
import java.util.concurrent.Callable;

/**
 * Tells when the first pod of the release was made, or that it is now, where there is none yet. Neither a ReplicaSet's age
 * nor a condition's tells it after a rollback.
 *
 * @param image the image of the release
 */
record RolloutStart(KubernetesClient client, String namespace, String image) implements Callable<Instant> {
    @Override
    public Instant call() {
        return client.pods().inNamespace(namespace).list().getItems().stream()
                .filter(this::runsTheRelease)
                .map(pod -> Instant.parse(pod.getMetadata().getCreationTimestamp()))
                .min(Comparator.naturalOrder())
                .orElseGet(Instant::now);
    }

    private boolean runsTheRelease(Pod pod) {
        return pod.getSpec().getContainers().stream().anyMatch(container -> image.equals(container.getImage()));
    }
}
