package dev.checklist.examples.world.server;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A request for objects, read from method and path.
 *
 * @param verb as in {@code list}
 * @param kind what is asked for
 * @param namespace empty for all of them, or for an object of the cluster
 * @param name empty for a list
 */
record ApiRequest(String verb, ApiKind kind, String namespace, String name) {

    /** Empty when the path belongs to no served kind. */
    static Optional<ApiRequest> of(String method, String target) {
        URI uri = URI.create(target);
        List<String> parts = List.of(uri.getPath().substring(1).split("/", -1));
        int start = parts.get(0).equals("apis") ? 3 : 2;
        if (parts.size() <= start) {
            return Optional.empty();
        }
        String group = start == 3 ? parts.get(1) : "";
        String version = parts.get(start - 1);
        boolean inNamespace = parts.get(start).equals("namespaces") && parts.size() > start + 2;
        List<String> rest = parts.subList(inNamespace ? start + 2 : start, parts.size());
        String name = rest.size() > 1 ? rest.get(1) : "";
        String query = uri.getQuery() == null ? "" : uri.getQuery();
        return ApiKind.SERVED.stream()
                .filter(kind -> kind.group().equals(group)
                        && kind.version().equals(version)
                        && kind.plural().equals(rest.get(0)))
                .findFirst()
                .map(kind ->
                        new ApiRequest(verb(method, name, query), kind, inNamespace ? parts.get(start + 1) : "", name));
    }

    private static String verb(String method, String name, String query) {
        return switch (method) {
            case "GET" -> query.contains("watch=true") ? "watch" : name.isEmpty() ? "list" : "get";
            case "POST" -> "create";
            case "PUT" -> "update";
            case "PATCH" -> "patch";
            case "DELETE" -> name.isEmpty() ? "deletecollection" : "delete";
            default -> method.toLowerCase(Locale.ROOT);
        };
    }

    /** Says where, as the server's messages do. */
    String scope() {
        return namespace.isEmpty() ? "at the cluster scope" : "in the namespace \"" + namespace + "\"";
    }
}
