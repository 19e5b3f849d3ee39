package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.Probe;

/**
 * Is where an object is looked for.
 *
 * @param server the API server
 * @param namespace the namespace, empty for objects without one
 * @param name the name of the object
 */
record Place(ApiServer server, String namespace, String name) {
    /** Makes a line about the object; the key never changes with the wording or an expected value. */
    Check check(ResourceType<?> type, String predicate, String title, Probe probe) {
        String key = type.word() + " " + (namespace.isEmpty() ? "" : namespace + " ") + name + " " + predicate;
        return Check.of(key, type.word() + " " + name + " " + title, probe);
    }

    @Override
    public String toString() {
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }
}
