package dev.checklist.k8s;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Objects;

/**
 * Is where an object was seen, so that its changes can be watched from there on.
 *
 * @param read how it is read
 * @param isAmongMany whether it came, or was missing, in a list of its kind and namespace
 * @param version the resourceVersion of the list or of the object, empty if the server named none
 */
record Sighting<T extends HasMetadata>(NamedRead<T> read, boolean isAmongMany, String version) {

    static <T extends HasMetadata> Sighting<T> alone(NamedRead<T> read, T object) {
        return new Sighting<>(
                read, false, Objects.requireNonNullElse(object.getMetadata().getResourceVersion(), ""));
    }

    static <T extends HasMetadata> Sighting<T> among(NamedRead<T> read, String version) {
        return new Sighting<>(read, true, version);
    }

    boolean isWatchable() {
        return read.type().isWatched(read.namespace()) && !version.isEmpty();
    }

    /** Returns the watch that shows its changes. */
    WatchKey key() {
        return new WatchKey(read.server(), read.type(), read.namespace(), isAmongMany ? "" : read.name());
    }

    /**
     * Says what a watch shows.
     *
     * @param name the only object, empty for all of the namespace
     */
    record WatchKey(ApiServer server, ResourceType<?> type, String namespace, String name) {
        WatchKey ofAll() {
            return new WatchKey(server, type, namespace, "");
        }

        /** Says it in words. */
        String words() {
            return type.plural() + (namespace.isEmpty() ? "" : " in " + namespace);
        }
    }
}
