package dev.checklist.examples.mutation;

import dev.checklist.examples.world.state.WorldState;
import java.util.function.Supplier;

/**
 * One thing that is not as it should be.
 *
 * @param id what, and how, as in {@code Deployment/ticketer/ticketer /status/readyReplicas decreased}
 * @param world the healthy world but for that
 * @param plural the kind of the object that it is in, as in {@code deployments}; empty where any line may notice it
 */
record Mutation(String id, Supplier<WorldState> world, String plural) {
    Mutation(String id, Supplier<WorldState> world) {
        this(id, world, "");
    }

    @Override
    public String toString() {
        return id;
    }
}
