package dev.checklist.local;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Finds what Kubernetes manifests say of images and hosts. Pure functions of the values read. */
final class Manifests {
    /** Names of fields that hold an image: of containers, and of the resources of operators. */
    private static final Set<String> IMAGES = Set.of("image", "imageName");

    private static final Set<String> ROUTES = Set.of("HTTPRoute", "GRPCRoute", "TLSRoute");

    private Manifests() {}

    /** Returns the references of all images, each once, in order. */
    static Set<String> images(List<List<Leaf>> documents) {
        Set<String> images = new TreeSet<>();
        for (List<Leaf> document : documents) {
            for (Leaf leaf : document) {
                if (!IMAGES.contains(leaf.name()) || isData(leaf)) {
                    continue;
                }
                if (leaf.value().kind() == Scalar.Kind.TEXT) {
                    images.add(leaf.value().text());
                } else if (leaf.value().kind() == Scalar.Kind.MAP) {
                    inParts(leaf, document).ifPresent(images::add);
                }
            }
        }
        return images;
    }

    /** Tells whether a field is a key of a ConfigMap or Secret, which nothing pulls. */
    private static boolean isData(Leaf leaf) {
        return leaf.path().size() == 2
                && Set.of("data", "stringData", "binaryData")
                        .contains(leaf.path().get(0));
    }

    /** Puts together an image whose repository and tag stand in fields of their own. */
    private static Optional<String> inParts(Leaf image, List<Leaf> document) {
        return below(image, "repository", document)
                .map(repository -> repository
                        + below(image, "tag", document).map(tag -> ":" + tag).orElse("")
                        + below(image, "digest", document)
                                .map(digest -> "@" + digest)
                                .orElse(""));
    }

    private static Optional<String> below(Leaf parent, String name, List<Leaf> document) {
        return document.stream()
                .filter(leaf -> leaf.path().size() == parent.path().size() + 1
                        && leaf.name().equals(name)
                        && leaf.path().subList(0, parent.path().size()).equals(parent.path()))
                .map(leaf -> leaf.value().text())
                .findFirst();
    }

    /** Returns the hosts that ingresses and routes serve, each once, in order; {@code *} where all others are served. */
    static Set<String> hosts(List<List<Leaf>> documents) {
        Set<String> hosts = new TreeSet<>();
        documents.forEach(document -> addHosts(document, hosts));
        return hosts;
    }

    private static void addHosts(List<Leaf> document, Set<String> hosts) {
        String kind = text("/kind", document);
        if (kind.equals("Ingress")) {
            add(document, hosts, path -> matches(path, "spec", "rules", "*", "host"));
            add(document, hosts, path -> matches(path, "spec", "tls", "*", "hosts", "*"));
            document.stream()
                    .filter(leaf -> matches(leaf.path(), "spec", "rules", "*"))
                    .filter(rule -> below(rule, "host", document).isEmpty())
                    .forEach(rule -> hosts.add("*"));
            if (has(document, "/spec/defaultBackend")) {
                hosts.add("*");
            }
        } else if (ROUTES.contains(kind)) {
            add(document, hosts, path -> matches(path, "spec", "hostnames", "*"));
            if (!has(document, "/spec/hostnames/0")) {
                hosts.add("*");
            }
        } else if (kind.equals("Gateway")) {
            add(document, hosts, path -> matches(path, "spec", "listeners", "*", "hostname"));
        } else if (kind.equals("Route")) {
            add(document, hosts, path -> matches(path, "spec", "host"));
        } else if (kind.equals("List") || kind.endsWith("List")) {
            items(document).forEach(item -> addHosts(item, hosts));
        }
    }

    /** Takes the objects of a list apart. */
    private static List<List<Leaf>> items(List<Leaf> list) {
        return list.stream()
                .filter(leaf -> matches(leaf.path(), "items", "*"))
                .map(item -> list.stream()
                        .filter(leaf -> leaf.path().size() >= 2
                                && leaf.path().subList(0, 2).equals(item.path()))
                        .map(leaf -> new Leaf(leaf.path().subList(2, leaf.path().size()), leaf.value()))
                        .toList())
                .toList();
    }

    private static void add(List<Leaf> document, Set<String> hosts, Predicate<List<String>> places) {
        document.stream()
                .filter(leaf -> leaf.value().kind() == Scalar.Kind.TEXT && places.test(leaf.path()))
                .forEach(leaf -> hosts.add(leaf.value().text()));
    }

    private static boolean has(List<Leaf> document, String pointer) {
        return Leaf.at(Pointer.of(pointer), document).isPresent();
    }

    private static boolean matches(List<String> path, String... pattern) {
        if (path.size() != pattern.length) {
            return false;
        }
        for (int i = 0; i < pattern.length; i++) {
            if (!pattern[i].equals("*") && !pattern[i].equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Returns the text at a place, or nothing. */
    static String text(String pointer, List<Leaf> document) {
        return Leaf.at(Pointer.of(pointer), document).map(Scalar::text).orElse("");
    }

    /** Says why an image is not pinned, if so. */
    static Optional<String> looseness(String image) {
        if (image.contains("@sha256:")) {
            return Optional.empty();
        }
        String last = image.substring(image.lastIndexOf('/') + 1);
        int colon = last.indexOf(':');
        if (colon < 0 || colon == last.length() - 1) {
            return Optional.of("it names no tag, which means latest");
        }
        return last.substring(colon + 1).equals("latest") ? Optional.of("its tag is latest") : Optional.empty();
    }
}
