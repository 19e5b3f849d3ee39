package dev.checklist.examples.ticketer;

import static dev.checklist.Checklists.derivedFrom;
import static dev.checklist.Checklists.section;

import dev.checklist.Check;
import dev.checklist.Item;
import dev.checklist.Section;
import dev.checklist.k8s.DeploymentChecks;
import dev.checklist.k8s.NamespacedChecks;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** Is whether one could go back now: what matters most when the rest is red, so that it waits for none of it. */
final class WayBack {
    private static final String ROLLBACK = "rollback";

    private final TicketerSettings settings;
    private final DeploymentChecks ticketer;

    WayBack(TicketerSettings settings, NamespacedChecks namespace) {
        this.settings = settings;
        this.ticketer = namespace.deployment("ticketer");
    }

    /**
     * Returns the lines, with the one that stands on the first screen.
     *
     * @param backups what people say of the backups, where the list has it: no machine sees them
     */
    List<Item> lines(Section... backups) {
        Check revision = ticketer.hasPreviousRevision();
        Section wayBack = section(
                "The way back",
                revision.remedy("kubectl logs and kubectl get events first, since they go with the pods;"
                                + " then kubectl rollout undo deployment/ticketer")
                        .tag(ROLLBACK),
                settings.workplace()
                        .images()
                        .hasImages("the previous revision", previousImages())
                        .because("kubectl rollout undo pulls them again")
                        .requires(revision)
                        .tag(ROLLBACK));
        return List.of(
                wayBack,
                derivedFrom("rollback is possible", wayBack, backups)
                        .highlight("ROLLBACK", "possible")
                        .tag(ROLLBACK));
    }

    private Supplier<Collection<String>> previousImages() {
        Supplier<List<String>> images = ticketer.previousImages();
        return () -> images.get().stream().map(this::inRegistry).toList();
    }

    /** The cluster may know the registry by another name than this machine does. */
    private String inRegistry(String image) {
        String ours = settings.release().image();
        String name = ours.substring(0, ours.indexOf('/') + 1);
        String host = settings.workplace().registry().replaceFirst("^https?://", "");
        return image.startsWith(name) ? host + "/" + image.substring(name.length()) : image;
    }
}
