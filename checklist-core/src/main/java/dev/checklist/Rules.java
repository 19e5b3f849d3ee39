package dev.checklist;

/** Refuses entries that contradict themselves or one another. */
final class Rules {
    private Rules() {}

    static void check(Entry entry) {
        Item item = entry.item();
        if (item instanceof Rating rating) {
            check(entry, rating);
        }
        if (item.isGate() && !hasRequired(entry)) {
            throw new IllegalArgumentException(
                    entry + " is a gate of advisory items only: leave out orStop(), or make one required");
        }
        for (Entry required : entry.requirements()) {
            if (entry.isRequired() && !(required.isRequired() && hasRequired(required))) {
                throw new IllegalArgumentException(
                        entry + " requires " + required + ", which is advisory: make both advisory, or neither");
            }
        }
    }

    private static void check(Entry entry, Rating rating) {
        int least = rating.least()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the rating " + entry + " passes at no number: say from which on with atLeast(n)"));
        if (least > rating.scale()) {
            throw new IllegalArgumentException("the rating " + entry + " needs at least " + least + " of "
                    + rating.scale() + ": expected a number up to " + rating.scale());
        }
    }

    /** Tells whether the entry is a line, or a section with a line that is not advisory within it. */
    private static boolean hasRequired(Entry entry) {
        return entry.children().isEmpty()
                || entry.children().stream().anyMatch(child -> !child.item().isAdvisory() && hasRequired(child));
    }
}
