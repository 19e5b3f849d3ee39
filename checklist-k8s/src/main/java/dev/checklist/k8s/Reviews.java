package dev.checklist.k8s;

import dev.checklist.Outcome;
import java.util.Map;

/** Reads the answers to reviews, which a server writes as objects that it has created and never keeps. */
final class Reviews {
    private static final int CREATED = 201;

    private Reviews() {}

    /**
     * Returns the status of a review.
     *
     * @throws Refusal if the answer is none to it
     */
    static Map<?, ?> status(ApiServer server, Reply reply, String kind) throws Refusal {
        switch (reply.code()) {
            case CREATED -> {
                Map<?, ?> review = reply.as(Map.class);
                if (review != null
                        && kind.equals(review.get("kind"))
                        && review.get("status") instanceof Map<?, ?> status) {
                    return status;
                }
                throw server.noAnswer("review", reply);
            }
            case 401 -> throw server.notAccepted("a " + kind, reply);
            case 403 -> throw new Refusal(Outcome.notPermitted("not permitted: create a " + kind + " (" + reply + ")"));
            case 200 -> throw server.noAnswer("review", reply);
            default -> throw Refusal.error(server.answered("a " + kind, reply));
        }
    }
}
