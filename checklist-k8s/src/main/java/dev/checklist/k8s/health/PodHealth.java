package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Conditions.FALSE;

import dev.checklist.k8s.health.Conditions.Condition;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodReadinessGate;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The rule for Pods: completed, or running and Ready. {@code 1/1} is not Ready, a pod that is being deleted is not
 * healthy although it may be Ready, and a crash loop is one between its crashes too.
 */
public final class PodHealth {

    private static final Duration UNSCHEDULABLE_GRACE = Duration.ofSeconds(60);

    private PodHealth() {}

    /**
     * Judges the Pod.
     *
     * @param pod the object as read
     * @param now the time of the observation; a pod may be unschedulable for 60 seconds before it counts as failed
     * @return the verdict; one failed reading may be the moment between two tries, so ask twice before giving up
     */
    public static Health of(Pod pod, Instant now) {
        Facts facts = new Facts();
        PodStatus status = Objects.requireNonNullElseGet(pod.getStatus(), PodStatus::new);
        Conditions conditions = Conditions.of(
                facts,
                Universal.metadata(pod).getGeneration(),
                status.getConditions(),
                c -> Condition.of(c.getType(), c.getStatus(), c.getReason(), c.getMessage())
                        .since(c.getLastTransitionTime())
                        .observed(c.getObservedGeneration()));
        return Universal.terminating(facts, pod, now)
                .or(() -> Universal.stale(facts, pod, status.getObservedGeneration()))
                .or(() -> Universal.standard(facts, conditions))
                .orElseGet(() -> byPhase(facts, pod, status, conditions, now));
    }

    private static Health byPhase(Facts facts, Pod pod, PodStatus status, Conditions conditions, Instant now) {
        String phase = facts.text("status.phase", status.getPhase());
        Containers containers = new Containers(facts, pod);
        return switch (phase) {
            case "Succeeded" -> facts.healthy("completed");
            case "Failed" -> facts.failed(whyFailed(facts, status, containers));
            case "Unknown" -> facts.unknown("phase Unknown: its node does not report");
            default -> {
                Optional<String> badWait = containers.badWait();
                if (badWait.isPresent()) {
                    yield facts.failed(badWait.get());
                }
                yield switch (phase) {
                    case "Running" -> running(facts, pod, conditions, containers);
                    case "Pending" -> pending(facts, pod, conditions, containers, now);
                    case "" -> facts.progressing("no phase yet");
                    default -> facts.unknown("phase " + phase + " is not one that this rule knows");
                };
            }
        };
    }

    private static String whyFailed(Facts facts, PodStatus status, Containers containers) {
        String reason = facts.text("status.reason", status.getReason());
        String message = Absent.text(status.getMessage());
        if (!reason.isEmpty()) {
            return "phase Failed: " + reason + (message.isEmpty() ? "" : " (" + Conditions.cut(message) + ")");
        }
        return "phase Failed: "
                + containers.badExit().orElse(message.isEmpty() ? "no reason given" : Conditions.cut(message));
    }

    private static Health running(Facts facts, Pod pod, Conditions conditions, Containers containers) {
        if (conditions.holds("Ready")) {
            containers.addNotes();
            return facts.healthy("Running and Ready");
        }
        return containers
                .crash()
                .map(facts::failed)
                .orElseGet(() -> facts.progressing("Running, not Ready" + whyNotReady(pod, conditions, containers)));
    }

    private static String whyNotReady(Pod pod, Conditions conditions, Containers containers) {
        if (containers.allReady()) {
            List<String> gates = gates(pod).stream()
                    .map(PodReadinessGate::getConditionType)
                    .filter(gate -> gate != null && !conditions.holds(gate))
                    .toList();
            if (!gates.isEmpty()) {
                return ": its containers are ready, its readiness gates are not: " + String.join(", ", gates);
            }
        }
        return conditions
                .with("Ready", FALSE)
                .map(ready -> ": " + ready.quoted())
                .orElse("");
    }

    private static List<PodReadinessGate> gates(Pod pod) {
        return pod.getSpec() == null ? List.of() : Absent.list(pod.getSpec().getReadinessGates());
    }

    private static Health pending(Facts facts, Pod pod, Conditions conditions, Containers containers, Instant now) {
        Optional<Condition> unscheduled = conditions.with("PodScheduled", FALSE);
        if (unscheduled.isPresent()) {
            return unscheduled(facts, pod, unscheduled.get(), now);
        }
        return facts.progressing("Pending"
                + containers
                        .initialising()
                        .or(containers::waiting)
                        .map(reason -> ": " + reason)
                        .orElse(""));
    }

    private static Health unscheduled(Facts facts, Pod pod, Condition unscheduled, Instant now) {
        if (unscheduled.reason().equals("SchedulingGated")) {
            return facts.suspended("a scheduling gate holds it back: " + unscheduled.quoted());
        }
        boolean isNew = Times.age(unscheduled.since(), now)
                .or(() -> Times.age(Universal.metadata(pod).getCreationTimestamp(), now))
                .filter(age -> age.compareTo(UNSCHEDULABLE_GRACE) <= 0)
                .isPresent();
        return unscheduled.reason().equals("Unschedulable") && !isNew
                ? facts.failed("no node takes it: " + unscheduled.quoted())
                : facts.progressing("not scheduled yet: " + unscheduled.quoted());
    }
}
