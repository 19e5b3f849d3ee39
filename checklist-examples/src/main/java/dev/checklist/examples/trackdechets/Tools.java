package dev.checklist.examples.trackdechets;

import static dev.checklist.Checklists.anyOf;

import dev.checklist.Checklists;
import dev.checklist.Section;
import dev.checklist.local.LocalChecks;

/** Is the part of the page about tools on this machine: D17 to D21. */
final class Tools {
    private Tools() {}

    static Section section(LocalChecks local, String context) {
        return Checklists.section(
                "Tools",
                local.tool("kubectl").isVersionAtLeast("1.25").tag("D17"),
                local.tool("kubectl")
                        .prints(context, "config", "current-context")
                        .because("the commands of the page name no context")
                        .remedy("kubectl config use-context " + context)
                        .tag("D17"),
                anyOf(
                                "kustomize is here, or kubectl has it",
                                local.tool("kustomize").isVersionAtLeast("4.0"),
                                local.tool("kubectl").runs("kustomize", "--help"))
                        .tag("D18"),
                local.tool("helm").isVersionAtLeast("3.0").tag("D19"),
                local.tool("docker")
                        .printsTextWith("\"Server\"", "version", "--format", "{{json .}}")
                        .named("docker is here and its daemon answers")
                        .tag("D20"),
                local.tool("git").isInstalled().tag("D21"));
    }
}
