package dev.checklist.history;

import dev.checklist.Derived;
import dev.checklist.Item;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Describes a line that passes when listed items held over a long time, seen in the runs of an archive; an immutable value.
 *
 * <p>Defaults: windows of one hour, none missed, none failed, from the first matching run on. No run is started: a cron
 * job or a {@code ScheduledExecutorService} runs the list and archives each report.
 */
public final class Soak {
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int MOST_WINDOWS = 10_000;

    private final RunArchive archive;
    private final Budget budget;
    private final @Nullable Instant start;

    private Soak(RunArchive archive, Budget budget, @Nullable Instant start) {
        this.archive = archive;
        this.budget = budget;
        this.start = start;
    }

    static Soak over(RunArchive archive, Duration length) {
        return new Soak(archive, new Budget(positive("length", length), Duration.ofHours(1), 0, 0), null);
    }

    private static Duration positive(String name, @Nullable Duration value) {
        if (value == null || value.isZero() || value.isNegative() || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    name + " is " + value + ": expected more than zero and at most " + LONGEST.toDays() + " days");
        }
        return value;
    }

    /** Sets the length of a window, in each of which a run must start; default one hour. */
    public Soak every(Duration window) {
        Duration given = positive("window", window);
        return new Soak(archive, new Budget(budget.length(), given, budget.maxMissed(), budget.maxFailures()), start);
    }

    /** Lets so many windows be missed: without a run that counts; default 0. */
    public Soak maxMissed(int windows) {
        int most = atLeastZero("missed windows", windows);
        return new Soak(archive, new Budget(budget.length(), budget.window(), most, budget.maxFailures()), start);
    }

    /** Lets so many windows fail: the worst run of a window counts; default 0. */
    public Soak maxFailures(int windows) {
        int most = atLeastZero("failed windows", windows);
        return new Soak(archive, new Budget(budget.length(), budget.window(), budget.maxMissed(), most), start);
    }

    /** Says when the soak starts, such as the end of the deployment; default: with the first matching run. */
    public Soak startingAt(Instant time) {
        return new Soak(archive, budget, time);
    }

    private static int atLeastZero(String name, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " is " + value + ": expected 0 or more");
        }
        return value;
    }

    /**
     * Makes the line, over one listed item.
     *
     * @throws IllegalArgumentException if the windows do not fill the length, or may all be missed or failed
     */
    public Derived of(String title, Item item) {
        Duration length = budget.length();
        Duration window = budget.window();
        long windows = length.dividedBy(window);
        if (!window.multipliedBy(windows).equals(length) || windows < 1 || windows > MOST_WINDOWS) {
            throw new IllegalArgumentException("windows of " + window + " do not fill a soak of " + length
                    + ": expected a whole number of windows from 1 to " + MOST_WINDOWS);
        }
        if ((long) budget.maxMissed() + budget.maxFailures() >= windows) {
            throw new IllegalArgumentException(budget.maxMissed() + " missed and " + budget.maxFailures()
                    + " failed windows of " + windows + " would pass without any that held");
        }
        return Derived.of(title, title, new SoakLine(archive, budget, Optional.ofNullable(start), item));
    }
}
