package dev.checklist.k8s.health;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules that come before every kind's own; each gives a verdict or leaves the object to the next rule. */
final class Universal {

    private static final Duration FINALIZER_GRACE = Duration.ofMinutes(2);

    private Universal() {}

    static ObjectMeta metadata(HasMetadata object) {
        return Objects.requireNonNullElseGet(object.getMetadata(), ObjectMeta::new);
    }

    /** A deleted object is on its way out, whatever its status still says. */
    static Optional<Health> terminating(Facts facts, HasMetadata object, Instant now) {
        ObjectMeta metadata = metadata(object);
        if (metadata.getDeletionTimestamp() == null) {
            return Optional.empty();
        }
        facts.see("metadata.deletionTimestamp", metadata.getDeletionTimestamp());
        List<String> finalizers = Absent.list(metadata.getFinalizers());
        // The timestamp is the end of the grace period, not the time of the request.
        boolean overdue = Times.age(metadata.getDeletionTimestamp(), now)
                .filter(late -> late.compareTo(FINALIZER_GRACE) > 0)
                .isPresent();
        String remaining = overdue && !finalizers.isEmpty()
                ? ", more than 2 minutes ago; finalizers remain: " + String.join(", ", finalizers)
                : "";
        return Optional.of(
                facts.progressing("terminating, to be gone by " + metadata.getDeletionTimestamp() + remaining));
    }

    /** The status belongs to an older spec; a status without the field is left to the kind's rule. */
    static Optional<Health> stale(Facts facts, HasMetadata object, @Nullable Long observed) {
        return observed == null ? Optional.empty() : compare(facts, object, observed, observed);
    }

    /** The workload controllers always write the field: without it they have not seen the object. */
    static Optional<Health> staleOrUnseen(Facts facts, HasMetadata object, @Nullable Long observed) {
        return compare(facts, object, observed, observed == null ? 0 : observed);
    }

    /** The standard conditions that mean the same on any kind. */
    static Optional<Health> standard(Facts facts, Conditions conditions) {
        return conditions
                .ifTrue("Stalled")
                .map(stalled -> facts.failed(stalled.quoted()))
                .or(() -> conditions.ifTrue("Reconciling").map(reconciling -> facts.progressing(reconciling.quoted())));
    }

    // Less than, not unequal: a status may be of a newer generation than the metadata of the same read.
    private static Optional<Health> compare(Facts facts, HasMetadata object, @Nullable Long seen, long observed) {
        Long generation = metadata(object).getGeneration();
        facts.see("metadata.generation", generation);
        facts.see("status.observedGeneration", seen);
        return generation != null && observed < generation
                ? Optional.of(facts.progressing("generation " + generation + " is not observed yet, "
                        + (seen == null ? "and none before it" : "the status is of generation " + seen)))
                : Optional.empty();
    }
}
