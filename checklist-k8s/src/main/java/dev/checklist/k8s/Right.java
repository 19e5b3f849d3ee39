package dev.checklist.k8s;

import java.util.Comparator;

/**
 * Is one thing that an account may do, as the API server's RBAC words it.
 *
 * @param namespace empty for the whole cluster
 * @param group the API group, empty for the core
 * @param resource the plural name, with a subresource after a slash
 * @param name the only object it is about, empty for all of them
 * @param verb get, list, watch or, for a review, create
 */
record Right(String namespace, String group, String resource, String name, String verb) implements Comparable<Right> {
    private static final Comparator<Right> ORDER = Comparator.comparing(Right::namespace)
            .thenComparing(Right::group)
            .thenComparing(Right::resource)
            .thenComparing(Right::verb)
            .thenComparing(Right::name);

    /** Tells whether whoever has the other right needs not this one. */
    boolean isIn(Right other) {
        return group.equals(other.group)
                && resource.equals(other.resource)
                && verb.equals(other.verb)
                && (other.namespace.isEmpty() || namespace.equals(other.namespace))
                && (other.name.isEmpty() || namespace.equals(other.namespace) && name.equals(other.name));
    }

    /** Tells whether it shows the spec of every pod of the cluster, and what stands in their environments. */
    boolean readsEveryPodSpec() {
        return namespace.isEmpty() && group.isEmpty() && resource.equals("pods") && name.isEmpty();
    }

    @Override
    public int compareTo(Right other) {
        return ORDER.compare(this, other);
    }
}
