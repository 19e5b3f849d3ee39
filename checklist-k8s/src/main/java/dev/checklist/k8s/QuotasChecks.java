package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.k8s.health.CountedHealth;
import dev.checklist.k8s.health.ResourceQuotaHealth;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import java.util.List;

/** Has the checks of all ResourceQuotas of a namespace. */
public final class QuotasChecks {
    private final ApiServer server;
    private final String namespace;
    private final int least;

    QuotasChecks(ApiServer server, String namespace, int least) {
        this.server = server;
        this.namespace = namespace;
        this.least = least;
    }

    /** Passes when every quota passes as {@link QuotaChecks#isNotExhausted} does, and there are enough of them. */
    public Check areNotExhausted() {
        return Check.of(
                "quotas " + namespace + " are not exhausted",
                "quotas in " + namespace + " are not exhausted, at least " + least,
                new AreNotExhausted(server, namespace, least));
    }

    record AreNotExhausted(ApiServer server, String namespace, int least) implements ClusterProbe {
        @Override
        public Rights needs() {
            return Rights.list(ResourceType.RESOURCE_QUOTA, namespace).and(EmptyLists.needs(namespace));
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            List<ResourceQuota> quotas = reader.list(ResourceType.RESOURCE_QUOTA, namespace, "");
            Outcome outcome = Outcomes.of(
                    "quotas with something left",
                    CountedHealth.of(
                            "quotas",
                            quotas,
                            least,
                            any -> true,
                            quota -> ResourceQuotaHealth.of(quota, reader.now())));
            return EmptyLists.explained(reader, namespace, quotas, "quotas", outcome);
        }
    }
}
