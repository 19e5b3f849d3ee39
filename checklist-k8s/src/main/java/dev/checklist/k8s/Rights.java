package dev.checklist.k8s;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says what a probe may ask for: the object it is about first, then what it looks at besides.
 *
 * @param all in the order in which they are used
 */
record Rights(List<Right> all) {
    /** Copies the list. */
    Rights {
        all = List.copyOf(all);
    }

    /** Is for what a stock cluster grants to everybody: the version and reviews of one's own rights. */
    static Rights none() {
        return new Rights(List.of());
    }

    /**
     * Reads one object, by {@link Reader#get}. A kind that is listed may also be listed, once for all checks that ask
     * for its objects together, and watched while they wait.
     */
    static Rights get(ResourceType<?> type, String namespace, String name) {
        List<Right> rights = new ArrayList<>();
        if (type.isListed()) {
            rights.add(of(type, namespace, "", "get"));
            rights.addAll(list(type, namespace).all());
        } else {
            rights.add(of(type, namespace, name, "get"));
        }
        if (!namespace.isEmpty()) { // to tell an absent object from an absent namespace
            rights.add(of(ResourceType.NAMESPACE, "", namespace, "get"));
        }
        return new Rights(rights);
    }

    /** Reads the object of a place. */
    static Rights get(ResourceType<?> type, Place place) {
        return get(type, place.namespace(), place.name());
    }

    /** Reads all objects of a namespace, by {@link Reader#list}; of the cluster, if the namespace is empty. */
    static Rights list(ResourceType<?> type, String namespace) {
        Right list = of(type, namespace, "", "list");
        return new Rights(type.isWatched(namespace) ? List.of(list, of(type, namespace, "", "watch")) : List.of(list));
    }

    /** Reads the logs of pods. */
    static Rights logs(String namespace) {
        return new Rights(List.of(new Right(namespace, "", "pods/log", "", "get")));
    }

    /**
     * Sends a review that a stock cluster grants to few, such as subjectaccessreviews; reviews of ourselves need nothing.
     */
    static Rights review(String group, String resource) {
        return new Rights(List.of(new Right("", group, resource, "", "create")));
    }

    /** Adds what is looked at besides. */
    Rights and(Rights more) {
        List<Right> both = new ArrayList<>(all);
        both.addAll(more.all);
        return new Rights(both);
    }

    /** Returns the right to the first object, if it is of a kind that checks may read together. */
    Optional<Right> shared() {
        return all.stream()
                .limit(1)
                .filter(right -> right.verb().equals("get") && right.name().isEmpty())
                .filter(right -> !right.resource().contains("/"))
                .findFirst();
    }

    /** Tells whether what is asked about is a list, not an object that others belong to. */
    boolean isAboutMany() {
        return !all.isEmpty() && all.get(0).verb().equals("list");
    }

    private static Right of(ResourceType<?> type, String namespace, String name, String verb) {
        return new Right(namespace, type.group(), type.plural(), name, verb);
    }
}
