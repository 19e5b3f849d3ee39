package dev.checklist.examples.launcher;

import dev.checklist.examples.page.Phase;
import dev.checklist.run.Report;
import java.util.Optional;

/**
 * Is what is known of a phase.
 *
 * @param phase the phase
 * @param report its report, of this run or the newest in the archive; none if it was not run
 * @param isNow whether this run made it
 * @param doubt why it does not count for the page, if it does not
 */
record PhaseState(Phase phase, Optional<Report> report, boolean isNow, Optional<String> doubt) {
    static PhaseState missing(Phase phase) {
        return new PhaseState(phase, Optional.empty(), false, Optional.of("was not run for this release"));
    }

    PhaseState doubted(String why) {
        return new PhaseState(phase, report, isNow, Optional.of(why));
    }
}
