package dev.checklist.k8s;

/** Is what an attempt saw of a cluster, so that its changes can be watched from there on. */
sealed interface Sighting permits SeenObject, SeenList {
    /** Returns the watch that shows its changes. */
    WatchKey key();

    /** Returns the resourceVersion from which on they count, empty if the server named none. */
    String version();

    /** Makes what takes the changes, and wakes the check when its verdict would be another. */
    Watch.Waiter waiter(Verdict verdict, Runnable wake);

    /** Tells whether its changes can wake the check that said this. */
    default boolean isWatchable(Verdict verdict) {
        return key().type().isWatched(key().namespace()) && !version().isEmpty();
    }

    /**
     * Says what a watch shows.
     *
     * @param name the only object, empty for all of the namespace
     * @param labelSelector empty for all of them
     */
    record WatchKey(ApiServer server, ResourceType<?> type, String namespace, String name, String labelSelector) {
        WatchKey ofAll() {
            return new WatchKey(server, type, namespace, "", labelSelector);
        }

        /** Says it in words. */
        String words() {
            return type.plural() + (namespace.isEmpty() ? "" : " in " + namespace);
        }
    }
}
