package dev.checklist.examples.trackdechets;

import static dev.checklist.Checklists.derivedFrom;
import static dev.checklist.Checklists.each;
import static dev.checklist.Checklists.section;

import dev.checklist.Check;
import dev.checklist.Item;
import dev.checklist.Section;
import dev.checklist.k8s.NamespacedChecks;
import java.util.ArrayList;
import java.util.List;

/**
 * Is whether one could go back now: the revisions before, their images, and backups of the day before the rollout. What
 * matters most when the rest is red, so that it waits for none of it.
 *
 * @param namespace has the deployments
 * @param previousImages asks for the images of the revisions before
 */
record WayBack(NamespacedChecks namespace, Check previousImages) {
    private static final String ROLLBACK = "rollback";

    /**
     * Returns the lines, with the one that stands on the first screen.
     *
     * @param backups asks for the backups, where the way back needs them: an undo alone restores no data
     */
    List<Item> lines(Section... backups) {
        List<Check> revisions = Deployments.ALL.stream()
                .map(name -> namespace
                        .deployment(name)
                        .hasPreviousRevision()
                        .remedy("kubectl rollout undo deployment/" + name))
                .toList();
        Check images = previousImages;
        for (Check revision : revisions) {
            images = images.requires(revision);
        }
        List<Item> wayBack = new ArrayList<>(List.of(backups));
        wayBack.add(images);
        wayBack.add(each(revisions, revision -> revision));
        Section there = section("The way back", wayBack).tag(ROLLBACK);
        return List.of(
                there,
                derivedFrom("rollback is possible", there)
                        .highlight("ROLLBACK", "possible")
                        .tag(ROLLBACK));
    }
}
