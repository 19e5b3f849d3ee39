package dev.checklist.run;

import dev.checklist.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes the result of a section from those of its parts. */
final class SectionResult {
    private SectionResult() {}

    static Result of(Node section) {
        List<String> counts = new ArrayList<>();
        for (Status status : Status.values()) {
            long count = count(section, status);
            if (count > 0) {
                counts.add(count + " " + status.name().toLowerCase(Locale.ROOT));
            }
        }
        return new Result(section.line(), section.worst(), String.join(", ", counts), List.of(), Result.Details.NONE);
    }

    private static long count(Node node, Status status) {
        return node.scope() == null
                ? (node.status() == status ? 1 : 0)
                : node.children().stream()
                        .mapToLong(child -> count(child, status))
                        .sum();
    }
}
