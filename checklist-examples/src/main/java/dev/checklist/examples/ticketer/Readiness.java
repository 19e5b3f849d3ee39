package dev.checklist.examples.ticketer;

import static dev.checklist.Checklists.atLeast;
import static dev.checklist.Checklists.rating;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOffs;

import dev.checklist.Checklists;
import dev.checklist.Rating;
import dev.checklist.Section;
import java.util.List;

/** Is the end of the page: the scorecard and the three signatures. */
final class Readiness {
    private static final int FIRST_LINE = 175;
    private static final int OF = 5;
    /** The sum that the page asks for, of 35. */
    private static final int ENOUGH = 28;
    /** No area may be so bad that the others have to pay for it. */
    private static final int LEAST = 3;

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
        List<Rating> ratings = AREAS.stream()
                .map(area -> rating(area)
                        .outOf(OF)
                        .atLeast(LEAST)
                        .by("release manager")
                        .tag("T" + (FIRST_LINE + AREAS.indexOf(area))))
                .toList();
        return Checklists.scorecard(
                "Production readiness",
                atLeast(ENOUGH),
                ratings.get(0),
                ratings.subList(1, ratings.size()).toArray(Rating[]::new));
    }

    static Section signatures() {
        return section(
                "Sign-off",
                signOffs("development lead").tag("T189"),
                signOffs("DevOps lead").tag("T190"),
                signOffs("security review").tag("T191"));
    }
}
