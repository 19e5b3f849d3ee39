package dev.checklist.examples.world.fault;

import dev.checklist.examples.world.state.Availability;
import dev.checklist.examples.world.state.WorldState;

/** What can be wrong with the API server itself, or with the caller's way in. */
final class ApiFaults {
    private ApiFaults() {}

    static WorldState gone(WorldState state) {
        return state.withApi(state.api().with(Availability.GONE));
    }

    static WorldState hangs(WorldState state) {
        return state.withApi(state.api().with(Availability.HANGS));
    }

    static WorldState refusesToken(WorldState state) {
        return state.withApi(state.api().refusingToken());
    }

    static WorldState anonymous(WorldState state) {
        return state.withApi(state.api().withUsername("system:anonymous"));
    }

    static WorldState forbidsList(WorldState state) {
        return state.withApi(state.api().denying("list", "*"));
    }

    static WorldState forbidsSecrets(WorldState state) {
        return state.withApi(state.api().denying("*", "secrets"));
    }

    static WorldState tooOld(WorldState state) {
        return state.withApi(state.api().withGitVersion("v1.24.17"));
    }

    static WorldState otherCluster(WorldState state) {
        return state.changing(
                "Namespace//kube-system",
                namespace -> namespace.with("/metadata/uid", "0d8c4f5a-9b1e-4c7d-a2f3-5e6b7c8d9e0f"));
    }
}
