package dev.checklist.run;

import dev.checklist.Checklist;
import java.time.Duration;
import java.util.Optional;

/**
 * Is told what happens in a run, one call at a time, on a thread of its own.
 *
 * <p>A listener that hangs or throws delays nothing: what it throws is logged.
 */
public interface RunListener {
    /** Is told that a run starts. */
    default void runStarted(Checklist checklist) {}

    /** Is told that a line is asked for the first time. */
    default void lineStarted(Line line) {}

    /**
     * Is told what an attempt found.
     *
     * @param next how long until the next attempt; empty if this was the last
     */
    default void attemptEnded(Line line, Attempt attempt, Optional<Duration> next) {}

    /** Is told how a line or section ended; its diagnosis may still be on its way. */
    default void lineEnded(Result result) {}

    /** Is told that the run has ended. */
    default void runEnded(Report report) {}
}
