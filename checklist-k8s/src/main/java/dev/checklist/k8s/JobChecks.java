package dev.checklist.k8s;

import dev.checklist.Check;
import java.time.Instant;

/** Has the checks of one Job. */
public final class JobChecks {
    private final Place place;
    private final boolean expiring;

    JobChecks(Place place) {
        this(place, false);
    }

    private JobChecks(Place place, boolean expiring) {
        this.place = place;
        this.expiring = expiring;
    }

    /**
     * Says that the Job has {@code ttlSecondsAfterFinished}, which deletes it also after a success: its absence is then
     * an ERROR, marked as unsupported, since nobody can tell any more; by default it fails.
     */
    public JobChecks expiring() {
        return new JobChecks(place, true);
    }

    /**
     * Passes when the Job is complete, by its conditions only. While it is on its way, its pods are read: one that
     * cannot start never uses up the backoff limit.
     *
     * <p>A Job keeps its name and its success: {@link #hasSucceededSince} and {@link #hasSucceededWith} tell an older
     * run from this one.
     */
    public Check hasSucceeded() {
        return check("has succeeded", "has succeeded", JobRunWanted.ANY);
    }

    /**
     * Passes when the Job is complete, and was created and completed at or after a time, such as the start of the
     * deployment.
     *
     * @param start the earliest creation, by the server's clock, from the second it lies in
     */
    public Check hasSucceededSince(Instant start) {
        if (start == null) {
            throw new IllegalArgumentException("the start is null: give the time of the deployment");
        }
        return check("has succeeded since", "has succeeded since " + start, JobRunWanted.since(start));
    }

    /**
     * Passes when the Job is complete and its template, which never changes, names this image; a wanted digest must
     * stand there. A tag alone passes with a warning.
     *
     * @param image the reference as it stands in the manifest
     */
    public Check hasSucceededWith(String image) {
        ImageReference wanted = ImageReference.of(image);
        return check("has succeeded with image", "has succeeded with " + wanted, JobRunWanted.of(wanted));
    }

    private Check check(String predicate, String title, JobRunWanted wanted) {
        return place.check(ResourceType.JOB, predicate, title, new JobProbe(place, wanted, expiring));
    }
}
