package dev.checklist.k8s;

import dev.checklist.k8s.diagnosis.ContainerSeen;
import dev.checklist.k8s.diagnosis.PodCause;
import dev.checklist.k8s.diagnosis.SeenEvent;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells of one failing pod: its state, its events, the last words of its containers. */
final class PodStory {
    private static final int MOST_EVENTS = 10;

    private final Evidence evidence;
    private final String namespace;
    private final Pod pod;
    private final List<String> rows = new ArrayList<>();
    private final Map<String, String> lastLines = new HashMap<>();
    private List<SeenEvent> events = List.of();

    private PodStory(Evidence evidence, String namespace, Pod pod) {
        this.evidence = evidence;
        this.namespace = namespace;
        this.pod = pod;
    }

    static PodStory read(Evidence evidence, String namespace, Pod pod, String state) throws Exception {
        PodStory story = new PodStory(evidence, namespace, pod);
        String node = pod.getSpec() == null ? null : pod.getSpec().getNodeName();
        story.rows.add("pod " + story.name() + (node == null ? "" : " on node " + node) + ": " + state);
        ContainerSeen.of(pod).forEach(container -> story.rows.add("  " + container));
        story.events = evidence.events(namespace, pod, story.rows);
        for (ContainerSeen container : ContainerSeen.of(pod)) {
            if (container.hasWords()) {
                story.tail(container);
            }
        }
        return story;
    }

    private void tail(ContainerSeen container) throws Exception {
        LogRead read = new LogRead(evidence.server(), namespace, name(), container.name());
        Optional<LogTail> tail = evidence.tail(read, container.failedBefore(), rows);
        tail.filter(words -> !words.lines().isEmpty() || !words.note().isEmpty())
                .ifPresent(words -> {
                    rows.add("  last lines of " + container.name()
                            + (container.failedBefore() ? " before it restarted" : "")
                            + (words.note().isEmpty() ? "" : " (" + words.note() + ")"));
                    words.lines().forEach(line -> rows.add("    " + line.time() + " " + line.shown()));
                    lastLines.put(container.name(), words.lastLine());
                });
    }

    /** Adds the latest events as rows, warnings first. */
    static void addEvents(List<SeenEvent> events, List<String> rows) {
        if (events.isEmpty()) {
            rows.add("  events: none kept (a server keeps them for an hour by default)");
        }
        events.stream()
                .sorted(Comparator.comparing((SeenEvent event) -> !event.type().equals("Warning"))
                        .thenComparing(SeenEvent::last, Comparator.reverseOrder()))
                .limit(MOST_EVENTS)
                .forEach(event -> rows.add("  event " + event));
    }

    String name() {
        return pod.getMetadata().getName();
    }

    Optional<String> cause() {
        return PodCause.of(pod, events, lastLines);
    }

    List<String> rows() {
        return rows;
    }
}
