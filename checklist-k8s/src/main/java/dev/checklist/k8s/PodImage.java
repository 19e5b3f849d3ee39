package dev.checklist.k8s;

import dev.checklist.Outcome;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Optional;

/** Is one container of one pod: the image it was made with, and the one that its node reports. */
record PodImage(Pod pod, String container) {

    /** Tells that it was made with another image; a digest that is wanted is looked for in the report instead. */
    Optional<Outcome> otherThan(ImageReference wanted) {
        String made = spec().map(Container::getImage).orElse("");
        if (made.isEmpty()) {
            return Optional.of(Outcome.failed(
                    "expected the image " + wanted + " but the pod " + podName() + " has no container " + container));
        }
        if (wanted.digest().isEmpty() && !wanted.isNamedBy(made)) {
            return Optional.of(Outcome.failed(
                    "expected the image " + wanted + " but the pod " + podName() + " was made with " + made));
        }
        return imageId().isEmpty()
                ? Optional.of(Outcome.failed(
                        "expected " + this + " to run " + wanted + " but its node reports no image of it yet"))
                : Optional.empty();
    }

    /** Tells that the report does not say which image runs. */
    Optional<Outcome> unknown() {
        return digest().isPresent()
                ? Optional.empty()
                : Optional.of(Outcome.error("the node reports no repository digest for " + this + " but " + imageId()
                        + ", which does not say which image runs"));
    }

    Optional<String> digest() {
        return ImageReference.reportedDigest(imageId());
    }

    boolean isRunning() {
        return status().filter(
                        status -> status.getState() != null && status.getState().getRunning() != null)
                .isPresent();
    }

    private String imageId() {
        return status().map(ContainerStatus::getImageID).orElse("");
    }

    private Optional<Container> spec() {
        return pod.getSpec() == null
                ? Optional.empty()
                : RunningImage.withoutNulls(pod.getSpec().getContainers()).stream()
                        .filter(each -> container.equals(each.getName()))
                        .findFirst();
    }

    private Optional<ContainerStatus> status() {
        return pod.getStatus() == null
                ? Optional.empty()
                : RunningImage.withoutNulls(pod.getStatus().getContainerStatuses()).stream()
                        .filter(each -> container.equals(each.getName()))
                        .findFirst();
    }

    private String podName() {
        return pod.getMetadata().getName();
    }

    @Override
    public String toString() {
        return "the container " + container + " of the pod " + podName();
    }
}
