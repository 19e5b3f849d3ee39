package dev.checklist.examples.world;

import dev.checklist.examples.world.fault.Fault;
import dev.checklist.examples.world.state.WorldState;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@link WorldMain} was asked for.
 *
 * @param settingsOut the settings file to write
 * @param broken how to break the world, if at all
 */
record WorldArguments(Path settingsOut, Optional<Fault> broken) {

    static WorldArguments parse(String... arguments) {
        Optional<Path> settingsOut = Optional.empty();
        Optional<Fault> broken = Optional.empty();
        List<String> left = List.of(arguments);
        while (!left.isEmpty()) {
            String name = left.get(0);
            if (left.size() < 2) {
                throw usage(name + " needs a value");
            }
            switch (name) {
                case "--settings-out" -> settingsOut = Optional.of(Path.of(left.get(1)));
                case "--broken" -> broken = Optional.of(Fault.find(left.get(1)));
                default -> throw usage("unknown argument " + name);
            }
            left = left.subList(2, left.size());
        }
        return new WorldArguments(settingsOut.orElseThrow(() -> usage("--settings-out is missing")), broken);
    }

    WorldState state() {
        WorldState healthy = WorldState.ticketer();
        return broken.map(breakage -> breakage.apply(healthy)).orElse(healthy);
    }

    private static IllegalArgumentException usage(String problem) {
        return new IllegalArgumentException(problem
                + "; usage: --settings-out FILE [--broken NAME], where NAME is one of\n" + Fault.list(Fault.all()));
    }
}
