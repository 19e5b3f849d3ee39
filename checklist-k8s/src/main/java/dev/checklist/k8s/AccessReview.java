package dev.checklist.k8s;

import dev.checklist.Outcome;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks the server whether somebody may do something: the only one who knows, since rights come from roles, groups,
 * aggregation and webhooks.
 *
 * @param account the service account; empty for our own
 */
record AccessReview(String namespace, String account, String verb, ResourceName resource) {
    private static final String API = "apis/authorization.k8s.io/v1/";

    /** Is what the server decided. */
    record Decision(boolean isAllowed, String reason, String error) {}

    Decision ask(ApiServer server, Reader reader) throws Exception {
        boolean isOurs = account.isEmpty();
        String kind = isOurs ? "SelfSubjectAccessReview" : "SubjectAccessReview";
        Reply reply = server.review(
                reader.context(), API + (isOurs ? "selfsubjectaccessreviews" : "subjectaccessreviews"), body(kind));
        Map<?, ?> status;
        try {
            status = Reviews.status(server, reply, kind);
        } catch (Refusal refusal) {
            throw reply.code() == 403 && !isOurs
                    ? new Refusal(Outcome.notPermitted(refusal.reason()
                            + ": to ask about another account needs the right to create subjectaccessreviews"))
                    : refusal;
        }
        if (!(status.get("allowed") instanceof Boolean allowed)) {
            throw server.noAnswer("review to be decided", reply);
        }
        return new Decision(allowed, text(status.get("reason")), text(status.get("evaluationError")));
    }

    // Every part was checked when the list was built, and needs no escaping.
    private String body(String kind) {
        String attributes = "\"resourceAttributes\":{\"namespace\":\"" + namespace + "\",\"verb\":\"" + verb
                + "\",\"group\":\"" + resource.group() + "\",\"resource\":\"" + resource.resource() + "\""
                + (resource.subresource().isEmpty() ? "" : ",\"subresource\":\"" + resource.subresource() + "\"")
                + "}";
        String subject = account.isEmpty()
                ? ""
                : ",\"user\":\"system:serviceaccount:" + namespace + ":" + account
                        + "\",\"groups\":[\"system:serviceaccounts\",\"system:serviceaccounts:" + namespace
                        + "\",\"system:authenticated\"]";
        return "{\"apiVersion\":\"authorization.k8s.io/v1\",\"kind\":\"" + kind + "\",\"spec\":{" + attributes + subject
                + "}}";
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }

    @Override
    public String toString() {
        return verb + " " + resource + " in " + namespace;
    }
}
