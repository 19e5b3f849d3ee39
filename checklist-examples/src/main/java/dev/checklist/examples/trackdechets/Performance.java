package dev.checklist.examples.trackdechets;

import static dev.checklist.Checklists.signOff;

import dev.checklist.Checklists;
import dev.checklist.Section;
import dev.checklist.k8s.NamespacedChecks;
import java.time.Instant;

/** Is the part of the page about performance, which people judge by what they measured: D197 to D200. */
final class Performance {
    private Performance() {}

    static Section section(NamespacedChecks namespace, Instant loadTestedAt) {
        return Checklists.section(
                "Performance",
                signOff("a load test was done, and its figures are attached")
                        .by("development lead")
                        .advisory()
                        .tag("D197"),
                namespace
                        .autoscaler(Deployments.API)
                        .hasScaledUpSince(loadTestedAt)
                        .orAsk(signOff("the API was seen to scale up under load")
                                .by("DevOps lead"))
                        .tag("D198"),
                signOff("the databases are fast enough, and the figures are attached")
                        .by("DevOps lead")
                        .tag("D199"),
                signOff("the queues are fast enough, and the figures are attached")
                        .by("DevOps lead")
                        .tag("D200"));
    }
}
