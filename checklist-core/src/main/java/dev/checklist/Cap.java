package dev.checklist;

import java.util.List;

/**
 * Limits a rating while checks are not green.
 *
 * @param most what the rating counts at most unless each of the checks PASSED or does not apply
 * @param checks the checks, one or more
 */
public record Cap(int most, List<Check> checks) {
    /** Copies the checks. */
    public Cap {
        checks = List.copyOf(checks);
    }
}
