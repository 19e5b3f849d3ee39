package dev.checklist.examples.trackdechets;

import static dev.checklist.Checklists.each;
import static dev.checklist.Checklists.section;

import dev.checklist.Section;
import dev.checklist.k8s.NamespacedChecks;
import java.util.List;

/** Is the way back: is there one, and, once it was gone, does everything stand again? */
final class Rollback {
    private final NamespacedChecks namespace;
    private final Rollout rollout;

    Rollback(NamespacedChecks namespace, Rollout rollout) {
        this.namespace = namespace;
        this.rollout = rollout;
    }

    List<Section> sections() {
        return List.of(
                section(
                        "There is a way back",
                        each(
                                Deployments.ALL,
                                name -> namespace
                                        .deployment(name)
                                        .hasPreviousRevision()
                                        .remedy("kubectl rollout undo deployment/" + name))),
                section(
                        "Everything stands",
                        each(Deployments.ALL, rollout::isRolledOut),
                        namespace.pods().areHealthy(11)));
    }
}
