package dev.checklist.run;

import java.time.Duration;
import java.time.Instant;

/** Gives the time to a run: nanoseconds for waiting, instants for dates. */
public interface RunClock {
    /** Returns the time of day. */
    Instant now();

    /** Returns a count of nanoseconds that never goes back, with a meaning only in differences. */
    long nanoTime();

    /** Returns the clock of this machine. */
    static RunClock system() {
        return SystemClock.INSTANCE;
    }

    /**
     * Is a clock whose time moves only when it is told to. Under it probes run one by one on the caller's thread, and
     * the runner moves the time on when nothing is left to do before.
     */
    interface Virtual extends RunClock {
        /** Moves the time to this count of nanoseconds, or leaves it if that lies in the past. */
        void advanceTo(long nanoTime);
    }

    /** Is the context of a probe under a virtual clock, where a look takes as long as it says. */
    interface VirtualContext {
        /** Tells whether this run's time is virtual at all. */
        boolean isVirtual();

        /** Lets this attempt last so much longer; a timeout that is shorter ends it. */
        void elapse(Duration duration);

        /** Lets this attempt never end by itself. */
        void hang();
    }
}
