package dev.checklist.examples.ticketer;

import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;

import dev.checklist.Item;
import dev.checklist.Section;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Is the part of the page that only people can answer: what goes on after the release. */
final class Operations {
    private static final Duration QUARTER = Duration.ofDays(90);

    private Operations() {}

    static List<Item> sections(Path repository, Section backups) {
        return List.of(
                section(
                        "Monitoring",
                        signOff("a dashboard is set up")
                                .by("DevOps lead")
                                .validFor(QUARTER)
                                .tag("T99"),
                        signOff("critical problems raise an alert")
                                .by("DevOps lead")
                                .validFor(QUARTER)
                                .tag("T100"),
                        signOff("somebody reads the logs at intervals")
                                .by("DevOps lead")
                                .validFor(QUARTER)
                                .tag("T101"),
                        signOff("usage trends are followed")
                                .by("DevOps lead")
                                .validFor(QUARTER)
                                .tag("T102")),
                section(
                        "Maintenance",
                        signOff("the update procedure is written")
                                .by("DevOps lead")
                                .over(repository.resolve("docs/update.md"))
                                .tag("T105"),
                        signOff("the rollback procedure is written")
                                .by("DevOps lead")
                                .over(repository.resolve("docs/rollback.md"))
                                .tag("T106"),
                        signOff("backups are verified on a schedule")
                                .by("DevOps lead")
                                .validFor(QUARTER)
                                .tag("T107"),
                        signOff("dependency updates are planned")
                                .by("development lead")
                                .validFor(QUARTER)
                                .tag("T108"),
                        signOff("security patches have a schedule")
                                .by("security review")
                                .validFor(QUARTER)
                                .tag("T109")),
                backups);
    }

    /** Asks about the backups, which no machine sees: the way back needs them too. */
    static Section backups(Path repository) {
        return section(
                "Backup and recovery",
                signOff("the provider backs the database up")
                        .by("DevOps lead")
                        .withEvidence()
                        .validFor(QUARTER)
                        .tag("T112"),
                signOff("a restore was tried")
                        .by("DevOps lead")
                        .withEvidence()
                        .validFor(QUARTER)
                        .tag("T113"),
                signOff("the recovery plan is written")
                        .by("DevOps lead")
                        .over(repository.resolve("docs/recovery.md"))
                        .tag("T114"),
                signOff("RTO and RPO are set and within reach")
                        .by("DevOps lead")
                        .withEvidence()
                        .validFor(QUARTER)
                        .tag("T115"));
    }
}
