package dev.checklist.report;

import dev.checklist.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Is one thing to be told before the list itself, not yet made safe for any format.
 *
 * @param status how it ended; null for what is no line
 * @param title what it is
 * @param message what was found; may be blank
 * @param details what helps
 * @param diagnosis what was collected after the failure
 */
public record Point(
        @Nullable Status status, String title, String message, List<Detail> details, List<String> diagnosis) {
    static Point of(@Nullable Status status, String title, String message) {
        return new Point(status, title, message, List.of(), List.of());
    }
}
