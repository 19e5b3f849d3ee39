package dev.checklist.examples.mutation;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Effect;
import dev.checklist.Entry;
import dev.checklist.Status;
import dev.checklist.examples.page.Page;
import dev.checklist.examples.ticketer.TicketerChecklist;
import dev.checklist.examples.ticketer.TicketerSettings;
import dev.checklist.examples.trackdechets.TrackdechetsChecklist;
import dev.checklist.examples.trackdechets.TrackdechetsSettings;
import dev.checklist.examples.world.World;
import dev.checklist.examples.world.state.WorldState;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Result;
import dev.checklist.run.Selection;
import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A world with a page pointed at it, ready to be looked at again and again. */
final class Watch implements AutoCloseable {
    /** Latency, and paths that are asked slowly. */
    private static final Set<String> SLOW = Set.of("T50", "T77", "T94");

    private static final int LOOKS_OF_A_CLIENT = 4;

    private final World world;
    private final Map<String, String> settings;
    private final boolean isTicketer;
    private Page page;
    private List<Checklist> lists;
    private int looks;

    private Watch(World world, String list) {
        this.world = world;
        this.settings = new TreeMap<>(world.settings(list));
        this.isTicketer = list.equals("ticketer");
        settings.put("rollout.patience", "PT0.001S"); // a second reading, but no wait for it
        this.page = connect();
        this.lists = lists(page);
    }

    /** A line of one of the page's lists. */
    record Line(int list, String id) {}

    static Watch start(String list, WorldState state) throws IOException {
        return new Watch(World.start(state), list);
    }

    String setting(String name) {
        return String.valueOf(settings.get(name));
    }

    /**
     * Selects the machine lines whose probe is of a package, each once, but for those that take their time, read logs or
     * change something, which have worlds of their own.
     */
    Set<Line> lines(String probePackage) {
        Set<Line> lines = new LinkedHashSet<>();
        Set<String> titles = new HashSet<>();
        for (int i = 0; i < lists.size(); i++) {
            for (Entry entry : lists.get(i).entries()) {
                boolean isAsked = entry.item() instanceof Check check && isOf(check, probePackage);
                if (isAsked && titles.add(entry.item().title())) {
                    lines.add(new Line(i, entry.id()));
                }
            }
        }
        return lines;
    }

    private static boolean isOf(Check check, String probePackage) {
        Class<?> probe = check.probe().getClass();
        return probe.getPackageName().equals(probePackage)
                && !probe.getSimpleName().endsWith("LogLine")
                && check.effect() == Effect.NONE
                && Collections.disjoint(check.tags(), SLOW);
    }

    /** Returns which of the lines are not PASSED in that world; one that a setting switches off notices nothing. */
    Set<Line> broken(WorldState state, Set<Line> lines) {
        world.become(state);
        Set<Line> broken = new LinkedHashSet<>();
        look(lines, broken, false);
        broken.retainAll(lines);
        return broken;
    }

    /** Tells whether one of the lines is not PASSED in that world. */
    boolean notices(WorldState state, Set<Line> lines) {
        world.become(state);
        return notices(lines);
    }

    boolean notices(Set<Line> lines) {
        Set<Line> broken = new HashSet<>();
        look(lines, broken, true);
        return !broken.isEmpty();
    }

    private void look(Set<Line> lines, Set<Line> broken, boolean firstOnly) {
        reconnect();
        for (int i = 0; i < lists.size(); i++) {
            int list = i;
            String[] ids = lines.stream()
                    .filter(line -> line.list() == list)
                    .map(Line::id)
                    .toArray(String[]::new);
            if (ids.length > 0 && (broken.isEmpty() || !firstOnly)) {
                ChecklistRunner.create().withSelection(Selection.all().only(ids)).run(lists.get(i)).lines().stream()
                        .filter(result -> result.status() != Status.PASSED && result.status() != Status.SKIPPED)
                        .map(Result::line)
                        .forEach(line -> broken.add(new Line(list, line.id())));
            }
        }
    }

    /** Takes a new client now and then: one slows down after a hundred requests, to spare a real server. */
    private void reconnect() {
        if (++looks % LOOKS_OF_A_CLIENT == 0) {
            page.close();
            page = connect();
            lists = lists(page);
        }
    }

    private Page connect() {
        return isTicketer
                ? new TicketerChecklist(TicketerSettings.of(settings))
                : new TrackdechetsChecklist(TrackdechetsSettings.of(settings));
    }

    private static List<Checklist> lists(Page page) {
        return page instanceof TicketerChecklist ticketer
                ? List.of(ticketer.page())
                : List.copyOf(page.phases().values());
    }

    @Override
    public void close() {
        page.close();
        world.close();
    }
}
