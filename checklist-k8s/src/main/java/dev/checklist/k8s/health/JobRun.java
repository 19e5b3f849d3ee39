package dev.checklist.k8s.health;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells a run of this release from an older one: a Job keeps its name, and its success, until somebody deletes it. */
public final class JobRun {

    private JobRun() {}

    /**
     * Asks a successful Job whether it was created, and so completed, at or after a time.
     *
     * @param job the object as read
     * @param health the verdict on it
     * @param start the earliest time; the server's times are whole seconds, so it counts from the second it lies in
     * @return progressing for an older run: a new one may replace it; unknown where a time is missing
     */
    public static Health since(Job job, Health health, Instant start) {
        if (!health.isHealthy()) {
            return health;
        }
        Optional<Instant> created = Times.instant(Universal.metadata(job).getCreationTimestamp());
        Optional<Instant> completed =
                Times.instant(job.getStatus() == null ? null : job.getStatus().getCompletionTime());
        Map<String, String> fields = new LinkedHashMap<>(health.fields());
        fields.put("metadata.creationTimestamp", created.map(Instant::toString).orElse("absent"));
        fields.put("status.completionTime", completed.map(Instant::toString).orElse("absent"));
        if (created.isEmpty() || completed.isEmpty()) {
            return new Health(Health.State.UNKNOWN, "the time of its run cannot be read", List.of(), fields);
        }
        Instant earliest = start.truncatedTo(ChronoUnit.SECONDS);
        if (created.get().isBefore(earliest) || completed.get().isBefore(earliest)) {
            return new Health(
                    Health.State.PROGRESSING,
                    "it is an older run, created at " + created.get() + " and completed at " + completed.get(),
                    List.of(),
                    fields);
        }
        return new Health(health.state(), health.reason() + ", created at " + created.get(), health.notes(), fields);
    }
}
