package dev.checklist.run.engine;

import dev.checklist.Checklist;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import java.time.Duration;

/** Holds a run to its promise: the report comes back within the deadline and one second. */
final class Promise {
    private Promise() {}

    /** Runs the list, whose runner has this deadline; fails if there is no report a second after it. */
    static Report kept(ChecklistRunner runner, Checklist list, Duration deadline) {
        try {
            return runner.withDeadline(deadline)
                    .start(list)
                    .report(deadline.plusSeconds(1))
                    .orElseThrow(() -> new AssertionError("no report one second after the deadline of " + deadline));
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted while waiting for the report", e);
        }
    }
}
