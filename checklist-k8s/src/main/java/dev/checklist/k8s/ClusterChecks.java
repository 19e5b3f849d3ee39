package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.client.VersionInfo;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Has the checks of the cluster as a whole: is it there, is it the intended one, is it new enough. */
public final class ClusterChecks {
    private static final String KUBE_SYSTEM = "kube-system";

    private final ApiServer server;

    ClusterChecks(ApiServer server) {
        this.server = server;
    }

    /**
     * Passes when the API server accepts our credentials: it creates a self subject review and names a user other than
     * {@code system:anonymous}. That {@code /version} answers proves nothing, since it does so for anybody.
     */
    public Check isReachable() {
        return Check.of(
                "cluster is reachable", "cluster is reachable as an authenticated user", new IsReachable(server));
    }

    /**
     * Passes when this is the intended cluster: the uid of its namespace {@code kube-system} is the given one. A green
     * list on the wrong cluster is the worst result, so put this behind {@code orStop()} first.
     */
    public Check isCluster(String uid) {
        if (uid == null || uid.isBlank()) {
            throw new IllegalArgumentException("the uid of the cluster is " + (uid == null ? "null" : "blank")
                    + ": kubectl get namespace kube-system -o jsonpath={.metadata.uid} prints it");
        }
        return Check.of(
                "cluster is the intended one", "cluster is the intended one, " + uid, new IsCluster(server, uid));
    }

    /**
     * Passes when the server's version is at least this one, compared by major and minor number.
     *
     * @param version such as {@code 1.25}; a patch number is not compared
     */
    public Check isVersionAtLeast(String version) {
        ServerVersion least = ServerVersion.wanted(version);
        return Check.of("cluster is new enough", "cluster runs at least " + least, new IsVersionAtLeast(server, least));
    }

    record IsReachable(ApiServer server) implements Probe {
        private static final String REVIEW = "apis/authentication.k8s.io/v1/selfsubjectreviews";
        private static final String ACCESS = "apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

        @Override
        public Outcome evaluate(CheckContext context) throws Exception {
            try {
                String body = "{\"apiVersion\":\"authentication.k8s.io/v1\",\"kind\":\"SelfSubjectReview\"}";
                Reply reply = server.review(context, REVIEW, body);
                return reply.code() == 404 ? byAccess(context) : byUser(reply);
            } catch (ApiServer.Unreachable e) {
                return Outcome.error(String.valueOf(e.getMessage()));
            }
        }

        private Outcome byUser(Reply reply) {
            if (reply.code() != 201) {
                return refused(reply);
            }
            Object user = at(at(reply.as(Map.class, server.serialization()), "status"), "userInfo");
            Object name = at(user, "username");
            if (!(name instanceof String username) || username.isBlank()) {
                return Outcome.error(
                        "the server " + server.url() + " answered 201 without naming a user: is it the API server?");
            }
            return username.equals("system:anonymous")
                    ? Outcome.failed("expected an authenticated user but the server knows us as system:anonymous")
                            .conclusively()
                    : described("reachable as " + username).with("user", username);
        }

        /** Servers before 1.28 have no review of the user; only an authenticated one may create this one. */
        private Outcome byAccess(CheckContext context) throws Exception {
            String body = "{\"apiVersion\":\"authorization.k8s.io/v1\",\"kind\":\"SelfSubjectAccessReview\",\"spec\":"
                    + "{\"resourceAttributes\":{\"verb\":\"get\",\"resource\":\"namespaces\"}}}";
            Reply reply = server.review(context, ACCESS, body);
            if (reply.code() != 201) {
                return refused(reply);
            }
            Object allowed = at(at(reply.as(Map.class, server.serialization()), "status"), "allowed");
            return allowed instanceof Boolean
                    ? described("reachable; the server took an access review of ours")
                    : Outcome.error(
                            "the server " + server.url() + " answered 201 without a review: is it the API server?");
        }

        private Outcome refused(Reply reply) {
            String answer = reply.describe(server.serialization());
            return reply.code() == 401 || reply.code() == 403
                    ? Reader.notPermitted(reply.code(), "not permitted: create selfsubjectreviews", answer)
                    : Outcome.error("the server " + server.url() + " answered " + answer + " instead of a review");
        }

        private Outcome described(String seen) {
            Outcome outcome = Outcome.passed(seen).with("server", server.url()).identifiedBy("server", server.url());
            String name = server.context().orElse("");
            return name.isEmpty() ? outcome : outcome.with("context", name).identifiedBy("context", name);
        }

        private static @Nullable Object at(@Nullable Object value, String key) {
            return value instanceof Map<?, ?> map ? map.get(key) : null;
        }
    }

    record IsCluster(ApiServer server, String uid) implements Probe {
        @Override
        public Outcome evaluate(CheckContext context) throws Exception {
            return new Reader(server, context)
                    .get(ResourceType.NAMESPACE, "", KUBE_SYSTEM)
                    .judge(this::judge);
        }

        private Outcome judge(Namespace namespace) {
            String found = namespace.getMetadata().getUid();
            if (found == null || found.isBlank()) {
                return Outcome.error("the namespace kube-system has no uid: is it the API server?");
            }
            Outcome outcome = uid.toLowerCase(Locale.ROOT).equals(found.toLowerCase(Locale.ROOT))
                    ? Outcome.passed("the cluster is " + found)
                    : Outcome.failed("expected the cluster " + uid + " but this is " + found + " at " + server.url())
                            .conclusively();
            return outcome.with("cluster uid", found).identifiedBy("cluster uid", found);
        }
    }

    record IsVersionAtLeast(ApiServer server, ServerVersion least) implements Probe {
        @Override
        public Outcome evaluate(CheckContext context) throws Exception {
            try {
                return judge(server.get(context, "version"));
            } catch (ApiServer.Unreachable e) {
                return Outcome.error(String.valueOf(e.getMessage()));
            }
        }

        private Outcome judge(Reply reply) {
            VersionInfo info = reply.code() == 200 ? reply.as(VersionInfo.class, server.serialization()) : null;
            ServerVersion found = info == null ? null : ServerVersion.reported(info.getMajor(), info.getMinor());
            if (info == null || found == null) {
                return Outcome.error("expected a version but the server " + server.url() + " answered "
                        + reply.describe(server.serialization()));
            }
            Outcome outcome = found.compareTo(least) >= 0
                    ? Outcome.passed("the cluster runs " + info.getGitVersion() + ", at least " + least + " expected")
                    : Outcome.failed("expected at least " + least + " but the cluster runs " + info.getGitVersion())
                            .conclusively();
            return outcome.with("gitVersion", String.valueOf(info.getGitVersion()));
        }
    }
}
