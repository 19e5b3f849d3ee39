package dev.checklist.k8s;

import dev.checklist.k8s.ApiStub.Request;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Grants or refuses requests as the authorizer of a real API server does, by the roles that were printed. */
record Rbac(List<Grant> grants) {
    /** One rule of a role in one namespace, empty for the whole cluster. */
    record Grant(String namespace, PolicyRule rule) {
        boolean covers(Wish wish) {
            return (namespace.isEmpty() || namespace.equals(wish.namespace()))
                    && rule.getApiGroups().contains(wish.group())
                    && rule.getResources().contains(wish.resource())
                    && rule.getVerbs().contains(wish.verb())
                    && (rule.getResourceNames().isEmpty()
                            || rule.getResourceNames().contains(wish.name()));
        }
    }

    /** What a request asks for, in the words of RBAC. */
    record Wish(String namespace, String group, String resource, String name, String verb) {
        static Wish of(Request request) {
            List<String> parts =
                    new ArrayList<>(List.of(request.path().substring(1).split("/")));
            String group = parts.remove(0).equals("api") ? "" : parts.remove(0);
            parts.remove(0);
            String namespace = parts.get(0).equals("namespaces") && parts.size() > 1 ? parts.get(1) : "";
            if (!namespace.isEmpty() && parts.size() > 2) {
                parts.subList(0, 2).clear();
            }
            String name = parts.size() > 1 ? parts.get(1) : "";
            String resource = parts.get(0) + (parts.size() > 2 ? "/" + parts.get(2) : "");
            boolean watches = request.query().contains("watch=");
            String verb =
                    request.method().equals("POST") ? "create" : watches ? "watch" : name.isEmpty() ? "list" : "get";
            return new Wish(namespace, group, resource, name, verb);
        }
    }

    static Rbac of(String yaml) {
        return new Rbac(objects(yaml).stream().flatMap(Rbac::grants).toList());
    }

    static List<HasMetadata> objects(String yaml) {
        Object read = new KubernetesSerialization()
                .unmarshal(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
        return read instanceof List<?> list
                ? list.stream().map(HasMetadata.class::cast).toList()
                : read == null ? List.of() : List.of((HasMetadata) read);
    }

    private static Stream<Grant> grants(HasMetadata role) {
        return role instanceof ClusterRole all
                ? all.getRules().stream().map(rule -> new Grant("", rule))
                : ((Role) role)
                        .getRules().stream()
                                .map(rule -> new Grant(role.getMetadata().getNamespace(), rule));
    }

    /** Tells whether the request is granted, or is one that a stock cluster grants to everybody. */
    boolean allows(Request request) {
        return isForAll(request)
                || request.path().contains("/selfsubject")
                || grants.stream().anyMatch(grant -> grant.covers(Wish.of(request)));
    }

    /** The version, and what the server serves. */
    private static boolean isForAll(Request request) {
        return request.isVersion() || request.path().matches("/api(/v1)?|/apis(/[^/]+){0,2}");
    }

    /** Returns the resources that no request was for. */
    List<String> unused(Set<Request> requests) {
        return grants.stream()
                .flatMap(grant -> grant.rule().getResources().stream()
                        .filter(resource -> requests.stream()
                                .filter(request -> !isForAll(request))
                                .map(Wish::of)
                                .noneMatch(wish -> wish.resource().equals(resource) && grant.covers(wish))))
                .toList();
    }
}
