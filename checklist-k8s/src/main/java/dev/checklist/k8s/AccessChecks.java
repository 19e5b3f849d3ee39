package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.Outcome;
import io.fabric8.kubernetes.api.model.HasMetadata;

/** Makes the lines about what an account may do. */
final class AccessChecks {
    private AccessChecks() {}

    static Check ofOurs(ApiServer server, String namespace, String verb, String resource, boolean wanted) {
        AccessReview review = new AccessReview(namespace, "", ResourceName.verb(verb), ResourceName.of(resource));
        String can = wanted ? "can " : "cannot ";
        String key = "account " + can + review.verb() + " " + review.resource();
        return Check.of(key, namespace, "this account " + can + review, new May(server, review, wanted));
    }

    static Check ofServiceAccount(Place place, String verb, String resource, boolean wanted) {
        AccessReview review =
                new AccessReview(place.namespace(), place.name(), ResourceName.verb(verb), ResourceName.of(resource));
        String words = (wanted ? "can " : "cannot ") + review.verb() + " " + review.resource();
        return place.check(ResourceType.SERVICE_ACCOUNT, words, words, new May(place.server(), review, wanted));
    }

    /** Asks only about what there is: a misspelled name may do nothing, and nobody may do anything to it. */
    record May(ApiServer server, AccessReview review, boolean wanted) implements ClusterProbe {
        @Override
        public Rights needs() {
            return review.account().isEmpty()
                    ? Rights.get(ResourceType.NAMESPACE, "", review.namespace())
                    : Rights.get(ResourceType.SERVICE_ACCOUNT, review.namespace(), review.account())
                            .and(Rights.review("authorization.k8s.io", "subjectaccessreviews"));
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            mustExist(reader);
            new ServedResources(server, reader.context()).mustHave(review.resource(), review.verb());
            return judge(review.ask(server, reader));
        }

        private void mustExist(Reader reader) throws Exception {
            HasMetadata found = review.account().isEmpty()
                    ? reader.getLasting(ResourceType.NAMESPACE, new Place(server, "", review.namespace()))
                    : reader.getLasting(
                            ResourceType.SERVICE_ACCOUNT, new Place(server, review.namespace(), review.account()));
            assert found.getMetadata() != null : "it was found by its name";
        }

        private Outcome judge(AccessReview.Decision decision) {
            String who = review.account().isEmpty() ? "this account" : "the service account " + review.account();
            String reason = decision.reason().isBlank() ? "" : " (" + decision.reason() + ")";
            if (!decision.isAllowed() && !decision.error().isBlank()) {
                return Outcome.error(
                        "whether " + who + " can " + review + " could not be decided: " + decision.error());
            }
            String found = who + (decision.isAllowed() ? " can " : " cannot ") + review + reason;
            Outcome outcome = decision.isAllowed() == wanted
                    ? Outcome.passed(found)
                    : Outcome.failed("expected that " + who + (wanted ? " can " : " cannot ") + review + " but it "
                            + (decision.isAllowed() ? "can" : "cannot") + reason);
            return (decision.error().isBlank() ? outcome : outcome.warning(decision.error()))
                    .with("status.allowed", decision.isAllowed());
        }
    }
}
