package dev.checklist.local;

import dev.checklist.CheckContext;
import java.util.List;

/** Is a program of this machine, by its name in PATH. */
record Tool(Place place, String name) {
    Ended run(List<String> arguments, CheckContext context) throws Obstacle, InterruptedException {
        return Execution.of(Command.in(place, new Programs(place).find(name), arguments), context.remaining());
    }
}
