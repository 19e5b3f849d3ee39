package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.Outcome;
import io.fabric8.kubernetes.api.model.ServiceAccount;

/** Has the checks of one ServiceAccount. */
public final class ServiceAccountChecks {
    private final Place place;

    ServiceAccountChecks(Place place) {
        this.place = place;
    }

    /** Passes when the ServiceAccount is there and not being deleted. */
    public Check exists() {
        return place.check(ResourceType.SERVICE_ACCOUNT, "exists", "exists", new Exists(place));
    }

    /**
     * Passes when the ServiceAccount may do this in its namespace, by a subject access review. To ask about another
     * account needs the right to create {@code subjectaccessreviews}; without it the line is an ERROR.
     *
     * @param verb such as {@code list}
     * @param resource as kubectl takes it: {@code pods}, {@code deployments.apps}, {@code pods/log}
     */
    public Check can(String verb, String resource) {
        return AccessChecks.ofServiceAccount(place, verb, resource, true);
    }

    /**
     * Passes when the server says that the ServiceAccount may not do this in its namespace. The account has to exist
     * and the cluster to serve the resource: nobody can do what there is not.
     *
     * @param verb such as {@code list}
     * @param resource as kubectl takes it: {@code secrets}, {@code deployments.apps}, {@code pods/exec}
     */
    public Check cannot(String verb, String resource) {
        return AccessChecks.ofServiceAccount(place, verb, resource, false);
    }

    record Exists(Place place) implements ObjectProbe {
        @Override
        public Rights needs() {
            return Rights.get(ResourceType.SERVICE_ACCOUNT, place);
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            ServiceAccount account = reader.getLasting(ResourceType.SERVICE_ACCOUNT, place);
            return Outcome.passed(
                    "the service account " + account.getMetadata().getName() + " is in " + place.namespace());
        }
    }
}
