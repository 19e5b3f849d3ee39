package dev.checklist.examples.trackdechets;

import static dev.checklist.Checklists.each;
import static dev.checklist.Checklists.section;

import dev.checklist.Check;
import dev.checklist.Section;
import dev.checklist.examples.settings.Workplace;
import dev.checklist.k8s.NamespacedChecks;
import dev.checklist.registry.ImageChecks;
import dev.checklist.registry.RegistryChecks;
import java.util.List;

/** Is the part of the page about building, pushing and scanning images: D113 to D125, D209, D223. */
final class Images {
    private static final int FIRST_LINE = 116;

    private final Workplace workplace;
    private final RegistryChecks registry;
    private final TrackdechetsSettings.Release release;

    Images(Workplace workplace, TrackdechetsSettings.Release release) {
        this.workplace = workplace;
        this.registry = workplace.images();
        this.release = release;
    }

    private ImageChecks image(String name) {
        return registry.image(release.repository(name), release.version());
    }

    Section pushed() {
        return section(
                "Images",
                workplace
                        .local()
                        .environmentVariable("REGISTRY")
                        .showingValue()
                        .hasValue(release.registry())
                        .remedy("export REGISTRY=" + release.registry())
                        .tag("D114"),
                section(
                                "In the registry",
                                each(
                                        Deployments.ALL,
                                        name -> image(name)
                                                .exists()
                                                .remedy("docker push " + release.image(name))
                                                .tag("D" + (FIRST_LINE + Deployments.ALL.indexOf(name)))))
                        .tag("D115"),
                section(
                                "Built from the released commit",
                                each(
                                        Deployments.ALL,
                                        name -> image(name)
                                                .wasBuiltFrom(workplace.commit())
                                                .remedy("npx nx run-many --target=build --all at the released commit")))
                        .tag("D113"));
    }

    /** Asks the report of each image's scan whether it is about the image that the registry has. */
    Section scanned() {
        return section(
                "Scans of the images",
                each(
                        Deployments.ALL,
                        name -> workplace
                                .scan(name, "scans/" + name + ".json", image(name))
                                .tag("D209")));
    }

    Check previousAreThere(NamespacedChecks namespace) {
        return registry.hasImages(
                        "the previous revisions",
                        () -> Deployments.ALL.stream()
                                .flatMap(name -> previous(namespace, name).stream())
                                .toList())
                .because("kubectl rollout undo pulls them again")
                .tag("D223");
    }

    /** Names the images that an undo of a deployment would bring back; without any, there is no way back to judge. */
    private static List<String> previous(NamespacedChecks namespace, String deployment) {
        List<String> images = namespace.deployment(deployment).previousImages().get();
        if (images.isEmpty()) {
            throw new IllegalStateException("no revision before the present one of " + deployment);
        }
        return images;
    }
}
