package dev.checklist.k8s;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Gives the digests that nodes may report for an image, beside that of its reference. */
interface Digests {
    Digests NONE = new Known(Set.of());

    Set<String> accepted(Reader reader) throws Exception;

    /** Is for those that stand in the list. */
    record Known(Set<String> all) implements Digests {
        @Override
        public Set<String> accepted(Reader reader) {
            return all;
        }
    }

    /** Asks for them, once a look. None would let any digest pass, so that is refused. */
    record Asked(ImageReference image, Supplier<? extends Collection<String>> supplier) implements Digests {
        @Override
        public Set<String> accepted(Reader reader) throws Exception {
            return reader.given(this, this::ask);
        }

        private Set<String> ask() throws Refusal {
            Set<String> accepted = new TreeSet<>();
            try {
                Collection<String> given = supplier.get();
                if (given != null) {
                    given.forEach(digest -> accepted.add(ImageReference.digest(digest)));
                }
            } catch (RuntimeException e) {
                String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
                throw Refusal.error("expected the digests of " + image + " but could not get them: " + why);
            }
            if (accepted.isEmpty()) {
                throw Refusal.error("expected the digests of " + image + " but their supplier gave none");
            }
            return accepted;
        }
    }
}
