package dev.checklist.local;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads YAML documents and judges what they say. */
record LooksAtManifest(Manifest manifest, Which which, String expected, Judge judge) implements Probe {
    private static final int SHOWN = 5;

    /** Says whether documents say what was expected; there is one at least. */
    interface Judge {
        Outcome of(List<List<Leaf>> documents, String expected) throws Obstacle;
    }

    /** Picks documents by kind and name; all if these are empty. */
    record Which(String kind, String name) {
        static final Which ALL = new Which("", "");

        List<List<Leaf>> of(List<List<Leaf>> documents) throws Obstacle {
            if (kind.isEmpty()) {
                return documents;
            }
            List<List<Leaf>> found = documents.stream()
                    .filter(document -> Manifests.text("/kind", document).equals(kind)
                            && Manifests.text("/metadata/name", document).equals(name))
                    .toList();
            if (found.isEmpty()) {
                throw Obstacle.absent("none of " + documents.size() + " documents is a " + kind + " " + name);
            }
            return found;
        }
    }

    @Override
    public Outcome evaluate(CheckContext context) throws Exception {
        try {
            List<List<Leaf>> documents = which.of(manifest.read(context));
            return judge.of(documents, expected).with("documents", documents.size());
        } catch (Obstacle e) {
            return e.outcome(expected);
        }
    }

    /** Accepts a value in the only document. */
    record HasValue(Pointer pointer, Scalar value) implements Judge {
        @Override
        public Outcome of(List<List<Leaf>> documents, String expected) throws Obstacle {
            if (documents.size() > 1) {
                throw Obstacle.unseen(
                        "there are " + documents.size() + " documents: say which by document(kind, name)");
            }
            return Compared.at(pointer, value, documents.get(0), expected);
        }
    }

    /** Accepts exactly these images or hosts, all of them filled in. */
    record HasExactly(Set<String> wanted, boolean areImages) implements Judge {
        @Override
        public Outcome of(List<List<Leaf>> documents, String expected) {
            Set<String> found = areImages ? Manifests.images(documents) : Manifests.hosts(documents);
            String all = found.stream().map(Shown::plain).collect(Collectors.joining(", "));
            if (found.isEmpty()) {
                return Outcome.failed("expected " + expected + " but found none");
            }
            for (String one : found) {
                Optional<String> flaw = Placeholders.in(one)
                        .map(words -> "\"" + words + "\" is a placeholder")
                        .or(() -> areImages ? Manifests.looseness(one) : Optional.empty());
                if (flaw.isPresent()) {
                    return Outcome.failed("expected " + expected + " but found " + Shown.plain(one) + ": " + flaw.get())
                            .with("found", all);
                }
            }
            return found.equals(wanted)
                    ? Outcome.passed("found exactly " + all)
                    : Outcome.failed("expected " + expected + " but found " + all)
                            .with("missing", difference(wanted, found))
                            .with("not expected", difference(found, wanted));
        }

        private static String difference(Set<String> all, Set<String> without) {
            Set<String> rest = new TreeSet<>(all);
            rest.removeAll(without);
            return rest.isEmpty() ? "none" : rest.stream().map(Shown::plain).collect(Collectors.joining(", "));
        }
    }

    /** Accepts documents in which nothing is left to be filled in. */
    record HasNoPlaceholders() implements Judge {
        @Override
        public Outcome of(List<List<Leaf>> documents, String expected) {
            List<String> found =
                    documents.stream().flatMap(HasNoPlaceholders::flaws).toList();
            if (found.isEmpty()) {
                long values = documents.stream().mapToLong(List::size).sum();
                return Outcome.passed("found none in " + values + " values");
            }
            String more = found.size() > SHOWN ? " and " + (found.size() - SHOWN) + " more" : "";
            return Outcome.failed("expected " + expected + " but found "
                    + found.stream().limit(SHOWN).collect(Collectors.joining(", ")) + more);
        }

        private static Stream<String> flaws(List<Leaf> document) {
            SecretData secrets = SecretData.of(document);
            return document.stream()
                    .filter(leaf -> !leaf.path().contains("openAPIV3Schema")) // descriptions, full of examples
                    .flatMap(leaf -> secrets.hasPlaceholderAt(leaf)
                            ? Stream.of("a placeholder in Base64 at " + leaf.pointer())
                            : flaw(leaf).stream());
        }

        private static Optional<String> flaw(Leaf leaf) {
            Optional<String> flaw = Placeholders.in(leaf.value().text()).map(words -> '"' + words + '"');
            boolean isImage = leaf.name().equals("image") && leaf.value().kind() == Scalar.Kind.TEXT;
            return flaw.or(() -> isImage ? Manifests.looseness(leaf.value().text()) : Optional.empty())
                    .or(() ->
                            leaf.name().equals("newTag") && leaf.value().text().equals("latest")
                                    ? Optional.of("\"latest\"")
                                    : Optional.empty())
                    .map(words -> words + " at " + leaf.pointer());
        }
    }
}
