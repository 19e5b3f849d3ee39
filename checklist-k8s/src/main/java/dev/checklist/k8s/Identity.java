package dev.checklist.k8s;

import dev.checklist.Outcome;
import java.util.Optional;

/** Adds to an outcome which cluster was asked. */
final class Identity {
    private Identity() {}

    static Outcome of(ApiServer server, Outcome outcome) {
        Outcome placed = outcome.with("server", server.url()).identifiedBy("server", server.url());
        Optional<String> context = server.context();
        return context.isEmpty()
                ? placed
                : placed.with("context", context.get()).identifiedBy("context", context.get());
    }
}
