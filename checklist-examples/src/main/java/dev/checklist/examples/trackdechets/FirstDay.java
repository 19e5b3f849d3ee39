package dev.checklist.examples.trackdechets;

import static dev.checklist.Checklists.signOff;

import dev.checklist.Checklists;
import dev.checklist.Section;
import dev.checklist.k8s.NamespacedChecks;
import java.time.Duration;

/** Is the part of the page that is looked at every hour for a day: D244 to D251. */
final class FirstDay {
    private final NamespacedChecks namespace;

    FirstDay(NamespacedChecks namespace) {
        this.namespace = namespace;
    }

    Section section() {
        return Checklists.section(
                "Every hour",
                namespace.pods().areHealthy(11).tag("D244"),
                namespace
                        .pods("app.kubernetes.io/part-of=trackdechets")
                        .logs()
                        .since(Duration.ofHours(1))
                        .allowingSilence()
                        .hasNoLogLine("(?i)\\b(error|fatal|panic)\\b")
                        .tag("D245"),
                signOff("the queues are worked through as fast as before").by("DevOps lead").tag("D246"),
                signOff("the databases answer as fast as before").by("DevOps lead").tag("D247"),
                namespace.allAutoscalers(Deployments.SERVED.size()).areActive().tag("D248"),
                namespace.cnpgCluster("postgres").hasBackupNewerThan(Duration.ofHours(26)).tag("D249"),
                namespace.psmdb("mongodb").hasBackupNewerThan(Duration.ofHours(26)).tag("D249"),
                namespace.metrics().areBelow(90).tag("D250"),
                signOff("no alert fires").by("DevOps lead").tag("D251"));
    }
}
