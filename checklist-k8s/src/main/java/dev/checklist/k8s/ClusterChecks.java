package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.Outcome;
import io.fabric8.kubernetes.api.model.Namespace;
import java.util.Locale;

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
     *
     * <p>Servers before 1.28 have no such review. There it passes, with a warning, when the server takes an access
     * review from a client that has credentials: it would refuse wrong ones.
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
                "cluster is the intended one",
                "cluster is the intended one, " + uid.strip(),
                new IsCluster(server, uid.strip()));
    }

    /**
     * Passes when the server's version is at least this one, compared by major and minor number.
     *
     * @param version major and minor, such as {@code 1.25}; a patch number cannot be compared and is refused
     */
    public Check isVersionAtLeast(String version) {
        ServerVersion least = ServerVersion.wanted(version);
        return Check.of("cluster is new enough", "cluster runs at least " + least, new IsVersionAtLeast(server, least));
    }

    record IsCluster(ApiServer server, String uid) implements ClusterProbe {
        @Override
        public Rights needs() {
            return Rights.get(ResourceType.NAMESPACE, "", KUBE_SYSTEM);
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            Namespace namespace = reader.get(ResourceType.NAMESPACE, "", KUBE_SYSTEM);
            String found = namespace.getMetadata().getUid();
            if (found == null || found.isBlank()) {
                return Outcome.error("the namespace kube-system has no uid: is it the API server?");
            }
            Outcome outcome = uid.toLowerCase(Locale.ROOT).equals(found.toLowerCase(Locale.ROOT))
                    ? Outcome.passed("the cluster is " + found)
                    : Outcome.failed("expected the cluster " + uid + " but this is " + found + " at " + server.url())
                            .conclusively();
            return Identity.of(server, outcome).with("cluster uid", found).identifiedBy("cluster uid", found);
        }
    }
}
