package dev.checklist.examples.trackdechets;

import static dev.checklist.Checklists.signOff;

import dev.checklist.Checklists;
import dev.checklist.Section;

/** Is the part of the page about tools on this machine: D17 to D21. */
final class Tools {
    private static final String ROLE = "release manager";

    private Tools() {}

    static Section section() {
        return Checklists.section(
                "Tools",
                signOff("kubectl is installed and points at the same context")
                        .by(ROLE)
                        .tag("D17"),
                signOff("kustomize is installed, or kubectl has it").by(ROLE).tag("D18"),
                signOff("helm is installed").by(ROLE).tag("D19"),
                signOff("docker is installed and its daemon answers").by(ROLE).tag("D20"),
                signOff("git is installed").by(ROLE).tag("D21"));
    }
}
