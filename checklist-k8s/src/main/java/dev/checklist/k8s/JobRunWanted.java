package dev.checklist.k8s;

import dev.checklist.Outcome;
import dev.checklist.k8s.health.Health;
import dev.checklist.k8s.health.JobRun;
import dev.checklist.k8s.health.PodContainers;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Says which run of a Job counts.
 *
 * @param start its earliest creation, if it is told by time
 * @param image what it must run, if it is told by image
 */
record JobRunWanted(Optional<Instant> start, Optional<ImageReference> image) {
    static final JobRunWanted ANY = new JobRunWanted(Optional.empty(), Optional.empty());

    static JobRunWanted since(Instant start) {
        return new JobRunWanted(Optional.of(start), Optional.empty());
    }

    static JobRunWanted of(ImageReference image) {
        return new JobRunWanted(Optional.empty(), Optional.of(image));
    }

    String expected() {
        return start.map(since -> "a successful run since " + since)
                .or(() -> image.map(wanted -> "a successful run of " + wanted))
                .orElse("a successful run");
    }

    Outcome of(Job job, Health health) {
        Health judged = start.map(since -> JobRun.since(job, health, since)).orElse(health);
        Outcome outcome = Outcomes.of(expected(), judged);
        return judged.isHealthy() && image.isPresent() ? ofImage(image.get(), job, outcome) : outcome;
    }

    private Outcome ofImage(ImageReference wanted, Job job, Outcome succeeded) {
        PodTemplateSpec template = job.getSpec() == null ? null : job.getSpec().getTemplate();
        List<String> found = PodContainers.of(template == null ? null : template.getSpec()).stream()
                .map(Container::getImage)
                .map(String::valueOf)
                .toList();
        if (found.stream().noneMatch(image -> isNamed(wanted, image))) {
            return Outcome.failed("expected " + expected() + " but its template names "
                    + (found.isEmpty() ? "none" : String.join(", ", found)));
        }
        Outcome named = succeeded.with("images", String.join(", ", found));
        return wanted.digest().isPresent() ? named : named.warning("by tag only: a tag can be moved, a digest cannot");
    }

    private static boolean isNamed(ImageReference wanted, String image) {
        return wanted.isNamedBy(image)
                && (wanted.digest().isEmpty()
                        || wanted.digest().equals(ImageReference.in(image).flatMap(ImageReference::digest)));
    }
}
