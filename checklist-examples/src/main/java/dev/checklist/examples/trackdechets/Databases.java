package dev.checklist.examples.trackdechets;

import static dev.checklist.Checklists.signOff;

import dev.checklist.Checklists;
import dev.checklist.Item;
import dev.checklist.Section;
import dev.checklist.http.HttpChecks;
import dev.checklist.k8s.NamespacedChecks;
import java.nio.file.Path;
import java.time.Duration;

/** Is the part of the page about the databases' content and their retention: D109 and D156 to D160. */
final class Databases {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final String ALIAS = "bsds";

    private final NamespacedChecks namespace;
    private final HttpChecks http;
    private final TrackdechetsSettings settings;

    Databases(NamespacedChecks namespace, HttpChecks http, TrackdechetsSettings settings) {
        this.namespace = namespace;
        this.http = http;
        this.settings = settings;
    }

    Section section() {
        return Checklists.section(
                "Content of the databases",
                migrations(),
                index(),
                namespace.psmdb("mongodb").replicaSetsAreInitialized().tag("D160"));
    }

    /** The database has an address inside the cluster only. */
    private Item migrations() {
        Path wanted = settings.workplace().repository().resolve("prisma/migrations");
        return settings.services()
                .tunnels()
                .database()
                .<Item>map(database -> database.checks()
                        .prismaMigrations()
                        .areApplied(wanted)
                        .remedy("./kubernetes/scripts/migrate.sh, and read the log of its job")
                        .tag("D157", "D158"))
                .orElseGet(
                        () -> signOff("every migration of the release ran, and none failed: open a tunnel and name it"
                                        + " in jdbc.url, or look at the log of the job")
                                .by("release manager")
                                .tag("D157", "D158"));
    }

    /** The search engine has an address inside the cluster only. */
    private Item index() {
        return settings.services()
                .tunnels()
                .search()
                .<Item>map(url -> http.below(url.toString())
                        .get("/_cat/aliases/" + ALIAS + "?format=json")
                        .hasJsonAt("/0/alias", ALIAS)
                        .named("the alias " + ALIAS + " points at an index")
                        .tag("D159"))
                .orElseGet(() -> signOff("the alias " + ALIAS + " points at an index: open a tunnel and name it in"
                                + " search.url, or look inside the cluster")
                        .by("release manager")
                        .tag("D159"));
    }

    Section retention() {
        return Checklists.section(
                "Retention of backups",
                namespace.cnpgCluster("postgres").hasRetention(KEPT).tag("D109"),
                namespace.psmdb("mongodb").hasRetention(KEPT).tag("D109"));
    }

    Section backups() {
        Duration fresh = Duration.ofHours(26);
        return Checklists.section(
                "Backup jobs",
                namespace
                        .cnpgCluster("postgres")
                        .hasBackupNewerThan(fresh)
                        .because("a backup each night, and two hours for a night that was slow")
                        .tag("D190"),
                namespace
                        .psmdb("mongodb")
                        .hasBackupNewerThan(fresh)
                        .because("a backup each night, and two hours for a night that was slow")
                        .tag("D191"));
    }
}
