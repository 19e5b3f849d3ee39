package dev.checklist.k8s;

import dev.checklist.CheckContext;
import dev.checklist.Mark;
import dev.checklist.Outcome;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads objects and lists for one attempt of a check; each once for all checks that ask for it now.
 *
 * <p>Where three or more checks that are due, or wait for a retry, are about single objects of one kind and namespace,
 * these come from one list, if that is permitted; else each is read by its name.
 */
final class Reader {
    /** From so many checks on, all objects of a kind are read at once. */
    static final int MANY = 3;

    private final ApiServer server;
    private final @Nullable CheckContext context;
    private final boolean isConfirming;
    private final Map<Record, Reading<?>> seen = new HashMap<>();
    private final List<Sighting> sightings = new ArrayList<>();
    private Instant looked = Instant.EPOCH;
    private @Nullable Reply version;

    /** Is what single objects of one kind and namespace have in common. */
    record Family(ApiServer server, String group, String plural, String namespace) {
        static Family of(ApiServer server, ResourceType<?> type, String namespace) {
            return new Family(server, type.group(), type.plural(), namespace);
        }
    }

    Reader(ApiServer server, CheckContext context) {
        this(server, context, false);
    }

    /**
     * Reads for an attempt.
     *
     * @param isConfirming whether it looks again because one object has changed, so that the others are not asked for
     */
    Reader(ApiServer server, CheckContext context, boolean isConfirming) {
        this.server = server;
        this.context = context;
        this.isConfirming = isConfirming;
    }

    private Reader(Reader other) {
        this.server = other.server;
        this.context = null;
        this.isConfirming = other.isConfirming;
        this.looked = other.looked;
        this.version = other.version;
        this.seen.putAll(other.seen);
    }

    /** Answers as this reader did, at the same time and without reading anything. */
    Reader imagining() {
        return new Reader(this);
    }

    /** Answers as this reader did but for one object or list. */
    Reader imagining(Record changed, Reading<?> found) {
        Reader other = imagining();
        other.seen.put(changed, found);
        return other;
    }

    /** Returns what was read, one by one or as a list. */
    List<Sighting> sightings() {
        return sightings;
    }

    CheckContext context() {
        if (context == null) {
            throw new Unimaginable(false);
        }
        return context;
    }

    Instant now() {
        if (context != null) {
            looked = context.now();
        }
        return looked;
    }

    /**
     * Returns what the server says of its version.
     *
     * @throws Refusal if it does not answer
     */
    Reply version() throws Exception {
        if (context != null) {
            version = server.version(context);
        }
        if (version == null) {
            throw new Unimaginable(false);
        }
        return version;
    }

    /**
     * Reads one object by its name; the namespace is empty for kinds that have none.
     *
     * @throws Refusal if it is absent, or could not be read
     */
    <T extends HasMetadata> T get(ResourceType<T> type, String namespace, String name) throws Exception {
        NamedRead<T> read = new NamedRead<>(server, type, namespace, name);
        return read(read, () -> isOneOfMany(type, namespace) ? among(read) : alone(read));
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
        ListRead<T> read = new ListRead<>(server, type, namespace, labelSelector);
        return this.<Listing<T>>read(read, () -> all(read)).items();
    }

    /** Asks somebody else for a value, once a look. */
    <T> T given(Record key, Reading.Source<T> source) throws Exception {
        return read(key, () -> Reading.of(source));
    }

    /** Makes a reading. */
    @FunctionalInterface
    private interface Look<T> {
        Reading<T> look() throws Exception;
    }

    @SuppressWarnings("unchecked") // the key's type stands for the type of what is read
    private <T> T read(Record key, Look<T> look) throws Exception {
        Reading<T> known = (Reading<T>) seen.get(key);
        if (known == null) {
            if (context == null) {
                throw new Unimaginable(true);
            }
            Reply answer = version();
            assert answer.code() > 0 : "the server answers";
            known = look.look();
            seen.put(key, known);
        }
        return known.get();
    }

    private boolean isOneOfMany(ResourceType<?> type, String namespace) {
        return type.isListed() && !isConfirming && context().sharing(Family.of(server, type, namespace)) >= MANY;
    }

    private <T extends HasMetadata> Reading<T> alone(NamedRead<T> read) throws Exception {
        Reading<T> found = context().shared(read, () -> Reading.of(() -> read.load(context())));
        found.value().ifPresent(object -> sightings.add(SeenObject.alone(read, object)));
        return found;
    }

    private <T extends HasMetadata> Reading<T> among(NamedRead<T> read) throws Exception {
        Reading<Listing<T>> all = listing(new ListRead<>(server, read.type(), read.namespace(), ""));
        if (all.isRefused(Mark.NOT_PERMITTED)) {
            return alone(read); // an account may well get what it may not list
        }
        return Reading.of(() -> {
            Listing<T> list = all.get();
            T object = list.byName().get(read.name());
            sightings.add(SeenObject.among(read, list.version()));
            if (object == null) {
                throw read.absent(context());
            }
            return object;
        });
    }

    private <T extends HasMetadata> Reading<Listing<T>> all(ListRead<T> read) throws Exception {
        Reading<Listing<T>> found = listing(read);
        found.value().ifPresent(listing -> sightings.add(new SeenList<>(read, listing)));
        return found;
    }

    private <T extends HasMetadata> Reading<Listing<T>> listing(ListRead<T> read) throws Exception {
        return context().shared(read, () -> Reading.of(() -> read.load(context())));
    }
}
