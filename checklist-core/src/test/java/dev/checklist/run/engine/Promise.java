package dev.checklist.run.engine;

import dev.checklist.Checklist;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Run;
import java.time.Duration;
import java.util.Optional;

/** Holds a run to its promise: the report comes back within the deadline and one second. */
final class Promise {
    /** A thread that waits gets the processor back sooner than one that works. */
    private static final int WORK_SUFFERS_MORE = 10;

    private Promise() {}

    /** Runs the list with this deadline; fails if there is no report a second after it, on a machine that is there. */
    static Report kept(ChecklistRunner runner, Checklist list, Duration deadline) {
        return kept(runner.withDeadline(deadline), list, deadline, Duration.ofSeconds(1));
    }

    private static Report kept(ChecklistRunner runner, Checklist list, Duration deadline, Duration more) {
        try (Metronome machine = new Metronome()) {
            Run run = runner.start(list);
            Optional<Report> report = run.report(deadline.plus(more));
            if (report.isEmpty()) {
                report = run.report(machine.stalled().multipliedBy(WORK_SUFFERS_MORE));
            }
            return report.orElseThrow(
                    () -> new AssertionError("no report " + more + " after the deadline of " + deadline));
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted while waiting for the report", e);
        }
    }
}
