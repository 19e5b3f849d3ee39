package dev.checklist.examples.ticketer;

import static dev.checklist.Checklists.each;
import static dev.checklist.Checklists.rating;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;

import dev.checklist.Section;
import java.util.List;

/** Is the end of the page: the scorecard and the three signatures. */
final class Readiness {
    private static final int FIRST_LINE = 175;
    /** Four of five in each area: the 28 of 35 that the page asks for, without one area paying for another. */
    private static final int LEAST = 4;

    private static final List<String> AREAS = List.of(
            "Application stability",
            "Security",
            "Monitoring",
            "Documentation",
            "Backup and recovery",
            "Performance",
            "Scalability");

    private Readiness() {}

    static Section scorecard() {
        return section(
                "Production readiness",
                each(
                        AREAS,
                        area -> rating(area)
                                .outOf(5)
                                .atLeast(LEAST)
                                .by("release manager")
                                .tag("T" + (FIRST_LINE + AREAS.indexOf(area)))));
    }

    static Section signOffs() {
        return section(
                "Sign-off",
                signOff("the development lead agrees").by("development lead").tag("T189"),
                signOff("the DevOps lead agrees").by("DevOps lead").tag("T190"),
                signOff("the security review agrees").by("security review").tag("T191"));
    }
}
