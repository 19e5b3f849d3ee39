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
    /**
     * Makes a line about the object; the key never changes with the wording, an expected value, or the namespace, which is
     * also what the name of a namespace is.
     */
    Check check(ResourceType<?> type, String predicate, String title, Probe probe) {
        boolean isNamespace = type.equals(ResourceType.NAMESPACE);
        String key = type.word() + " " + (isNamespace ? "" : name + " ") + predicate;
        String words = type.word() + " " + name + " " + title;
        return namespace.isEmpty() && !isNamespace
                ? Check.of(key, words, probe)
                : Check.of(key, isNamespace ? name : namespace, words, probe);
    }

    @Override
    public String toString() {
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }
}
