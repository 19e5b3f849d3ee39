package dev.checklist.examples.mutation;

import dev.checklist.examples.world.state.WorldState;

/**
 * One thing that is not as it should be.
 *
 * @param id what, and how, as in {@code Deployment/ticketer/ticketer /status/readyReplicas decreased}
 * @param world the healthy world but for that
 */
record Mutation(String id, WorldState world) {
    @Override
    public String toString() {
        return id;
    }
}
