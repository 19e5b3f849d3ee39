package dev.checklist.k8s;

import dev.checklist.Outcome;
import io.fabric8.kubernetes.api.model.ObjectMeta;

/** Words the answers that are neither the thing asked for nor its absence; none of them judges the cluster. */
final class Refusals {
    private Refusals() {}

    static Refusal of(ApiServer server, String verb, ResourceType<?> type, String namespace, Reply reply) {
        String what = verb + " " + type.qualified() + (namespace.isEmpty() ? "" : " in " + namespace);
        return switch (reply.code()) {
            case 401 -> server.notAccepted(what, reply);
            case 403 -> new Refusal(Outcome.notPermitted("not permitted: " + what + " (" + reply + ")"));
            case 404 ->
                Refusal.error("the server " + server.url() + " does not serve " + type.plural() + " at /" + type.api()
                        + " (" + reply + "): is it the API server, and new enough?");
            default -> Refusal.error(server.answered(what, reply));
        };
    }

    /** Tells whether an object is of the namespace that was asked. */
    static boolean isIn(String namespace, ObjectMeta metadata) {
        return namespace.isEmpty() || metadata.getNamespace() == null || namespace.equals(metadata.getNamespace());
    }
}
