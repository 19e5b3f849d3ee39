package dev.checklist.k8s;

import dev.checklist.Outcome;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks the server who we are, by a review that creates nothing. */
record IsReachable(ApiServer server) implements ClusterProbe {
    private static final String REVIEW = "apis/authentication.k8s.io/v1/selfsubjectreviews";
    private static final String ACCESS_REVIEW = "apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

    private static final ServerVersion FIRST_WITH_REVIEW = new ServerVersion(1, 28);

    @Override
    public Rights needs() {
        return Rights.none();
    }

    @Override
    public Outcome judge(Reader reader) throws Exception {
        String body = "{\"apiVersion\":\"authentication.k8s.io/v1\",\"kind\":\"SelfSubjectReview\"}";
        Reply reply = server.review(reader.context(), REVIEW, body);
        Reply about = server.version(reader.context());
        Outcome outcome = isUnknown(reply, about) ? byAccess(reader) : byUser(reply);
        String version = ServerVersion.shown(about);
        return version.isEmpty() ? outcome : outcome.with("version", version);
    }

    /** An authorizer refuses what nobody has granted before the server finds that it does not know it. */
    private static boolean isUnknown(Reply reply, Reply about) {
        return reply.code() == 404 || reply.code() == 403 && ServerVersion.isBefore(FIRST_WITH_REVIEW, about);
    }

    private Outcome byUser(Reply reply) throws Refusal {
        Object name = at(at(Reviews.status(server, reply, "SelfSubjectReview"), "userInfo"), "username");
        if (!(name instanceof String user) || user.isBlank()) {
            throw server.noAnswer("review to name a user", reply);
        }
        return user.equals("system:anonymous")
                ? Outcome.failed("expected an authenticated user but the server knows us as system:anonymous")
                        .conclusively()
                : Identity.of(server, Outcome.passed("reachable as " + user)).with("user", user);
    }

    /** An older server does not say who we are. It refuses wrong credentials, but may let the anonymous user ask. */
    private Outcome byAccess(Reader reader) throws Exception {
        String body = "{\"apiVersion\":\"authorization.k8s.io/v1\",\"kind\":\"SelfSubjectAccessReview\",\"spec\":"
                + "{\"resourceAttributes\":{\"verb\":\"get\",\"resource\":\"namespaces\"}}}";
        Reply reply = server.review(reader.context(), ACCESS_REVIEW, body);
        if (!(at(Reviews.status(server, reply, "SelfSubjectAccessReview"), "allowed") instanceof Boolean)) {
            throw server.noAnswer("review to be decided", reply);
        }
        return server.sendsCredentials()
                ? Identity.of(server, Outcome.passed("reachable; the server took an access review of ours"))
                        .warning("the server is too old to say who we are")
                : Outcome.error("the server is too old to say who we are, and the client has no credentials of its own:"
                        + " we may be anonymous");
    }

    private static @Nullable Object at(@Nullable Object value, String key) {
        return value instanceof Map<?, ?> map ? map.get(key) : null;
    }
}
