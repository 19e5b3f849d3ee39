package dev.checklist.examples.ticketer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Settings without fault, of a world where nobody listens. */
public final class GivenSettings {
    private GivenSettings() {}

    /** Writes the files that the settings name into a folder. */
    public static Map<String, String> in(Path folder) throws IOException {
        Path kubeconfig = Files.writeString(folder.resolve("kubeconfig"), """
                apiVersion: v1
                kind: Config
                current-context: production
                clusters: [{name: c, cluster: {server: "http://127.0.0.1:1"}}]
                users: [{name: u, user: {token: abcdef}}]
                contexts: [{name: production, context: {cluster: c, user: u}}]
                """);
        return new TreeMap<>(Map.ofEntries(
                Map.entry("archive", folder.resolve("archive").toString()),
                Map.entry("jdbc.applicationUser", "ticketer_app"),
                Map.entry("jdbc.name", "ticketer"),
                Map.entry("loadBalancer.addresses", "203.0.113.10"),
                Map.entry("logs.url", "none"),
                Map.entry("prometheus.url", "http://prometheus.example"),
                Map.entry("registry.host", "registry.example.com"),
                Map.entry("release.commit", "a1b2c3d4e5f6a7b8c9d0a1b2c3d4e5f6a7b8c9d0"),
                Map.entry("repository", folder.toString()),
                Map.entry("app.httpUrl", "http://ticketer.example"),
                Map.entry("app.session", "ticketer_session=0123456789"),
                Map.entry("app.url", "https://ticketer.example"),
                Map.entry("candidate.url", "https://candidate.ticketer.example"),
                Map.entry("jdbc.password", "correct horse"),
                Map.entry("jdbc.url", "jdbc:mysql://db.example/ticketer"),
                Map.entry("jdbc.user", "ticketer"),
                Map.entry("kubernetes.clusterUid", "7f0c2f0e-5a0b-4a54-9d59-0f6a3f1f2c11"),
                Map.entry("kubernetes.context", "production"),
                Map.entry("kubernetes.kubeconfig", kubeconfig.toString()),
                Map.entry("kubernetes.namespace", "ticketer"),
                Map.entry("release.image", "registry.example.com/ticketer:1.4.0"),
                Map.entry("release.version", "1.4.0")));
    }
}
