package dev.checklist.k8s;

import dev.checklist.CheckContext;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Reads a list to its end and keeps of each page only what is made of it, so that the pods of a whole cluster need no
 * room. Like any list it begins again, once, when its continuation is gone, and is never judged when cut short.
 *
 * @param namespace empty for all of them
 * @param fieldSelector what the server is to leave out; empty for nothing
 */
record FoldedList<T extends HasMetadata>(
        ApiServer server, ResourceType<T> type, String namespace, String fieldSelector) {
    private static final int PAGE = 500;
    private static final int MOST_PAGES = 200;
    private static final int GONE = 410;

    <A> A load(CheckContext context, Supplier<A> empty, BiConsumer<A, T> add) throws Exception {
        Reply version = server.version(context);
        assert version.code() > 0 : "the server answers";
        Optional<A> all = pages(context, empty.get(), add);
        if (all.isEmpty()) {
            all = pages(context, empty.get(), add);
        }
        return all.orElseThrow(() -> Refusal.error("the list of " + words() + " expired twice while it was read"));
    }

    private <A> Optional<A> pages(CheckContext context, A all, BiConsumer<A, T> add) throws Exception {
        Set<String> seen = new HashSet<>();
        String token = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            Reply reply = server.get(context, type.path(namespace) + query(token), ApiServer.LARGEST_PAGE);
            if (reply.code() == GONE && !token.isEmpty()) {
                return Optional.empty();
            }
            if (reply.code() != 200) {
                throw Refusals.of(server, "list", type, namespace, reply);
            }
            token = add(reply, all, add);
            if (token.isEmpty()) {
                return Optional.of(all);
            }
            if (!seen.add(token)) {
                throw Refusal.error("the list of " + words() + " does not end: the server gave one page twice");
            }
        }
        throw Refusal.error("the list of " + words() + " has more than " + MOST_PAGES * PAGE + " entries");
    }

    private <A> String add(Reply reply, A all, BiConsumer<A, T> add) throws Refusal {
        Page<T> page = reply.page(type.type());
        if (page == null
                || !(type.kind() + "List").equals(page.kind())
                || !type.apiVersion().equals(page.apiVersion())
                || page.metadata() == null) {
            throw server.noAnswer("list of " + type.plural(), reply);
        }
        // a server written in Go may write an empty list as null
        if (page.items() != null) {
            for (T object : page.items()) {
                if (object == null
                        || object.getMetadata() == null
                        || object.getMetadata().getName() == null
                        || !Refusals.isIn(namespace, object.getMetadata())) {
                    throw server.noAnswer("list of " + type.plural() + " with a name for each", reply);
                }
                add.accept(all, object);
            }
        }
        return Objects.requireNonNullElse(page.metadata().getContinue(), "");
    }

    private String query(String token) {
        return "?limit=" + PAGE
                + (fieldSelector.isEmpty() ? "" : "&fieldSelector=" + encoded(fieldSelector))
                + (token.isEmpty() ? "" : "&continue=" + encoded(token));
    }

    private String words() {
        return type.plural() + (namespace.isEmpty() ? " of all namespaces" : " in " + namespace);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
