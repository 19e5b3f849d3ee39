package dev.checklist.examples.trackdechets;

import dev.checklist.Checklists;
import dev.checklist.Derived;
import dev.checklist.Item;
import dev.checklist.Section;
import dev.checklist.history.RunArchive;
import dev.checklist.k8s.NamespacedChecks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Is the part of the page that is looked at every hour for a day: D244 to D251. Each run of this phase is one look; the
 * lines of the day count the runs that the archive holds.
 */
final class FirstDay {
    private static final int LEAST_PODS = 11;
    private static final int PERCENT = 90;

    private final NamespacedChecks namespace;
    private final Measured measured;
    private final RunArchive archive;

    FirstDay(NamespacedChecks namespace, Measured measured, RunArchive archive) {
        this.namespace = namespace;
        this.measured = measured;
        this.archive = archive;
    }

    /** One look at what a box asks for. */
    private record Look(String box, String statement, Section now) {}

    List<Section> sections() {
        List<Item> now = new ArrayList<>();
        List<Item> day = new ArrayList<>();
        for (Look look : looks()) {
            now.add(look.now());
            day.add(held(look));
        }
        return List.of(Checklists.section("This hour", now), Checklists.section("The day", day));
    }

    private Derived held(Look look) {
        return archive.soak(Duration.ofHours(24))
                .every(Duration.ofHours(1))
                .maxMissed(1)
                .of(look.statement() + " for a day", look.now())
                .tag(look.box());
    }

    private List<Look> looks() {
        Duration backup = Duration.ofHours(26);
        return List.of(
                look("D244", "the pods are healthy", namespace.pods().areHealthy(LEAST_PODS)),
                look(
                        "D245",
                        "the logs are free of errors",
                        namespace
                                .pods("app.kubernetes.io/part-of=trackdechets")
                                .logs()
                                .since(Duration.ofHours(1))
                                .allowingSilence()
                                .hasNoLogLine("(?i)\\b(error|fatal|panic)\\b")),
                look("D246", "the queues are worked through", measured.queues()),
                look("D247", "the databases answer fast", measured.databases()),
                look(
                        "D248",
                        "the autoscalers are active",
                        namespace.allAutoscalers(Deployments.SERVED.size()).areActive()),
                look(
                        "D249",
                        "the backup jobs succeed",
                        namespace.cnpgCluster("postgres").hasBackupNewerThan(backup),
                        namespace.psmdb("mongodb").hasBackupNewerThan(backup)),
                look(
                        "D250",
                        "the usage is below the limits",
                        namespace.metrics().areBelow(PERCENT),
                        measured.volumes(PERCENT)),
                look("D251", "no alert fires", measured.alerts()));
    }

    private static Look look(String box, String statement, Item first, Item... rest) {
        return new Look(
                box, statement, Checklists.section(statement, first, rest).tag(box));
    }
}
