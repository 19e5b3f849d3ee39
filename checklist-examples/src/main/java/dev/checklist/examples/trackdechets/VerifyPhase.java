package dev.checklist.examples.trackdechets;

import static dev.checklist.Checklists.derivedFrom;

import dev.checklist.Check;
import dev.checklist.Checklists;
import dev.checklist.Item;
import dev.checklist.Section;
import java.util.ArrayList;
import java.util.List;

/**
 * Is the phase that verifies, with the lines at the end of the page that sum it up: D255 to D259.
 *
 * @param wayBack is whether one could go back, before all that waits for a rollout
 * @param deployed has the release rolled out; while it is not, nothing that is seen is about the release
 * @param application looks whether it works
 * @param logs looks into its logs
 * @param further what else the page verifies, in its order
 * @param performance is what was measured
 * @param closing what stands behind it: protection, and papers
 */
record VerifyPhase(
        List<Item> wayBack,
        Section deployed,
        Section application,
        Section logs,
        List<Section> further,
        Section performance,
        List<Section> closing) {

    /** Returns the lines in the order of the page. */
    List<Item> lines(Check archived) {
        List<Item> lines = new ArrayList<>(wayBack);
        lines.addAll(List.of(deployed, application, logs));
        lines.addAll(further);
        lines.add(performance);
        lines.addAll(closing);
        lines.add(Checklists.section(
                "In short",
                derivedFrom("the deployment is complete", deployed).tag("D255"),
                derivedFrom("everything was verified", application, further.toArray(Section[]::new))
                        .tag("D256"),
                derivedFrom("no critical error is in the logs", logs).tag("D257"),
                derivedFrom("the performance is as expected", performance).tag("D258"),
                archived.tag("D259")));
        return lines;
    }
}
