package dev.checklist.examples.trackdechets;

import static dev.checklist.Checklists.each;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.settingIs;
import static dev.checklist.Checklists.signOff;

import dev.checklist.Check;
import dev.checklist.Section;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Is the part of the page that only people can answer: D216 to D219, D225, D226, D232 to D240. */
final class Paperwork {
    private static final String MANAGER = "release manager";
    private static final String LEAD = "DevOps lead";
    private static final Duration QUARTER = Duration.ofDays(90);
    private static final Map<Integer, String> PRODUCTION = new TreeMap<>(Map.of(
            232, "the change has a ticket, and it is approved",
            233, "the window of the deployment is agreed",
            234, "those who will notice were told",
            235, "the maintenance page is ready, or not needed",
            236, "those who watch the alerts know about the deployment",
            237, "somebody is on call for day and night after it",
            238, "the disaster recovery plan was read again",
            239, "what was promised to users is written down",
            240, "the data protection officer has no objection"));

    private Paperwork() {}

    /** Asks what only a deployment to production needs. */
    static Section production(TrackdechetsSettings.Release release) {
        return section(
                        "Production",
                        each(
                                PRODUCTION.entrySet(),
                                line -> signOff(line.getValue()).by(MANAGER).tag("D" + line.getKey())))
                .onlyIf(settingIs("environment", release.environment(), "production"));
    }

    static Section documentation(Check recorded, Path repository) {
        return section(
                "Documentation",
                recorded.tag("D215"),
                signOff("the configuration is documented")
                        .by(LEAD)
                        .over(repository.resolve("docs/configuration.md"))
                        .tag("D216"),
                signOff("the credentials are in the password store")
                        .by(LEAD)
                        .validFor(QUARTER)
                        .tag("D217"),
                signOff("the runbook covers daily operations")
                        .by(LEAD)
                        .validFor(QUARTER)
                        .tag("D218"),
                signOff("the team can deploy without its author")
                        .by(LEAD)
                        .validFor(QUARTER)
                        .tag("D219"));
    }

    static Section rollbackPlan() {
        return section(
                "Rollback plan",
                signOff("the rollback procedure is written")
                        .by(MANAGER)
                        .validFor(QUARTER)
                        .tag("D225"),
                signOff("the rollback was tried in staging")
                        .by(MANAGER)
                        .validFor(QUARTER)
                        .tag("D226"));
    }
}
