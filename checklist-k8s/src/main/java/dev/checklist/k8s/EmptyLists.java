package dev.checklist.k8s;

import dev.checklist.Outcome;
import dev.checklist.Status;
import java.util.Collection;

/** Tells a list with nothing in it from one of a namespace that does not exist: the server answers both alike. */
final class EmptyLists {
    private EmptyLists() {}

    static Rights needs(String namespace) {
        return Rights.get(ResourceType.NAMESPACE, "", namespace);
    }

    static Outcome explained(Reader reader, String namespace, Collection<?> list, String plural, Outcome outcome)
            throws Exception {
        if (!list.isEmpty() || outcome.status() != Status.FAILED) {
            return outcome;
        }
        try {
            return reader.get(ResourceType.NAMESPACE, "", namespace)
                                    .getMetadata()
                                    .getDeletionTimestamp()
                            == null
                    ? outcome
                    : outcome.warning("the namespace " + namespace + " is being deleted");
        } catch (Refusal unseen) {
            return unseen.outcome().status() == Status.FAILED
                    ? Outcome.failed("expected " + plural + " but the namespace " + namespace + " is absent")
                    : outcome.warning("whether the namespace exists could not be seen: " + unseen.reason());
        }
    }
}
