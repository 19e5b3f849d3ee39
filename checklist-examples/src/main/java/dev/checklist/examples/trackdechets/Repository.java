package dev.checklist.examples.trackdechets;

import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;

import dev.checklist.Item;
import dev.checklist.Section;

/** Is the part of the page about files of the repository: D92 and D96 to D102. */
final class Repository {
    private static final String ROLE = "DevOps lead";

    private Repository() {}

    static Item holdsNoSecret() {
        return signOff("no secret is in version control").by("security review").tag("D92");
    }

    static Section manifests() {
        return section(
                "Manifests",
                section(
                                "Overlays",
                                signOff("the overlay's images are of our registry")
                                        .by(ROLE)
                                        .tag("D97"),
                                signOff("the overlay's images have the version as their tag")
                                        .by(ROLE)
                                        .tag("D98"),
                                signOff("the overlay's hosts are ours").by(ROLE).tag("D99"))
                        .tag("D96"),
                signOff("the config map says what this environment needs")
                        .by(ROLE)
                        .tag("D100"),
                signOff("the resource quota leaves room for a rollout")
                        .by(ROLE)
                        .tag("D101"),
                signOff("the limit range fits every container").by(ROLE).tag("D102"));
    }
}
