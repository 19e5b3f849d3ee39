package dev.checklist.k8s;

import dev.checklist.Outcome;
import dev.checklist.k8s.health.PodContainers;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges the images that a template names, those of init containers included. */
final class TemplateImages {
    private final List<Container> containers;

    private TemplateImages(List<Container> containers) {
        this.containers = containers;
    }

    static TemplateImages of(@Nullable PodTemplateSpec template) {
        return new TemplateImages(PodContainers.of(template == null ? null : template.getSpec()));
    }

    Outcome pinned() {
        return all("named by digest", image -> image.digest().isPresent());
    }

    Outcome versioned() {
        return all("named by digest or by a tag other than latest", image -> !image.isLatest());
    }

    Outcome fromRegistries(Set<String> registries) {
        return all(
                "of " + String.join(" or ", registries),
                image -> image.registry().filter(registries::contains).isPresent());
    }

    private Outcome all(String how, Predicate<ImageReference> rule) {
        if (containers.isEmpty()) {
            return Outcome.failed("expected images " + how + " but the template has no container");
        }
        String others = containers.stream()
                .filter(container ->
                        ImageReference.in(container.getImage()).filter(rule).isEmpty())
                .map(TemplateImages::words)
                .collect(Collectors.joining(", "));
        String seen = containers.stream().map(TemplateImages::words).collect(Collectors.joining(", "));
        Outcome outcome = others.isEmpty()
                ? Outcome.passed(containers.size() + " of " + containers.size() + " images " + how)
                : Outcome.failed("expected images " + how + " but found " + others)
                        .conclusively();
        return outcome.with("images", seen);
    }

    private static String words(Container container) {
        return container.getName() + "=" + container.getImage();
    }
}
