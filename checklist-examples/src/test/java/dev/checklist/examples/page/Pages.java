package dev.checklist.examples.page;

import dev.checklist.examples.ticketer.GivenSettings;
import dev.checklist.examples.ticketer.TicketerChecklist;
import dev.checklist.examples.ticketer.TicketerSettings;
import dev.checklist.examples.trackdechets.GivenTrackdechets;
import dev.checklist.examples.trackdechets.TrackdechetsChecklist;
import dev.checklist.examples.trackdechets.TrackdechetsSettings;
import java.io.IOException;
import java.nio.file.Path;

/** Makes both pages, of a place where nobody listens. */
final class Pages {
    private Pages() {}

    static Coverage coverage(Path folder) throws IOException {
        Coverage coverage = new Coverage();
        try (Page ticketer = new TicketerChecklist(TicketerSettings.of(GivenSettings.in(folder)));
                Page trackdechets = new TrackdechetsChecklist(TrackdechetsSettings.of(GivenTrackdechets.in(folder)))) {
            coverage.add(ticketer);
            coverage.add(trackdechets);
        }
        return coverage;
    }
}
