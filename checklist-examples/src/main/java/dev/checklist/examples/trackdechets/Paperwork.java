package dev.checklist.examples.trackdechets;

import static dev.checklist.Checklists.each;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.settingIs;
import static dev.checklist.Checklists.signOff;

import dev.checklist.Item;
import dev.checklist.Section;
import java.util.Map;
import java.util.TreeMap;

/** Is the part of the page that only people can answer: D215 to D219, D225, D226, D232 to D240. */
final class Paperwork {
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
                                line -> signOff(line.getValue())
                                        .by("release manager")
                                        .tag("D" + line.getKey())))
                .onlyIf(settingIs("environment", release.environment(), "production"));
    }

    static Section documentation() {
        return section(
                "Documentation",
                signOff("the date of the deployment is recorded").by("release manager").tag("D215"),
                signOff("the configuration is documented").by("DevOps lead").tag("D216"),
                signOff("the credentials are in the password store").by("DevOps lead").tag("D217"),
                signOff("the runbook covers daily operations").by("DevOps lead").tag("D218"),
                signOff("the team can deploy without its author").by("DevOps lead").tag("D219"));
    }

    static Section rollbackPlan(Item previousImages) {
        return section(
                "Rollback plan",
                previousImages,
                signOff("the rollback procedure is written").by("release manager").tag("D225"),
                signOff("the rollback was tried in staging").by("release manager").tag("D226"));
    }

    static Section closing() {
        String manager = "release manager";
        return section(
                "Sign-off",
                signOff("the deployment is complete").by(manager).tag("D255"),
                signOff("every line of the verification passed").by(manager).tag("D256"),
                signOff("the performance is as expected").by(manager).tag("D258"),
                signOff("the report is archived").by(manager).tag("D259"));
    }
}
