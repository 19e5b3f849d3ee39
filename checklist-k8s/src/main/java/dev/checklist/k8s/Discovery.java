package dev.checklist.k8s;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import io.fabric8.kubernetes.api.model.APIGroup;
import io.fabric8.kubernetes.api.model.APIGroupList;
import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.APIResourceList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Asks the server what it serves in one version of a group; once for all checks that ask now. A 404 of an object's path
 * proves nothing about its kind, since a proxy answers the same.
 *
 * @param groupVersion such as {@code postgresql.cnpg.io/v1}
 */
record Discovery(ApiServer server, String groupVersion) {

    /** Says what it means that the path of a kind was not found. */
    static Refusal notServed(ApiServer server, CheckContext context, ResourceType<?> type) throws Exception {
        try {
            mustServe(server, context, type);
        } catch (Refusal refusal) {
            return refusal;
        }
        return Refusal.error("the server " + server.url() + " serves " + type.word() + ", but not at /" + type.api()
                + " with or without a namespace as asked: does the kind have namespaces?");
    }

    /**
     * Makes sure that a kind is served.
     *
     * @throws Refusal FAILED if it surely is not, an ERROR if that could not be seen
     */
    static void mustServe(ApiServer server, CheckContext context, ResourceType<?> type) throws Exception {
        if (!new Discovery(server, type.apiVersion()).plurals(context).contains(type.plural())) {
            String unserved = "the server serves no such kind in " + type.apiVersion();
            throw new Refusal(Outcome.failed("expected the kind " + type.word() + " but "
                    + (type.isCustom() ? "its CRD is not installed: " + unserved : unserved + ": is it new enough?")));
        }
    }

    /** Returns the plurals of the kinds that are served; empty for a group or version that is not. */
    Set<String> plurals(CheckContext context) throws Exception {
        return context.shared(this, () -> Reading.of(() -> load(context))).get();
    }

    private Set<String> load(CheckContext context) throws Exception {
        String path = "apis/" + groupVersion;
        Reply reply = server.get(context, path, ApiServer.LARGEST_OBJECT);
        if (reply.code() == 404) {
            mustBeUnknown(context);
            return Set.of();
        }
        APIResourceList kinds = answered(path, reply) ? reply.as(APIResourceList.class) : null;
        if (kinds == null
                || !"APIResourceList".equals(kinds.getKind())
                || !groupVersion.equals(kinds.getGroupVersion())
                || kinds.getResources() == null) {
            throw server.noAnswer("list of kinds in " + groupVersion, reply);
        }
        return kinds.getResources().stream()
                .filter(Objects::nonNull)
                .map(APIResource::getName)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Makes sure that it is the API server that does not know the version. */
    private void mustBeUnknown(CheckContext context) throws Exception {
        Reply reply = server.get(context, "apis", ApiServer.LARGEST_OBJECT);
        APIGroupList groups = answered("apis", reply) ? reply.as(APIGroupList.class) : null;
        if (groups == null || !"APIGroupList".equals(groups.getKind()) || groups.getGroups() == null) {
            throw server.noAnswer("list of API groups", reply);
        }
        boolean isKnown = groups.getGroups().stream()
                .filter(Objects::nonNull)
                .map(APIGroup::getVersions)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .anyMatch(version -> version != null && groupVersion.equals(version.getGroupVersion()));
        if (isKnown) {
            throw Refusal.error(
                    "the server " + server.url() + " lists " + groupVersion + ", but does not answer for it");
        }
    }

    private boolean answered(String path, Reply reply) throws Refusal {
        switch (reply.code()) {
            case 200 -> {
                return true;
            }
            case 401 -> throw server.notAccepted(path, reply);
            case 403 -> throw new Refusal(Outcome.notPermitted("not permitted: get /" + path + " (" + reply + ")"));
            default -> throw Refusal.error(server.answered(path, reply));
        }
    }
}
