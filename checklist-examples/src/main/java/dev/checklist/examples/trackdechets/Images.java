package dev.checklist.examples.trackdechets;

import static dev.checklist.Checklists.each;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;

import dev.checklist.Item;
import dev.checklist.Section;

/** Is the part of the page about building and pushing images: D113 to D125, D209. */
final class Images {
    private static final int FIRST_LINE = 116;
    private static final String ROLE = "release manager";

    private Images() {}

    static Section pushed() {
        return section(
                "Images",
                signOff("every image is built from the released commit").by(ROLE).tag("D113"),
                signOff("the variable REGISTRY names our registry").by(ROLE).tag("D114"),
                section(
                                "In the registry",
                                each(
                                        Deployments.ALL,
                                        name -> signOff("the image " + name + " is in the registry")
                                                .by(ROLE)
                                                .tag("D" + (FIRST_LINE + Deployments.ALL.indexOf(name)))))
                        .tag("D115"));
    }

    static Item scanned() {
        return signOff("the scans of all ten images show nothing critical")
                .by("security review")
                .tag("D209");
    }

    static Item previousAreThere() {
        return signOff("the previous images are still in the registry").by(ROLE).tag("D223");
    }
}
