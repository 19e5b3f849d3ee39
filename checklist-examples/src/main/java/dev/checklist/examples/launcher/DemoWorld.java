package dev.checklist.examples.launcher;

import dev.checklist.examples.world.World;
import dev.checklist.examples.world.fault.Breakage;
import dev.checklist.examples.world.state.WorldState;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Is the embedded world, in this process; it ends when this is closed, and its files go also when somebody presses Ctrl-C. */
final class DemoWorld implements Places {
    private final World world;
    private final Thread end;

    private DemoWorld(World world) {
        this.world = world;
        this.end = new Thread(world::close, "world-end");
        Runtime.getRuntime().addShutdownHook(end);
    }

    /**
     * Starts a world in which these pages can be run, broken in a way if one is named.
     *
     * @throws IOException if a part of it does not start
     */
    static DemoWorld start(List<String> pages, Optional<Breakage> broken) throws IOException {
        System.setProperty("io.netty.noUnsafe", "true"); // newer JDKs complain about its use on standard error
        WorldState healthy = healthy(pages);
        return new DemoWorld(
                World.start(broken.map(breakage -> breakage.apply(healthy)).orElse(healthy)));
    }

    private static WorldState healthy(List<String> pages) {
        if (pages.size() > 1) {
            return WorldState.both();
        }
        return pages.contains("ticketer") ? WorldState.ticketer() : WorldState.trackdechets();
    }

    @Override
    public Map<String, String> settings(String page) {
        return world.settings(page);
    }

    @Override
    public void close() {
        world.close();
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException e) {
            return; // the process is ending already, and the hook finds a closed world
        }
    }
}
