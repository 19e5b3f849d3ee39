package dev.checklist.k8s;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.List;

/** Reads objects and lists for one attempt of a check; each once for all checks that ask for it now. */
final class Reader {
    private final ApiServer server;
    private final CheckContext context;

    Reader(ApiServer server, CheckContext context) {
        this.server = server;
        this.context = context;
    }

    CheckContext context() {
        return context;
    }

    Instant now() {
        return context.now();
    }

    /**
     * Reads one object by its name; the namespace is empty for kinds that have none.
     *
     * @throws Refusal if it is absent, or could not be read
     */
    <T extends HasMetadata> T get(ResourceType<T> type, String namespace, String name) throws Exception {
        mustAnswer();
        NamedRead<T> read = new NamedRead<>(server, type, namespace, name);
        return context.shared(read, () -> Reading.of(() -> read.load(context))).get();
    }

    /** Reads the object of a place. */
    <T extends HasMetadata> T get(ResourceType<T> type, Place place) throws Exception {
        return get(type, place.namespace(), place.name());
    }

    /**
     * Reads the object of a place, for a rule that does not look at its deletion itself.
     *
     * @throws Refusal also if it is being deleted
     */
    <T extends HasMetadata> T getLasting(ResourceType<T> type, Place place) throws Exception {
        T object = get(type, place);
        String deletion = object.getMetadata().getDeletionTimestamp();
        if (deletion != null) {
            throw new Refusal(Outcome.failed("expected the " + type.word() + " " + place.name()
                    + " but it is being deleted (metadata.deletionTimestamp is " + deletion + ")"));
        }
        return object;
    }

    /**
     * Reads a list to its end.
     *
     * @param labelSelector empty for all objects of the namespace
     * @throws Refusal if it could not be read, or not to its end
     */
    <T extends HasMetadata> List<T> list(ResourceType<T> type, String namespace, String labelSelector)
            throws Exception {
        if (!type.isListed()) {
            throw new IllegalStateException(type.plural() + " are read by name, never listed");
        }
        mustAnswer();
        ListRead<T> read = new ListRead<>(server, type, namespace, labelSelector);
        return context.shared(read, () -> Reading.of(() -> read.load(context))).get();
    }

    private void mustAnswer() throws Exception {
        Reply version = server.version(context);
        assert version.code() > 0 : "the server answers";
    }
}
