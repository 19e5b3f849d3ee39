package dev.checklist.k8s;

import dev.checklist.CheckContext;
import dev.checklist.k8s.diagnosis.SeenEvent;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Reads what may explain a failure; what cannot be read is a note, and is not asked for again by this diagnosis.
 */
final class Evidence {
    /** When this much time is left, what was found is told. */
    private static final Duration RESERVE = Duration.ofSeconds(2);

    private final ApiServer server;
    private final CheckContext context;
    private boolean hasEvents = true;
    private boolean hasLogs;

    Evidence(ApiServer server, CheckContext context) {
        this.server = server;
        this.context = context;
        this.hasLogs = server.showsLogs();
    }

    ApiServer server() {
        return server;
    }

    /** Returns the events of an object, and tells of them. */
    List<SeenEvent> events(String namespace, HasMetadata object, List<String> rows) throws Exception {
        String uid = object.getMetadata().getUid();
        if (!hasEvents || uid == null || isLate(rows)) {
            return List.of();
        }
        try {
            List<SeenEvent> events = new EventsRead(server, namespace, uid).load(context);
            PodStory.addEvents(events, rows);
            return events;
        } catch (Refusal refusal) {
            hasEvents = false;
            rows.add("  events: " + refusal.reason());
            return List.of();
        }
    }

    /** Returns the end of a log, or tells why not. */
    Optional<LogTail> tail(LogRead read, boolean previous, List<String> rows) throws Exception {
        if (!hasLogs || isLate(rows)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LogTail.read(read, context, previous));
        } catch (Refusal refusal) {
            hasLogs = false;
            rows.add("  logs: " + refusal.reason());
            return Optional.empty();
        }
    }

    private boolean isLate(List<String> rows) {
        boolean late = context.remaining().compareTo(RESERVE) < 0;
        if (late && (hasEvents || hasLogs)) {
            hasEvents = false;
            hasLogs = false;
            rows.add("  the time for this is up");
        }
        return late;
    }
}
