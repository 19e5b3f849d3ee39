package dev.checklist.k8s;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.k8s.health.Answer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads objects and lists, and tells apart absent, forbidden, unreachable, and what is no answer at all. */
final class Reader {
    private static final int PAGE = 500;
    private static final int MOST_PAGES = 200;

    private final ApiServer server;
    private final CheckContext context;

    Reader(ApiServer server, CheckContext context) {
        this.server = server;
        this.context = context;
    }

    /** Reads one object by its name; the namespace is empty for kinds that have none. */
    <T extends HasMetadata> Reading<T> get(ResourceType<T> type, String namespace, String name) throws Exception {
        try {
            Reply reply = server.get(context, path(type, namespace) + "/" + name);
            if (reply.code() != 200) {
                return Reading.refused(refusal("get", type, namespace, name, reply));
            }
            T object = reply.as(type.type(), server.serialization());
            return object != null && isWanted(object, type, name)
                    ? Reading.of(object)
                    : Reading.refused(noAnswer(type.kind() + " " + name, reply));
        } catch (ApiServer.Unreachable e) {
            return Reading.refused(Outcome.error(String.valueOf(e.getMessage())));
        }
    }

    private static boolean isWanted(HasMetadata object, ResourceType<?> type, String name) {
        return type.kind().equals(object.getKind())
                && object.getMetadata() != null
                && name.equals(object.getMetadata().getName());
    }

    /** Reads a list to its end, page by page; a continuation that is gone begins it again, once. */
    <T extends HasMetadata> Reading<List<T>> list(ResourceType<T> type, String namespace, String labelSelector)
            throws Exception {
        try {
            Reading<List<T>> pages = pages(type, namespace, labelSelector);
            return pages == null ? again(type, namespace, labelSelector) : pages;
        } catch (ApiServer.Unreachable e) {
            return Reading.refused(Outcome.error(String.valueOf(e.getMessage())));
        }
    }

    private <T extends HasMetadata> Reading<List<T>> again(ResourceType<T> type, String namespace, String selector)
            throws Exception {
        Reading<List<T>> second = pages(type, namespace, selector);
        return second != null
                ? second
                : Reading.refused(Outcome.error("the list of " + type.plural() + " expired twice while it was read"));
    }

    /** Returns null when the continuation of the list is gone. */
    private <T extends HasMetadata> @Nullable Reading<List<T>> pages(
            ResourceType<T> type, String namespace, String selector) throws Exception {
        List<T> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String token = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            Reply reply = server.get(context, path(type, namespace) + query(selector, token));
            if (reply.code() == 410 && !token.isEmpty()) {
                return null;
            }
            if (reply.code() != 200) {
                return Reading.refused(refusal("list", type, namespace, "", reply));
            }
            ListType.Page<T> read =
                    type.listType() == null ? null : type.listType().page(reply, server.serialization());
            if (read == null) {
                return Reading.refused(noAnswer("list of " + type.plural(), reply));
            }
            all.addAll(read.items());
            if (read.next().isEmpty()) {
                return Reading.of(List.copyOf(all));
            }
            if (!seen.add(read.next())) {
                return Reading.refused(Outcome.error(
                        "the list of " + type.plural() + " does not end: the server gave the same page twice"));
            }
            token = read.next();
        }
        return Reading.refused(Outcome.error("the list of " + type.plural() + " has more than " + MOST_PAGES * PAGE
                + " entries: narrow it by a label selector"));
    }

    private static String query(String selector, String token) {
        return "?limit=" + PAGE
                + (selector.isEmpty() ? "" : "&labelSelector=" + encoded(selector))
                + (token.isEmpty() ? "" : "&continue=" + encoded(token));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String path(ResourceType<?> type, String namespace) {
        return type.api() + (namespace.isEmpty() ? "" : "/namespaces/" + namespace) + "/" + type.plural();
    }

    private Outcome refusal(String verb, ResourceType<?> type, String namespace, String name, Reply reply)
            throws Exception {
        String what = reply.describe(server.serialization());
        String where = namespace.isEmpty() ? "" : " in " + namespace;
        return switch (Answer.of(reply.code(), reply.status(server.serialization()))) {
            case ABSENT -> Outcome.failed(absent(type, namespace, name)).conclusively();
            case NOT_PERMITTED ->
                notPermitted(reply.code(), "not permitted: " + verb + " " + type.plural() + where, what);
            case KIND_NOT_SERVED ->
                Outcome.error("the server " + server.url() + " does not serve " + type.plural() + " at " + type.api()
                        + " (" + what + "): is it the API server?");
            case LIST_EXPIRED, UNREACHABLE ->
                Outcome.error("could not " + verb + " " + type.plural() + where + ": the API server answered " + what);
        };
    }

    static Outcome notPermitted(int code, String what, String answer) {
        return code == 403
                ? Outcome.notPermitted(what + " (" + answer + ")")
                : Outcome.error(what + ": the server did not accept our credentials (" + answer + ")");
    }

    private String absent(ResourceType<?> type, String namespace, String name) throws Exception {
        String what = type.word() + " " + name;
        if (namespace.isEmpty()) {
            return "expected the " + what + " but it is absent";
        }
        Reply reply = server.get(context, path(ResourceType.NAMESPACE, "") + "/" + namespace);
        return switch (reply.code()) {
            case 404 -> "expected the " + what + " but the namespace " + namespace + " is absent";
            case 200 -> "expected the " + what + " in the namespace " + namespace + " but it is absent";
            default ->
                "expected the " + what + " in the namespace " + namespace
                        + " but it is absent (whether the namespace exists could not be seen: " + reply.code() + ")";
        };
    }

    private Outcome noAnswer(String wanted, Reply reply) {
        return Outcome.error("expected the " + wanted + " but the server " + server.url() + " answered "
                + reply.describe(server.serialization()) + ": is it the API server, or a login page?");
    }
}
