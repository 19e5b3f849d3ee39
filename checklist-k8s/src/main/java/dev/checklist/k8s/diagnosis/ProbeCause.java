package dev.checklist.k8s.diagnosis;

import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.Probe;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says what the kubelet's own looks at a container came to. */
final class ProbeCause {
    private ProbeCause() {}

    /** Returns what the last failed probe of that kind said, such as "Readiness". */
    static Optional<String> failed(ContainerSeen container, List<SeenEvent> events, String kind) {
        String start = kind + " probe failed";
        return events.stream()
                .filter(event -> event.reason().equals("Unhealthy")
                        && event.message().startsWith(start)
                        && event.isAbout(container.name()))
                .max(Comparator.comparing(SeenEvent::last))
                .map(event -> "its " + kind.toLowerCase(Locale.ROOT) + " probe fails"
                        + Words.and(
                                ": ", event.message().substring(start.length()).replaceFirst("^: *", "")));
    }

    /** Says why a container that runs is not ready. */
    static Optional<String> notReady(ContainerSeen container, List<SeenEvent> events) {
        if (!container.isRunning() || container.isReady() || container.isInit()) {
            return Optional.empty();
        }
        String why = failed(container, events, "Startup")
                .or(() -> failed(container, events, "Readiness"))
                .orElseGet(() -> container.spec().getReadinessProbe() == null
                        ? "it has no readiness probe, so it may just have started"
                        : "its readiness probe" + words(container.spec().getReadinessProbe()) + " has not succeeded");
        return Optional.of(container.words() + " runs and is not ready: " + why);
    }

    private static String words(Probe probe) {
        HTTPGetAction get = probe.getHttpGet();
        return get == null || get.getPath() == null ? "" : " (GET " + Words.line(get.getPath()) + ")";
    }
}
