package dev.checklist.examples.trackdechets;

import static dev.checklist.Checklists.each;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.settingIs;
import static dev.checklist.Checklists.signOff;

import dev.checklist.Item;
import dev.checklist.Section;
import dev.checklist.examples.settings.DatabaseSettings;
import dev.checklist.k8s.NamespacedChecks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Is the way back: is there one, and, once it was gone, does everything stand again, as it was before? */
final class Rollback {
    private static final String NONE = "none";

    private final NamespacedChecks namespace;
    private final Rollout rollout;
    private final TrackdechetsSettings settings;

    Rollback(NamespacedChecks namespace, Rollout rollout, TrackdechetsSettings settings) {
        this.namespace = namespace;
        this.rollout = rollout;
        this.settings = settings;
    }

    List<Item> lines(List<Item> wayBack) {
        List<Item> lines = new ArrayList<>(wayBack);
        lines.add(section(
                "Everything stands",
                each(Deployments.ALL, rollout::isRolledOut),
                namespace.pods().areHealthy(11)));
        lines.add(releaseBefore());
        return lines;
    }

    /** Nobody but the settings can say that there was a roll-back, and to which release. */
    private Section releaseBefore() {
        Optional<TrackdechetsSettings.Back> back = settings.release().back();
        String version = back.map(TrackdechetsSettings.Back::version).orElse(NONE);
        return section(
                        "The release before is back",
                        each(Deployments.ALL, name -> rollout.runs(name, version)),
                        database(back.flatMap(TrackdechetsSettings.Back::migration)))
                .onlyIf(settingIs("rollback.version", back.isPresent() ? "a version" : NONE, "a version"));
    }

    /** A release meets in vain what a later one made of the database: an undo of the deployments leaves that as it is. */
    private Item database(Optional<String> migration) {
        Optional<DatabaseSettings> database = settings.services().tunnels().database();
        return database.isPresent() && migration.isPresent()
                ? database.get()
                        .checks()
                        .query("SELECT max(migration_name) FROM _prisma_migrations WHERE rolled_back_at IS NULL")
                        .returns(migration.get())
                        .named("the newest migration is the last that the release before knows")
                        .remedy("undo the later migrations, or go forward again with a release that copes with them")
                : signOff("the release before copes with the database as it is").by("release manager");
    }
}
