package dev.checklist.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Objects;

/**
 * Is where one object was seen.
 *
 * @param read how it is read
 * @param isAmongMany whether it came, or was missing, in a list of its kind and namespace
 * @param version the resourceVersion of the list or of the object, empty if the server named none
 */
record SeenObject<T extends HasMetadata>(NamedRead<T> read, boolean isAmongMany, String version) implements Sighting {

    static <T extends HasMetadata> SeenObject<T> alone(NamedRead<T> read, T object) {
        return new SeenObject<>(
                read, false, Objects.requireNonNullElse(object.getMetadata().getResourceVersion(), ""));
    }

    static <T extends HasMetadata> SeenObject<T> among(NamedRead<T> read, String version) {
        return new SeenObject<>(read, true, version);
    }

    @Override
    public WatchKey key() {
        return new WatchKey(read.server(), read.type(), read.namespace(), isAmongMany ? "" : read.name(), "");
    }

    @Override
    public Watch.Waiter waiter(Verdict verdict, Runnable wake) {
        return new Waiting<>(this, verdict, wake);
    }

    private record Waiting<T extends HasMetadata>(SeenObject<T> seen, Verdict verdict, Runnable wake)
            implements Watch.Waiter {
        @Override
        public String name() {
            return seen.read().name();
        }

        @Override
        public long version() {
            return Watch.version(seen.version());
        }

        @Override
        public void sees(JsonNode node, boolean isDeleted) {
            T object = isDeleted ? null : Json.convert(node, seen.read().type().type());
            if (object == null || verdict.changesWith(seen.read(), Reading.of(object))) {
                wake.run();
            }
        }

        @Override
        public void misses() {
            wake.run();
        }
    }
}
