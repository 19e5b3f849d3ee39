package dev.checklist.k8s;

import dev.checklist.Mark;
import dev.checklist.Outcome;
import io.fabric8.kubernetes.api.model.Namespace;
import java.util.Locale;
import java.util.Optional;

/**
 * Compares the uid of the namespace kube-system; where it may not be read, the address and authority of the server, if
 * they were given.
 *
 * @param vouched what the author gave
 * @param trusted what the client trusts
 */
record IsCluster(ApiServer server, String uid, Optional<Authority> vouched, Optional<Authority> trusted)
        implements ClusterProbe {
    private static final String KUBE_SYSTEM = "kube-system";

    @Override
    public Rights needs() {
        return Rights.get(ResourceType.NAMESPACE, "", KUBE_SYSTEM);
    }

    @Override
    public Outcome judge(Reader reader) throws Exception {
        try {
            return byUid(reader.get(ResourceType.NAMESPACE, "", KUBE_SYSTEM));
        } catch (Refusal refusal) {
            if (vouched.isEmpty() || refusal.outcome().mark() != Mark.NOT_PERMITTED) {
                throw refusal;
            }
            return byAuthority(vouched.get(), refusal);
        }
    }

    private Outcome byUid(Namespace namespace) {
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

    private Outcome byAuthority(Authority wanted, Refusal refusal) {
        if (trusted.isEmpty()) {
            return Outcome.notPermitted(refusal.reason()
                    + ", and the client does not trust one authority of its own, by which to know the server");
        }
        Outcome outcome = wanted.equals(trusted.get())
                ? Outcome.passed("the server is " + wanted + ", and proved it by its certificate")
                        .warning("the uid of the cluster could not be compared: " + refusal.reason())
                : Outcome.failed("expected the server " + wanted + " but this is " + trusted.get())
                        .conclusively();
        return Identity.of(server, outcome)
                .with("authority", trusted.get().sha256())
                .identifiedBy("authority", trusted.get().sha256());
    }
}
