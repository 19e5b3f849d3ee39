package dev.checklist.examples.trackdechets;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Names the images that an undo of each deployment would bring back. */
record PreviousImages(KubernetesClient client, String namespace) implements Supplier<Collection<String>> {
    private static final String REVISION = "deployment.kubernetes.io/revision";

    @Override
    public Set<String> get() {
        List<ReplicaSet> sets =
                client.apps().replicaSets().inNamespace(namespace).list().getItems();
        Set<String> images = new TreeSet<>();
        for (String name : Deployments.ALL) {
            Deployment deployment = client.apps()
                    .deployments()
                    .inNamespace(namespace)
                    .withName(name)
                    .get();
            if (deployment == null) {
                throw new IllegalStateException("the deployment " + name + " is absent");
            }
            images.addAll(previous(deployment, sets)
                    .orElseThrow(() -> new IllegalStateException("no revision before the present one of " + name))
                    .getSpec()
                    .getTemplate()
                    .getSpec()
                    .getContainers()
                    .stream()
                    .map(Container::getImage)
                    .toList());
        }
        return images;
    }

    private static Optional<ReplicaSet> previous(Deployment deployment, List<ReplicaSet> sets) {
        Stream<ReplicaSet> owned = sets.stream()
                .filter(set -> set.getMetadata().getOwnerReferences().stream()
                        .map(OwnerReference::getUid)
                        .anyMatch(deployment.getMetadata().getUid()::equals));
        return owned.filter(set -> revision(set) < revision(deployment))
                .max(Comparator.comparing(PreviousImages::revision));
    }

    private static long revision(HasMetadata object) {
        String revision = object.getMetadata().getAnnotations().get(REVISION);
        return revision == null ? 0 : Long.parseLong(revision);
    }
}
