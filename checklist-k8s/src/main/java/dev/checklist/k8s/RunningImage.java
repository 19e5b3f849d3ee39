package dev.checklist.k8s;

import dev.checklist.Outcome;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Judges which image the pods of a rollout really run: by the template, the pods, and the digest that the node reports
 * in {@code containerStatuses[].imageID}.
 */
final class RunningImage {
    private static final String DIGEST = "@sha256:";

    private RunningImage() {}

    static Outcome judge(String image, Deployment deployment, List<Pod> pods) {
        List<Container> template = deployment.getSpec().getTemplate().getSpec().getContainers();
        List<String> names = template.stream()
                .filter(container -> image.equals(container.getImage()))
                .map(Container::getName)
                .toList();
        if (names.isEmpty()) {
            return Outcome.failed("expected the image " + image + " but the template names "
                    + String.join(
                            ", ", template.stream().map(Container::getImage).toList()));
        }
        if (pods.isEmpty()) {
            return Outcome.failed("expected pods that run " + image + " but the newest ReplicaSet has none");
        }
        Set<String> digests = new TreeSet<>();
        for (Pod pod : pods) {
            for (String name : names) {
                Outcome problem = problem(image, pod, name, digests);
                if (problem != null) {
                    return problem;
                }
            }
        }
        return verdict(image, pods.size(), digests);
    }

    private static @Nullable Outcome problem(String image, Pod pod, String name, Set<String> digests) {
        String podName = pod.getMetadata().getName();
        boolean wanted = pod.getSpec().getContainers().stream()
                .anyMatch(container -> name.equals(container.getName()) && image.equals(container.getImage()));
        if (!wanted) {
            return Outcome.failed("expected the image " + image + " but the pod " + podName + " was made with another");
        }
        String id = imageId(pod, name);
        if (id.isEmpty()) {
            return Outcome.failed("expected the pod " + podName + " to run " + image + " but its container " + name
                    + " has no image yet");
        }
        int at = id.lastIndexOf(DIGEST);
        if (at < 0) {
            return Outcome.error("the node of the pod " + podName + " reports no repository digest but " + id
                    + ", which does not say which image runs");
        }
        digests.add(id.substring(at + 1));
        return null;
    }

    private static String imageId(Pod pod, String name) {
        if (pod.getStatus() == null || pod.getStatus().getContainerStatuses() == null) {
            return "";
        }
        return pod.getStatus().getContainerStatuses().stream()
                .filter(status -> name.equals(status.getName()))
                .map(ContainerStatus::getImageID)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private static Outcome verdict(String image, int pods, Set<String> digests) {
        String found = String.join(", ", digests);
        if (digests.size() > 1) {
            return Outcome.failed("expected one image " + image + " but its pods run different digests: " + found)
                    .with("digests", found);
        }
        int at = image.lastIndexOf(DIGEST);
        if (at >= 0 && !digests.contains(image.substring(at + 1))) {
            return Outcome.failed("expected the digest " + image.substring(at + 1) + " but the pods run " + found
                            + " (a multi-platform index is reported as the image of one platform)")
                    .with("digests", found);
        }
        Outcome passed = Outcome.passed(pods + " pods run " + image)
                .with("digest", found)
                .identifiedBy("image " + image, found);
        return at >= 0 ? passed : passed.warning("by tag only: a tag can be moved, a digest cannot");
    }
}
