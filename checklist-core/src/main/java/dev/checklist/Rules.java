package dev.checklist;

/** Refuses entries that contradict themselves or one another. */
final class Rules {
    private Rules() {}

    static void check(Entry entry) {
        Item item = entry.item();
        if (item instanceof Rating rating) {
            check(entry, rating);
        }
        if (item instanceof Derived derived) {
            derived.derivation().check(entry, entry.sources());
        }
        if (item.isGate() && !hasRequired(entry)) {
            throw new IllegalArgumentException(
                    entry + " is a gate of advisory items only: leave out orStop(), or make one required");
        }
        // orStop() refuses an advisory gate by itself, so what is left here is a step
        entry.gate().filter(gate -> counts(entry) && !counts(gate)).ifPresent(gate -> {
            throw new IllegalArgumentException(
                    entry + " is the step after " + gate + ", which is advisory: make both advisory, or neither");
        });
        for (Entry required : entry.requirements()) {
            if (counts(entry) && !counts(required)) {
                throw new IllegalArgumentException(
                        entry + " requires " + required + ", which is advisory: make both advisory, or neither");
            }
        }
    }

    private static boolean counts(Entry entry) {
        return entry.isRequired() && hasRequired(entry);
    }

    private static void check(Entry entry, Rating rating) {
        if (rating.least().isEmpty() && !rating.isScored()) {
            throw new IllegalArgumentException(
                    "the rating " + entry + " passes at no number: say from which on with atLeast(n)");
        }
        rating.cap().filter(cap -> cap.most() >= rating.scale()).ifPresent(cap -> {
            throw new IllegalArgumentException("the rating " + entry + " is capped at " + cap.most() + " of "
                    + rating.scale() + ", which is no cap: expected a number below " + rating.scale());
        });
        int least = rating.least().orElse(1);
        if (least > rating.scale()) {
            throw new IllegalArgumentException("the rating " + entry + " needs at least " + least + " of "
                    + rating.scale() + ": expected a number up to " + rating.scale());
        }
    }

    /** Tells whether the entry is a line, or a section with a line that is not advisory within it. */
    static boolean hasRequired(Entry entry) {
        return entry.children().isEmpty()
                || entry.children().stream().anyMatch(child -> !child.item().isAdvisory() && hasRequired(child));
    }
}
