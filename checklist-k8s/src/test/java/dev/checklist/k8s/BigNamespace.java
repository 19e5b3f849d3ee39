package dev.checklist.k8s;

import dev.checklist.k8s.ApiStub.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A namespace with many Deployments, two ReplicaSets and three pods each, served in pages as a real server does. */
final class BigNamespace {
    private final List<String> deployments;
    private final List<String> replicaSets;
    private final List<String> pods;

    /** Makes so many Deployments, of which every so-many-th is on its way; 0 for none. */
    BigNamespace(int count, int eachProgressing) {
        deployments = each(count, i -> deployment(i, eachProgressing > 0 && i % eachProgressing == 0));
        replicaSets = each(2 * count, i -> replicaSet(i / 2, i % 2 + 1));
        pods = each(3 * count, i -> pod(i / 3, i % 3));
    }

    private static List<String> each(int count, IntFunction<String> object) {
        return IntStream.range(0, count).mapToObj(object).toList();
    }

    private static String meta(String name, String more) {
        return "\"metadata\":{\"name\":\"" + name + "\",\"namespace\":\"shop\",\"uid\":\"u-" + name
                + "\",\"generation\":2,\"resourceVersion\":\"7\",\"managedFields\":[{\"manager\":\"kubectl\","
                + "\"operation\":\"Update\",\"fieldsV1\":{\"f:spec\":{\"f:replicas\":{}}}}]" + more + "}";
    }

    private static String owner(String kind, String name) {
        return ",\"ownerReferences\":[{\"apiVersion\":\"apps/v1\",\"kind\":\"" + kind + "\",\"name\":\"" + name
                + "\",\"uid\":\"u-" + name + "\",\"controller\":true}]";
    }

    private static String revision(int number) {
        return ",\"annotations\":{\"deployment.kubernetes.io/revision\":\"" + number + "\"}";
    }

    private static String deployment(int i, boolean isProgressing) {
        return "{" + meta("d" + i, revision(2)) + ",\"spec\":{\"replicas\":3,\"selector\":{\"matchLabels\":{\"app\":\"d"
                + i
                + "\"}},\"template\":{\"metadata\":{\"labels\":{\"app\":\"d" + i
                + "\"}},\"spec\":{\"containers\":[{\"name\":\"c\",\"image\":\"i:1\"}]}}},\"status\":{\"observedGeneration\":2,"
                + "\"replicas\":3,\"updatedReplicas\":" + (isProgressing ? 1 : 3)
                + ",\"readyReplicas\":3,\"availableReplicas\":3,\"conditions\":["
                + "{\"type\":\"Available\",\"status\":\"True\"},{\"type\":\"Progressing\",\"status\":\"True\"}]}}";
    }

    private static String replicaSet(int deployment, int number) {
        return "{" + meta("d" + deployment + "-" + number, revision(number) + owner("Deployment", "d" + deployment))
                + ",\"spec\":{\"replicas\":3},\"status\":{\"observedGeneration\":2,\"replicas\":3,\"readyReplicas\":3,"
                + "\"availableReplicas\":3}}";
    }

    private static String pod(int deployment, int number) {
        return "{" + meta("d" + deployment + "-2-" + number, owner("ReplicaSet", "d" + deployment + "-2"))
                + ",\"spec\":{\"containers\":[{\"name\":\"c\",\"image\":\"i:1\"}]},\"status\":{\"phase\":\"Running\","
                + "\"conditions\":[{\"type\":\"Ready\",\"status\":\"True\"}]}}";
    }

    Wire answer(Request request) {
        String path = request.path();
        if (path.endsWith("/deployments")) {
            return page("Deployment", "apps/v1", deployments, request.query());
        }
        if (path.endsWith("/replicasets")) {
            return page("ReplicaSet", "apps/v1", replicaSets, request.query());
        }
        return path.endsWith("/pods")
                ? page("Pod", "v1", pods, request.query())
                : FakeCluster.healthy().answer(request);
    }

    private static Wire page(String kind, String apiVersion, List<String> all, String query) {
        int from = parameter(query, "continue=");
        int to = Math.min(all.size(), from + parameter(query, "limit="));
        String rest = to < all.size() ? ",\"continue\":\"" + to + "\"" : "";
        String body = all.subList(from, to).stream()
                .collect(Collectors.joining(
                        ",",
                        "{\"kind\":\"" + kind + "List\",\"apiVersion\":\"" + apiVersion
                                + "\",\"metadata\":{\"resourceVersion\":\"9\"" + rest + "},\"items\":[",
                        "]}"));
        return Wire.bytes(200, Wire.JSON, body.getBytes(StandardCharsets.UTF_8), "");
    }

    private static int parameter(String query, String name) {
        return Stream.of(query.split("&"))
                .filter(part -> part.startsWith(name))
                .mapToInt(part -> Integer.parseInt(part.substring(name.length())))
                .findFirst()
                .orElse(0);
    }
}
