package dev.checklist.k8s.health;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The rule for "the autoscaler has scaled up": by what it keeps of its last scaling and what it asks for now, or by an
 * event of a larger size. That it scaled alone does not tell the direction.
 */
public final class AutoscalerScaling {
    private static final Pattern SIZE = Pattern.compile("New size: (\\d{1,9}); reason: (.*)", Pattern.DOTALL);

    private AutoscalerScaling() {}

    /**
     * Judges the autoscaler by its own status.
     *
     * @param autoscaler the object as read
     * @param since the time from which a scaling counts
     * @param now the time of the observation
     * @return the verdict; unknown where it scaled, but its status does not tell whether up
     */
    public static Health upSince(HorizontalPodAutoscaler autoscaler, Instant since, Instant now) {
        return upSince(autoscaler, List.of(), since, now);
    }

    /**
     * Judges the same with the events of the autoscaler, which the server keeps for an hour by default.
     *
     * @param autoscaler the object as read
     * @param events any events; those of other objects are passed over
     * @param since the time from which a scaling counts
     * @param now the time of the observation
     * @return the verdict; without any scaling since then it is progressing
     */
    public static Health upSince(
            HorizontalPodAutoscaler autoscaler, Collection<Event> events, Instant since, Instant now) {
        Facts facts = new Facts();
        return Universal.terminating(facts, autoscaler, now).orElseGet(() -> {
            HorizontalPodAutoscalerStatus status =
                    Objects.requireNonNullElseGet(autoscaler.getStatus(), HorizontalPodAutoscalerStatus::new);
            Integer least =
                    autoscaler.getSpec() == null ? null : autoscaler.getSpec().getMinReplicas();
            facts.see("spec.minReplicas", least);
            int desired = facts.counter("status.desiredReplicas", status.getDesiredReplicas());
            facts.see("status.lastScaleTime", status.getLastScaleTime());
            boolean scaled = Times.instant(status.getLastScaleTime())
                    .filter(time -> !time.isBefore(since) && !time.isAfter(now))
                    .isPresent();
            if (scaled && desired > (least == null ? 1 : least)) {
                return facts.healthy("scaled at " + status.getLastScaleTime() + ", to " + desired + " replicas");
            }
            return growth(facts, autoscaler, events, since)
                    .orElseGet(() -> scaled
                            ? facts.unknown("it scaled at " + status.getLastScaleTime()
                                    + ", direction unknown: it asks for no more than its least, and no event tells")
                            : facts.progressing("it has not scaled since " + since));
        });
    }

    private static Optional<Health> growth(
            Facts facts, HorizontalPodAutoscaler autoscaler, Collection<Event> events, Instant since) {
        String uid = Universal.metadata(autoscaler).getUid();
        List<Rescale> rescales = events.stream()
                .filter(event -> uid != null
                        && event.getInvolvedObject() != null
                        && uid.equals(event.getInvolvedObject().getUid())
                        && "SuccessfulRescale".equals(event.getReason()))
                .flatMap(event -> Rescale.of(event).stream())
                .filter(rescale -> !rescale.time.isBefore(since))
                .sorted(Comparator.comparing(Rescale::time))
                .toList();
        facts.see("events SuccessfulRescale", rescales.size());
        Rescale before = null;
        for (Rescale rescale : rescales) {
            if (rescale.isUp || before != null && rescale.size > before.size) {
                return Optional.of(facts.healthy("scaled to " + rescale.size + " replicas at " + rescale.time));
            }
            before = rescale;
        }
        return Optional.empty();
    }

    /** One event: to which size, when, and whether its words say that it was to a larger one. */
    private record Rescale(Instant time, int size, boolean isUp) {

        static Optional<Rescale> of(Event event) {
            Matcher matcher = SIZE.matcher(Absent.text(event.getMessage()));
            Optional<Instant> time = Stream.of(
                            event.getLastTimestamp(),
                            event.getEventTime() == null
                                    ? null
                                    : event.getEventTime().getTime())
                    .flatMap(text -> Times.instant(text).stream())
                    .findFirst();
            return matcher.matches()
                    ? time.map(at -> new Rescale(
                            at,
                            Integer.parseInt(matcher.group(1)),
                            matcher.group(2).strip().endsWith("above target")))
                    : Optional.empty();
        }
    }
}
