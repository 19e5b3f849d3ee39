package dev.checklist.report;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Checks the zone of a reader. */
final class Zones {
    private Zones() {}

    static ZoneId present(@Nullable ZoneId zone) {
        if (zone == null) {
            throw new IllegalArgumentException("zone is null: give the reader's zone or leave the call out");
        }
        return zone;
    }
}
