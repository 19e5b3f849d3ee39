package dev.checklist.examples;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Entry;
import dev.checklist.examples.launcher.ScriptedAttestor;
import dev.checklist.examples.page.Phase;
import dev.checklist.examples.trackdechets.TrackdechetsChecklist;
import dev.checklist.examples.trackdechets.TrackdechetsSettings;
import dev.checklist.examples.world.World;
import dev.checklist.examples.world.fault.TrackdechetsFault;
import dev.checklist.examples.world.state.WorldState;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Runs every phase of Trackdéchets' list against broken worlds, in one world that becomes each where that is possible. */
final class BrokenTrackdechets implements AutoCloseable {
    private static final WorldState HEALTHY = WorldState.trackdechets();

    private final World world;

    private BrokenTrackdechets(World world) {
        this.world = world;
    }

    static BrokenTrackdechets start() throws IOException {
        return new BrokenTrackdechets(World.start(HEALTHY));
    }

    /** Returns the lines that are broken in that world: FAILED as they are, with an exclamation mark before an ERROR. */
    List<String> brokenBy(TrackdechetsFault fault) throws IOException {
        WorldState broken = fault.apply(HEALTHY);
        boolean isElsewhere = !broken.facts().equals(HEALTHY.facts())
                || !broken.database().equals(HEALTHY.database())
                || !broken.surroundings()
                        .certificate()
                        .equals(HEALTHY.surroundings().certificate());
        if (isElsewhere) {
            try (World own = World.start(broken)) {
                return lines(run(own, fault), own.settings("trackdechets"));
            }
        }
        world.become(broken);
        return lines(run(world, fault), world.settings("trackdechets"));
    }

    /** Returns every line that a machine answers. */
    List<String> machineLines() {
        Map<String, String> settings = world.settings("trackdechets");
        List<String> lines = new ArrayList<>();
        try (TrackdechetsChecklist page = new TrackdechetsChecklist(TrackdechetsSettings.of(settings))) {
            page.phases()
                    .forEach((phase, list) -> list.entries().stream()
                            .map(Entry::item)
                            .filter(Check.class::isInstance)
                            .forEach(item -> lines.add(phase.id() + ": " + BrokenLines.named(item.title(), settings))));
        }
        return lines;
    }

    private static Map<Phase, Report> run(World world, TrackdechetsFault fault) throws IOException {
        Map<String, String> settings = new TreeMap<>(world.settings("trackdechets"));
        settings.put("rollout.patience", "PT0.001S"); // a second reading, but no wait for it
        // A past of its own: no other world's reports speak for it, or are read for each of its lines.
        settings.computeIfPresent(
                "archive", (name, folder) -> Path.of(folder, fault.title()).toString());
        Map<Phase, Report> reports = new TreeMap<>();
        for (Phase phase : Phase.values()) {
            // A client of its own for each phase: one slows down after a hundred requests, to spare a real server.
            try (TrackdechetsChecklist page = new TrackdechetsChecklist(TrackdechetsSettings.of(settings))) {
                Checklist list = Objects.requireNonNull(page.phases().get(phase));
                Report report = ChecklistRunner.create()
                        .withSecrets(page.secrets())
                        .withAttestor(new ScriptedAttestor())
                        .run(list);
                reports.put(phase, report);
                var unused = page.archive().add(report);
            }
        }
        return reports;
    }

    private static List<String> lines(Map<Phase, Report> reports, Map<String, String> settings) {
        List<String> lines = new ArrayList<>();
        reports.forEach((phase, report) ->
                BrokenLines.of(report, settings).forEach(line -> lines.add(BrokenLines.in(phase.id(), line))));
        return lines;
    }

    @Override
    public void close() {
        world.close();
    }

    /** Prints the table anew, to be reviewed by hand. */
    public static void main(String[] arguments) throws IOException {
        try (BrokenTrackdechets worlds = start()) {
            for (TrackdechetsFault fault : TrackdechetsFault.values()) {
                if (arguments.length == 0 || List.of(arguments).contains(fault.title())) {
                    System.out.println(fault.title());
                    worlds.brokenBy(fault).forEach(line -> System.out.println("  " + line));
                    System.out.flush();
                }
            }
        }
    }
}
