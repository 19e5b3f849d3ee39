package dev.checklist.examples.mutation;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Effect;
import dev.checklist.Entry;
import dev.checklist.Status;
import dev.checklist.examples.ticketer.TicketerChecklist;
import dev.checklist.examples.ticketer.TicketerSettings;
import dev.checklist.examples.world.World;
import dev.checklist.examples.world.state.WorldState;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.Selection;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A world with the list pointed at it, ready to be looked at again and again. */
final class Watch implements AutoCloseable {
    /** Latency, paths that are asked slowly, and logs, for which pods are listed twice. */
    private static final Set<String> SLOW = Set.of("T50", "T77", "T94");

    private final World world;
    private final Map<String, String> settings;
    private final Checklist page;

    private Watch(World world) {
        this.world = world;
        this.settings = new TreeMap<>(world.settings());
        settings.put("rollout.patience", "PT0.001S"); // a second reading, but no wait for it
        try (TicketerChecklist ticketer = connect()) {
            this.page = ticketer.page();
        }
    }

    static Watch start(WorldState state) throws IOException {
        return new Watch(World.start(state));
    }

    String setting(String name) {
        return String.valueOf(settings.get(name));
    }

    /** Selects the machine lines whose probe is of a package, but for those that take their time or change something,
     * which have worlds of their own. */
    Selection lines(String probePackage) {
        String[] ids = page.entries().stream()
                .filter(entry -> entry.item() instanceof Check check
                        && check.probe().getClass().getPackageName().equals(probePackage)
                        && check.effect() == Effect.NONE
                        && Collections.disjoint(check.tags(), SLOW))
                .map(Entry::id)
                .toArray(String[]::new);
        return Selection.all().only(ids);
    }

    /** Returns the selected lines that are not PASSED in that world. */
    List<Result> look(WorldState state, Selection selection) {
        world.become(state);
        return look(selection);
    }

    List<Result> look(Selection selection) {
        // A client of its own for each look: one slows down after a hundred requests, to spare a real server.
        try (TicketerChecklist ticketer = connect()) {
            Report report = ChecklistRunner.create().withSelection(selection).run(ticketer.page());
            return report.lines().stream()
                    .filter(line -> line.status() != Status.PASSED)
                    .toList();
        }
    }

    private TicketerChecklist connect() {
        return new TicketerChecklist(TicketerSettings.of(settings));
    }

    @Override
    public void close() {
        world.close();
    }
}
