package dev.checklist.examples.world.fault;

import dev.checklist.examples.world.state.WorldState;
import java.util.List;
import java.util.stream.Stream;

/** What the containers of Trackdéchets can have written, or not. */
final class LogFaults {
    private static final String POD = "-6d4b9c7f58-2xk8p/";

    private LogFaults() {}

    static WorldState lost(WorldState state) {
        return saying(state, "api", "warn redis-0: connection timed out, trying again");
    }

    static WorldState neverConnected(WorldState state) {
        return silent(state, "api");
    }

    static WorldState idle(WorldState state) {
        WorldState idle = silent(state, "cron");
        for (String name : SurroundingFaults.IMAGES) {
            idle = name.startsWith("queues-") ? silent(idle, name) : idle;
        }
        return idle;
    }

    static WorldState fatal(WorldState state) {
        return saying(state, "queues-runner", "fatal unhandled rejection in job 4711");
    }

    private static WorldState saying(WorldState state, String name, String line) {
        return state.logging(
                log(name),
                lines -> Stream.concat(lines.stream(), Stream.of("${now-20s} " + line))
                        .toList());
    }

    private static WorldState silent(WorldState state, String name) {
        return state.logging(log(name), lines -> List.of(lines.get(0), lines.get(2)));
    }

    private static String log(String name) {
        return "trackdechets/" + name + POD + name;
    }
}
