package dev.checklist.examples.trackdechets;

import static dev.checklist.Checklists.each;
import static dev.checklist.Checklists.section;

import dev.checklist.Item;
import dev.checklist.k8s.NamespacedChecks;
import java.util.ArrayList;
import java.util.List;

/** Is the way back: is there one, and, once it was gone, does everything stand again? */
final class Rollback {
    private final NamespacedChecks namespace;
    private final Rollout rollout;

    Rollback(NamespacedChecks namespace, Rollout rollout) {
        this.namespace = namespace;
        this.rollout = rollout;
    }

    List<Item> lines(List<Item> wayBack) {
        List<Item> lines = new ArrayList<>(wayBack);
        lines.add(section(
                "Everything stands",
                each(Deployments.ALL, rollout::isRolledOut),
                namespace.pods().areHealthy(11)));
        return lines;
    }
}
