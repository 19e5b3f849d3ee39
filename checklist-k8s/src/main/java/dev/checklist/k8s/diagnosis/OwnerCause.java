package dev.checklist.k8s.diagnosis;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Says why a workload cannot make the pods that it wants. */
public final class OwnerCause {
    private OwnerCause() {}

    /**
     * Returns the likely cause, if anything points to one.
     *
     * @param owners the workload, and what makes its pods
     * @param events what the cluster noted about the latter
     */
    public static Optional<String> of(List<HasMetadata> owners, List<SeenEvent> events) {
        return owners.stream()
                .flatMap(OwnerCause::failure)
                .findFirst()
                .or(() -> events.stream()
                        .filter(event -> event.reason().equals("FailedCreate"))
                        .max(Comparator.comparing(SeenEvent::last))
                        .map(SeenEvent::message))
                .map(OwnerCause::words);
    }

    private static Stream<String> failure(HasMetadata owner) {
        Stream<String> said = Stream.empty();
        if (owner instanceof Deployment deployment && deployment.getStatus() != null) {
            said = Present.in(deployment.getStatus().getConditions())
                    .filter(c -> "ReplicaFailure".equals(c.getType()) && "True".equals(c.getStatus()))
                    .map(c -> c.getMessage());
        } else if (owner instanceof ReplicaSet set && set.getStatus() != null) {
            said = Present.in(set.getStatus().getConditions())
                    .filter(c -> "ReplicaFailure".equals(c.getType()) && "True".equals(c.getStatus()))
                    .map(c -> c.getMessage());
        }
        return said.filter(Objects::nonNull);
    }

    private static String words(String message) {
        String said = Words.line(message);
        if (said.contains("exceeded quota")) {
            return "the quota is used up, so pods cannot be created: " + said;
        }
        return (said.contains("PodSecurity") || said.contains("admission webhook")
                        ? "an admission rule refuses the pods: "
                        : "pods cannot be created: ")
                + said;
    }
}
