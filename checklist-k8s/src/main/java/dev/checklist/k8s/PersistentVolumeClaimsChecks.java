package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.k8s.health.CountedHealth;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.List;

/** Has the checks of all PersistentVolumeClaims of a namespace. */
public final class PersistentVolumeClaimsChecks {
    private final ApiServer server;
    private final String namespace;
    private final int least;
    private final boolean isUnboundAllowed;

    PersistentVolumeClaimsChecks(ApiServer server, String namespace, int least, boolean isUnboundAllowed) {
        this.server = server;
        this.namespace = namespace;
        this.least = least;
        this.isUnboundAllowed = isUnboundAllowed;
    }

    /** Lets claims pass that no pod uses yet and whose class binds for the first consumer; they are warnings. */
    public PersistentVolumeClaimsChecks allowingUnbound() {
        return new PersistentVolumeClaimsChecks(server, namespace, least, true);
    }

    /** Passes when every claim passes as {@link PersistentVolumeClaimChecks#isBound} does, and there are enough. */
    public Check areBound() {
        return Check.of(
                "persistent volume claims are bound",
                namespace,
                "persistent volume claims in " + namespace + " are bound, at least " + least,
                new AreBound(server, namespace, least, isUnboundAllowed));
    }

    record AreBound(ApiServer server, String namespace, int least, boolean isUnboundAllowed) implements ClusterProbe {
        @Override
        public Rights needs() {
            return Rights.list(ResourceType.PERSISTENT_VOLUME_CLAIM, namespace)
                    .and(Claims.needs(namespace))
                    .and(EmptyLists.needs(namespace));
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            List<PersistentVolumeClaim> claims = reader.list(ResourceType.PERSISTENT_VOLUME_CLAIM, namespace, "");
            Claims.Rule rule = Claims.rule(reader, namespace, claims, isUnboundAllowed);
            Outcome outcome = Claims.outcome(CountedHealth.of("claims", claims, least, any -> true, rule::apply));
            return EmptyLists.explained(reader, namespace, claims, "claims", outcome);
        }
    }
}
