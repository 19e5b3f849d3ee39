package dev.checklist.k8s.health;

import io.fabric8.kubernetes.api.model.Status;
import org.jspecify.annotations.Nullable;

/**
 * What an answer means that is not the object asked for. Only two of them say something about the cluster; the others
 * say that we could not look, and none of them is ever a verdict on an object.
 */
public enum Answer {
    /** There is no such object, or no such namespace: the server does not tell which. */
    ABSENT,
    /** The server serves no such kind: its CustomResourceDefinition or API group is not installed. */
    KIND_NOT_SERVED,
    /** The account may not ask; the object may well be there. */
    NOT_PERMITTED,
    /** The continuation of a list is gone: begin the list again, once, and never judge the part that was read. */
    LIST_EXPIRED,
    /** The server did not answer, or not to the question. */
    UNREACHABLE;

    /**
     * Tells absent, forbidden and unreachable apart.
     *
     * @param code the HTTP status; 0 when there was no answer at all
     * @param body the Status object in the answer; null when it had none
     * @return what the answer means
     * @throws IllegalArgumentException for a 2xx status, whose body is the object
     */
    public static Answer of(int code, @Nullable Status body) {
        if (code >= 200 && code < 300) {
            throw new IllegalArgumentException("code must be of an answer without the object, was " + code);
        }
        return switch (code) {
            case 401, 403 -> NOT_PERMITTED;
            case 404 -> isAboutObject(body) ? ABSENT : KIND_NOT_SERVED;
            case 410 -> LIST_EXPIRED;
            default -> UNREACHABLE;
        };
    }

    /**
     * Tells whether the answer proves something about the cluster, or only that we could not look.
     *
     * @return true for {@link #ABSENT} and {@link #KIND_NOT_SERVED}
     */
    public boolean isEvidence() {
        return this == ABSENT || this == KIND_NOT_SERVED;
    }

    // A path that is not served is answered in plain text, or by a Status that names no object.
    private static boolean isAboutObject(@Nullable Status body) {
        return body != null && body.getDetails() != null && body.getDetails().getName() != null;
    }
}
