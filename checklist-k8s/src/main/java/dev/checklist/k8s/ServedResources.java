package dev.checklist.k8s;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks the server which resources it serves: a review of one that there is not is always denied. */
final class ServedResources {
    private static final List<String> SPECIAL_VERBS = List.of("impersonate", "bind", "escalate", "use");

    private final ApiServer server;
    private final CheckContext context;

    ServedResources(ApiServer server, CheckContext context) {
        this.server = server;
        this.context = context;
    }

    /**
     * Makes sure that there is such a resource in namespaces, and that it has the verb.
     *
     * @throws Refusal if there is not, or the server does not say
     */
    void mustHave(ResourceName name, String verb) throws Exception {
        for (String path : versions(name)) {
            for (Map<?, ?> resource : objects(document(path, "APIResourceList"), "resources", path)) {
                if (name.listed().equals(resource.get("name"))) {
                    mustBeNamespaced(name, resource.get("namespaced"));
                    mustKnow(name, verb, resource.get("verbs"));
                    return;
                }
            }
        }
        throw absent(name);
    }

    private List<String> versions(ResourceName name) throws Exception {
        if (name.group().isEmpty()) {
            return List.of("api/v1");
        }
        Reply reply = read("apis/" + name.group());
        if (reply.code() == 404) {
            throw absent(name);
        }
        List<String> paths = new ArrayList<>();
        String path = "apis/" + name.group();
        for (Map<?, ?> version : objects(document(path, "APIGroup"), "versions", path)) {
            paths.add("apis/" + version.get("groupVersion"));
        }
        return paths;
    }

    private static Refusal absent(ResourceName name) {
        return new Refusal(Outcome.failed("expected the resource " + name
                + " but the cluster serves none: is it spelled right, and its definition installed?"));
    }

    private static void mustBeNamespaced(ResourceName name, @Nullable Object namespaced) throws Refusal {
        if (!Boolean.TRUE.equals(namespaced)) {
            throw new Refusal(Outcome.failed("expected a resource of namespaces but " + name + " is of the cluster")
                    .conclusively());
        }
    }

    private static void mustKnow(ResourceName name, String verb, @Nullable Object verbs) throws Refusal {
        if (!SPECIAL_VERBS.contains(verb) && !(verbs instanceof List<?> known && known.contains(verb))) {
            throw new Refusal(
                    Outcome.failed("expected a resource that has the verb " + verb + " but " + name + " has " + verbs)
                            .conclusively());
        }
    }

    private Map<?, ?> document(String path, String kind) throws Exception {
        Reply reply = read(path);
        switch (reply.code()) {
            case 200 -> {
                Map<?, ?> document = reply.as(Map.class);
                if (document == null || !kind.equals(document.get("kind"))) {
                    throw server.noAnswer(kind + " of /" + path, reply);
                }
                return document;
            }
            case 401 -> throw server.notAccepted("/" + path, reply);
            case 403 -> throw new Refusal(Outcome.notPermitted("not permitted: get /" + path + " (" + reply + ")"));
            default -> throw Refusal.error(server.answered("/" + path, reply));
        }
    }

    private List<Map<?, ?>> objects(Map<?, ?> document, String key, String path) throws Exception {
        List<Map<?, ?>> objects = new ArrayList<>();
        if (document.get(key) instanceof List<?> list) {
            for (Object object : list) {
                if (object instanceof Map<?, ?> map) {
                    objects.add(map);
                }
            }
        }
        if (objects.isEmpty()) {
            throw server.noAnswer(key + " of /" + path, read(path));
        }
        return objects;
    }

    private Reply read(String path) throws Exception {
        Reply version = server.version(context);
        assert version.code() > 0 : "the server answers";
        return context.shared(
                        new Document(server, path),
                        () -> Reading.of(() -> server.get(context, path, ApiServer.LARGEST_OBJECT)))
                .get();
    }

    private record Document(ApiServer server, String path) {}
}
