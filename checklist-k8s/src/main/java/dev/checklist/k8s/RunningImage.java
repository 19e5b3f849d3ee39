package dev.checklist.k8s;

import dev.checklist.Outcome;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges which image the pods of a rollout run: by the template, and by the digests that their nodes report. */
final class RunningImage {
    private static final Set<String> ENDED = Set.of("Failed", "Succeeded");

    private final ImageReference wanted;
    private final Set<String> accepted;
    private final List<Container> template;
    private final List<String> names;

    private RunningImage(ImageReference wanted, Set<String> accepted, List<Container> template) {
        this.wanted = wanted;
        this.accepted = accepted;
        this.template = template;
        this.names = template.stream()
                .filter(container -> wanted.isNamedBy(container.getImage()))
                .map(Container::getName)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Takes a node's report for the image if it is the digest of the reference, or one of those given. */
    static RunningImage of(ImageReference wanted, Set<String> digests, @Nullable PodTemplateSpec template) {
        Set<String> accepted = new TreeSet<>(digests);
        wanted.digest().ifPresent(accepted::add);
        PodSpec spec = template == null ? null : template.getSpec();
        return new RunningImage(wanted, accepted, withoutNulls(spec == null ? null : spec.getContainers()));
    }

    /** Tells why the template does not name the image, if so. */
    Optional<Outcome> otherTemplate() {
        String found = template.stream()
                .map(container -> String.valueOf(container.getImage()))
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? Optional.of(Outcome.failed("expected the image " + wanted + " but the template names "
                        + (found.isEmpty() ? "none" : found)))
                : Optional.empty();
    }

    /** Judges the pods of the newest revision; those that have ended run nothing. */
    Outcome judge(List<Pod> pods, String owner) {
        List<PodImage> images = pods.stream()
                .filter(pod -> pod.getStatus() == null
                        || !ENDED.contains(String.valueOf(pod.getStatus().getPhase())))
                .flatMap(pod -> names.stream().map(name -> new PodImage(pod, name)))
                .toList();
        if (images.isEmpty()) {
            return Outcome.failed("expected pods that run " + wanted + " but " + owner + " has none");
        }
        return images.stream()
                .flatMap(image -> image.otherThan(wanted).stream())
                .findFirst()
                .or(() -> images.stream()
                        .flatMap(image -> image.unknown().stream())
                        .findFirst())
                .orElseGet(() -> byDigest(images));
    }

    private Outcome byDigest(List<PodImage> images) {
        Set<String> digests = images.stream()
                .flatMap(image -> image.digest().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        String found = String.join(", ", digests);
        Outcome outcome = verdict(digests, found, images.size() / names.size()).with("digest", found);
        for (PodImage image : images) {
            outcome = image.isRunning() ? outcome : outcome.warning(image + " is not running at the moment");
        }
        return outcome;
    }

    private Outcome verdict(Set<String> digests, String found, int pods) {
        if (accepted.isEmpty() && digests.size() != 1) {
            return Outcome.failed("expected one image " + wanted + " but its pods run different digests: " + found);
        }
        if (!accepted.isEmpty() && !accepted.containsAll(digests)) {
            return Outcome.failed("expected the digest " + String.join(" or ", accepted) + " but the pods run " + found
                    + " (some nodes report the image of their platform, not the index that holds it)");
        }
        Outcome passed =
                Outcome.passed(pods + " pods run " + wanted).with("pods", pods).identifiedBy("image " + wanted, found);
        return accepted.isEmpty() ? passed.warning("by tag only: a tag can be moved, a digest cannot") : passed;
    }

    /** The model says of no list whether it, or an entry, may be missing. */
    static <T> List<T> withoutNulls(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }
}
