package dev.checklist.k8s;

import dev.checklist.CheckContext;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ListMeta;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list to its end, page by page; a continuation that is gone begins it again, once. A list that was cut short is
 * never judged.
 */
record ListRead<T extends HasMetadata>(ApiServer server, ResourceType<T> type, String namespace, String labelSelector) {
    static final int PAGE = 1_000;
    private static final int MOST_PAGES = 100;
    private static final long MOST_BYTES = 4L * ApiServer.LARGEST_PAGE;
    private static final int GONE = 410;
    /** The least time between the starts of two reads of one list: what waits out of step shares the next. */
    private static final Duration APART = Duration.ofMillis(500);

    /** Keeps the reads of one list apart. */
    private record Turns(ListRead<?> list) {}

    Listing<T> load(CheckContext context) throws Exception {
        Duration wait =
                context.perRun(new Turns(this), () -> new Pace(1, APART)).next(context.elapsed());
        if (!wait.isZero()) {
            context.pause(wait);
        }
        Listing<T> all = pages(context);
        if (all == null) {
            all = pages(context);
        }
        if (all == null) {
            throw Refusal.error("the list of " + words() + " expired twice while it was read");
        }
        return all;
    }

    /** Returns null when the continuation of the list is gone. */
    private @Nullable Listing<T> pages(CheckContext context) throws Exception {
        List<T> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String token = "";
        long bytes = 0;
        for (int page = 0; page < MOST_PAGES; page++) {
            Reply reply = server.get(context, type.path(namespace) + query(token), ApiServer.LARGEST_PAGE);
            if (reply.code() == GONE && !token.isEmpty()) {
                return null;
            }
            if (reply.code() == 404 && !type.isCore()) {
                throw Discovery.notServed(server, context, type);
            }
            if (reply.code() != 200) {
                throw Refusals.of(server, "list", type, namespace, reply);
            }
            server.countPage(context);
            bytes += reply.size();
            if (bytes > MOST_BYTES) {
                throw Refusal.error("the list of " + words() + " is longer than " + (MOST_BYTES >> 20)
                        + " MiB: narrow it by a label selector");
            }
            ListMeta head = add(reply, all);
            token = Objects.requireNonNullElse(head.getContinue(), "");
            if (token.isEmpty()) {
                return Listing.of(all, head.getResourceVersion());
            }
            if (!seen.add(token)) {
                throw Refusal.error("the list of " + words() + " does not end: the server gave one page twice");
            }
        }
        throw Refusal.error("the list of " + words() + " has more than " + MOST_PAGES * PAGE
                + " entries: narrow it by a label selector");
    }

    /** Adds what is kept of the objects of a page, and returns its head, which has the token of the next. */
    private ListMeta add(Reply reply, List<T> all) throws Refusal {
        Page<T> page = reply.page(type.type());
        if (page == null
                || !(type.kind() + "List").equals(page.kind())
                || !type.apiVersion().equals(page.apiVersion())
                || page.metadata() == null) {
            throw server.noAnswer("list of " + type.plural(), reply);
        }
        // a server written in Go may write an empty list as null
        for (T object : Objects.requireNonNullElse(page.items(), List.<T>of())) {
            if (object == null
                    || object.getMetadata() == null
                    || object.getMetadata().getName() == null
                    || !Refusals.isIn(namespace, object.getMetadata())) {
                throw server.noAnswer("list of " + type.plural() + " with a name for each", reply);
            }
            object.getMetadata().setManagedFields(null); // as long as the object, and nobody looks at it
            all.add(object);
        }
        return page.metadata();
    }

    private String query(String token) {
        return "?limit=" + PAGE
                + (labelSelector.isEmpty() ? "" : "&labelSelector=" + encoded(labelSelector))
                + (token.isEmpty() ? "" : "&continue=" + encoded(token));
    }

    private String words() {
        return type.plural() + (namespace.isEmpty() ? "" : " in " + namespace);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
