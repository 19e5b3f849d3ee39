package dev.checklist.run;

import dev.checklist.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes the result of a section from those of its parts. */
final class SectionResult {
    private SectionResult() {}

    static Result of(Node section) {
        return new Result(section.line(), section.worst(), counts(section), List.of(), Result.Details.NONE);
    }

    /** Stands for a section that has not ended, since signatures in it are still open. */
    static Result open(Node section) {
        return new Result(section.line(), Status.PENDING, "open", List.of(), Result.Details.NONE);
    }

    /** Counts the lines in a section by their status, advisory ones included: "9 passed, 2 waived". */
    static String counts(Node section) {
        List<String> counts = new ArrayList<>();
        for (Status status : Status.values()) {
            long count = count(section, status);
            if (count > 0) {
                counts.add(count + " " + status.name().toLowerCase(Locale.ROOT));
            }
        }
        return String.join(", ", counts);
    }

    private static long count(Node node, Status status) {
        return node.scope() == null
                ? (node.status() == status ? 1 : 0)
                : node.children().stream()
                        .mapToLong(child -> count(child, status))
                        .sum();
    }
}
