package dev.checklist.k8s;

import dev.checklist.CheckContext;
import dev.checklist.k8s.diagnosis.SeenEvent;
import io.fabric8.kubernetes.api.model.Event;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads what the server noted about one object, by its uid; one short page, since it only explains. */
record EventsRead(ApiServer server, String namespace, String uid) {
    private static final int MOST = 50;

    /** Returns the events in the order of the server. */
    List<SeenEvent> load(CheckContext context) throws Exception {
        String selector = URLEncoder.encode("involvedObject.uid=" + uid, StandardCharsets.UTF_8);
        Reply reply = server.get(
                context,
                ResourceType.EVENT.path(namespace) + "?fieldSelector=" + selector + "&limit=" + MOST,
                ApiServer.LARGEST_OBJECT);
        if (reply.code() != 200) {
            throw Refusals.of(server, "list", ResourceType.EVENT, namespace, reply);
        }
        Page<Event> page = reply.page(Event.class);
        if (page == null || !"EventList".equals(page.kind())) {
            throw server.noAnswer("list of events", reply);
        }
        return Objects.requireNonNullElse(page.items(), List.<Event>of()).stream()
                .filter(event -> event != null && isAbout(event))
                .map(SeenEvent::of)
                .toList();
    }

    /** A server that knows no field selectors gives the events of others, too. */
    private boolean isAbout(Event event) {
        return event.getInvolvedObject() != null
                && uid.equals(event.getInvolvedObject().getUid());
    }
}
