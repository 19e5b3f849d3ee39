package dev.checklist.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves, on 127.0.0.1, 2 000 Deployments with 4 000 ReplicaSets and 6 000 pods of 6.5 kB, in pages of 1 000. */
final class NamespaceServer implements AutoCloseable {
    static final int DEPLOYMENTS = 2_000;

    private static final int PAGE = 1_000;
    private static final Pattern CONTINUE = Pattern.compile("continue=(\\d+)");
    /** What makes real pods fat: environments, volumes, tolerations, of which no rule needs anything. */
    private static final String PADDING = "\"annotations\":{\"padding\":\"" + "x".repeat(6_000) + "\"},";

    private final LocalServer server = LocalServer.plain();

    /** Starts it; of the Deployments each so-many-th is on its way, 0 for none. */
    NamespaceServer(int eachProgressing) throws IOException {
        String apps = "/apis/apps/v1/namespaces/shop/";
        serve(
                apps + "deployments",
                pages(
                        "Deployment",
                        "apps/v1",
                        DEPLOYMENTS,
                        i -> deployment(i, eachProgressing > 0 && i % eachProgressing == 0)));
        serve(apps + "replicasets", pages("ReplicaSet", "apps/v1", 2 * DEPLOYMENTS, i -> replicaSet(i / 2, i % 2 + 1)));
        serve("/api/v1/namespaces/shop/pods", pages("Pod", "v1", 3 * DEPLOYMENTS, i -> pod(i / 3, i % 3)));
    }

    String url() {
        return server.url();
    }

    private void serve(String path, List<String> pages) {
        List<byte[]> bodies = pages.stream()
                .map(page -> page.getBytes(StandardCharsets.UTF_8))
                .toList();
        server.serve(path, exchange -> answer(exchange, bodies));
    }

    private static void answer(HttpExchange exchange, List<byte[]> pages) throws IOException {
        Matcher token = CONTINUE.matcher(String.valueOf(exchange.getRequestURI().getQuery()));
        byte[] body = pages.get(token.find() ? Integer.parseInt(token.group(1)) : 0);
        LocalServer.answer(exchange, body);
    }

    private static List<String> pages(String kind, String apiVersion, int count, IntFunction<String> object) {
        List<String> pages = new ArrayList<>();
        for (int from = 0; from < count; from += PAGE) {
            List<String> items = new ArrayList<>();
            for (int i = from; i < Math.min(count, from + PAGE); i++) {
                items.add(object.apply(i));
            }
            String rest = from + PAGE < count ? ",\"continue\":\"" + (pages.size() + 1) + "\"" : "";
            pages.add("{\"kind\":\"" + kind + "List\",\"apiVersion\":\"" + apiVersion
                    + "\",\"metadata\":{\"resourceVersion\":\"9\"" + rest + "},\"items\":[" + String.join(",", items)
                    + "]}");
        }
        return pages;
    }

    private static String meta(String name, String more) {
        return "\"metadata\":{" + more + "\"name\":\"" + name + "\",\"namespace\":\"shop\",\"uid\":\"u-" + name
                + "\",\"generation\":2,\"resourceVersion\":\"7\"}";
    }

    private static String owner(String kind, String name) {
        return "\"ownerReferences\":[{\"apiVersion\":\"apps/v1\",\"kind\":\"" + kind + "\",\"name\":\"" + name
                + "\",\"uid\":\"u-" + name + "\",\"controller\":true}],";
    }

    private static String revision(int number) {
        return "\"annotations\":{\"deployment.kubernetes.io/revision\":\"" + number + "\"},";
    }

    private static String deployment(int i, boolean isProgressing) {
        return "{" + meta("d" + i, revision(2)) + ",\"spec\":{\"replicas\":3},\"status\":{\"observedGeneration\":2,"
                + "\"replicas\":3,\"updatedReplicas\":" + (isProgressing ? 1 : 3)
                + ",\"readyReplicas\":3,\"availableReplicas\":3,\"conditions\":["
                + "{\"type\":\"Available\",\"status\":\"True\"},{\"type\":\"Progressing\",\"status\":\"True\"}]}}";
    }

    private static String replicaSet(int i, int number) {
        return "{" + meta("d" + i + "-" + number, revision(number) + owner("Deployment", "d" + i))
                + ",\"spec\":{\"replicas\":3},\"status\":{\"observedGeneration\":2,\"replicas\":3,\"readyReplicas\":3,"
                + "\"availableReplicas\":3}}";
    }

    private static String pod(int i, int number) {
        return "{" + meta("d" + i + "-2-" + number, PADDING + owner("ReplicaSet", "d" + i + "-2"))
                + ",\"spec\":{\"containers\":[{\"name\":\"c\",\"image\":\"i:1\"}]},\"status\":{\"phase\":\"Running\","
                + "\"conditions\":[{\"type\":\"Ready\",\"status\":\"True\"}]}}";
    }

    @Override
    public void close() {
        server.close();
    }
}
