package dev.checklist.k8s;

import dev.checklist.Check;
import java.time.Duration;
import java.util.Optional;

/** Has the checks of one CronJob. */
public final class CronJobChecks {
    private final Place place;

    CronJobChecks(Place place) {
        this.place = place;
    }

    /**
     * Passes when runs are started: it is not suspended, and the last start is at most two periods of {@code
     * spec.schedule} ago. One that is too young to have run passes with a warning.
     *
     * <p>The schedule is read in {@code spec.timeZone}, else in UTC. Where it cannot be read the line is an ERROR.
     */
    public Check isScheduled() {
        return check("is scheduled", "is scheduled", new CronJobProbe(place, new CronJobProbe.Scheduled()));
    }

    /**
     * Passes when the newest finished run succeeded, also one that was started by hand, by {@code
     * status.lastSuccessfulTime} and {@code status.lastScheduleTime}. While one is running, the one before it decides.
     */
    public Check lastRunSucceeded() {
        return check("last run succeeded", "has succeeded at its last run", new CronJobLastRun(place));
    }

    /**
     * Passes when the last success, also of a run by hand, is at most two periods of {@code spec.schedule} old.
     *
     * <p>The schedule is read in {@code spec.timeZone}, else in UTC. Where it cannot be read the line is an ERROR.
     */
    public Check isFresh() {
        return check("is fresh", "succeeded recently", new CronJobProbe(place, fresh(Optional.empty())));
    }

    /**
     * Passes when the last success, also of a run by hand, is at most so old. It is the time of its completion.
     *
     * @param maxAge longer than zero
     */
    public Check isFresh(Duration maxAge) {
        CronJobProbe probe = new CronJobProbe(place, fresh(Optional.of(positive(maxAge))));
        return check("is fresh within", "succeeded within " + maxAge, probe);
    }

    static Duration positive(Duration maxAge) {
        if (maxAge == null || maxAge.isNegative() || maxAge.isZero()) {
            throw new IllegalArgumentException(
                    "the greatest age of the last success is " + maxAge + ": expected more than zero");
        }
        return maxAge;
    }

    static CronJobProbe.Fresh fresh(Optional<Duration> maxAge) {
        return new CronJobProbe.Fresh(maxAge);
    }

    private Check check(String predicate, String title, ObjectProbe probe) {
        return place.check(ResourceType.CRON_JOB, predicate, title, probe);
    }
}
