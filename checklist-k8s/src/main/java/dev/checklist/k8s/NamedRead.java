package dev.checklist.k8s;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.k8s.health.Answer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Status;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one object by its name, and tells apart absent, forbidden, unreachable, and what is no answer at all.
 *
 * @param namespace empty for kinds that have none
 */
record NamedRead<T extends HasMetadata>(ApiServer server, ResourceType<T> type, String namespace, String name) {

    /** Is what the answer itself says it is; the model's classes would fill in their own kind. */
    record Head(@Nullable String kind, @Nullable String apiVersion) {}

    T load(CheckContext context) throws Exception {
        String path = type.path(namespace) + "/" + name;
        Reply reply = server.get(context, path, ApiServer.LARGEST_OBJECT);
        if (reply.code() != 200) {
            if (reply.code() == 404 && !type.isCore() && !isAbsent(reply)) {
                throw Discovery.notServed(server, context, type);
            }
            throw isAbsent(reply) ? absent(context) : Refusals.of(server, "get", type, namespace, reply);
        }
        T object = reply.as(type.type());
        Head head = reply.as(Head.class);
        if (object == null || head == null || !isWanted(head, object.getMetadata())) {
            throw server.noAnswer(type.word() + " " + name, reply);
        }
        return withoutCopies(object);
    }

    private boolean isWanted(Head head, @Nullable ObjectMeta metadata) {
        return type.kind().equals(head.kind())
                && type.apiVersion().equals(head.apiVersion())
                && metadata != null
                && name.equals(metadata.getName())
                && Refusals.isIn(namespace, metadata);
    }

    /** Drops what repeats the object: the annotation of kubectl holds the values of a Secret in the clear. */
    private T withoutCopies(T object) {
        object.getMetadata().setManagedFields(null);
        if (type.equals(ResourceType.SECRET)) {
            object.getMetadata().setAnnotations(Map.of());
        }
        return object;
    }

    /** Tells whether it is this object that the server does not have; another page's 404 says nothing. */
    private boolean isAbsent(Reply reply) {
        Status status = reply.code() == 404 ? reply.status() : null;
        return status != null
                && Answer.of(404, status) == Answer.ABSENT
                && name.equals(status.getDetails().getName());
    }

    /** Says that the object is absent, or its namespace is. */
    Refusal absent(CheckContext context) throws Exception {
        String what = "expected the " + type.word() + " " + name;
        if (namespace.isEmpty()) {
            return new Refusal(Outcome.failed(what + " but it is absent"));
        }
        String where = what + " in the namespace " + namespace + " but it is absent";
        try {
            Reader reader = new Reader(server, context);
            return reader.get(ResourceType.NAMESPACE, "", namespace)
                                    .getMetadata()
                                    .getDeletionTimestamp()
                            == null
                    ? new Refusal(Outcome.failed(where))
                    : new Refusal(Outcome.failed(where + ", and the namespace is being deleted"));
        } catch (Refusal unseen) {
            return unseen.outcome().status() == dev.checklist.Status.FAILED
                    ? new Refusal(Outcome.failed(what + " but the namespace " + namespace + " is absent"))
                    : new Refusal(Outcome.failed(where)
                            .warning("whether the namespace exists could not be seen: " + unseen.reason()));
        }
    }
}
