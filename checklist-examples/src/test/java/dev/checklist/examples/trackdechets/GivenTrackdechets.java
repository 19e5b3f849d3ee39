package dev.checklist.examples.trackdechets;

import dev.checklist.examples.ticketer.GivenSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Settings without fault, of a world where nobody listens. */
public final class GivenTrackdechets {
    private GivenTrackdechets() {}

    /** Writes the files that the settings name into a folder. */
    public static Map<String, String> in(Path folder) throws IOException {
        Map<String, String> all = new TreeMap<>(Map.ofEntries(
                Map.entry("environment", "production"),
                Map.entry("cluster.production", "7f0c2f0e-5a0b-4a54-9d59-0f6a3f1f2c11"),
                Map.entry("cluster.staging", "1e4b7c90-2222-4a54-9d59-0f6a3f1f2c22"),
                Map.entry("capacity.cpu", "4"),
                Map.entry("capacity.memory", "8Gi"),
                Map.entry("release.version", "1.42.0"),
                Map.entry("rollback.version", "none"),
                Map.entry("rollback.migration", "none"),
                Map.entry("release.registry", "registry.example.com/trackdechets"),
                Map.entry("loadTest.startedAt", "2030-01-31T20:00:00Z"),
                Map.entry("mail.url", "https://mail.example"),
                Map.entry("mail.key", "mail-0123456789"),
                Map.entry("insee.url", "https://insee.example"),
                Map.entry("insee.token", "insee-0123456789"),
                Map.entry("pdf.url", "http://pdf.example"),
                Map.entry("sentry", "used"),
                Map.entry("certManager", "used"),
                Map.entry("prometheus.url", "http://prometheus.example"),
                Map.entry("grafana.url", "https://grafana.example"),
                Map.entry("grafana.token", "grafana-0123456789"),
                Map.entry("grafana.dashboard", "trackdechets"),
                Map.entry("logs.url", "http://logs.example"),
                Map.entry("search.url", "http://localhost:9200"),
                Map.entry("jdbc.url", "jdbc:postgresql://localhost/prisma"),
                Map.entry("jdbc.user", "reader"),
                Map.entry("jdbc.password", "jdbc-0123456789"),
                Map.entry("s3.endpoint", "https://s3.example"),
                Map.entry("s3.region", "fr-par"),
                Map.entry("s3.accessKeyId", "OPERATOR"),
                Map.entry("s3.secretAccessKey", "s3-0123456789")));
        for (String site : List.of("ui", "api", "notifier")) {
            all.put(site + ".url", "https://" + site + ".example");
            all.put(site + ".httpUrl", "http://" + site + ".example");
        }
        Map<String, String> common = GivenSettings.in(folder);
        for (String name : List.of(
                "archive",
                "kubernetes.context",
                "kubernetes.kubeconfig",
                "kubernetes.namespace",
                "loadBalancer.addresses",
                "registry.host",
                "release.commit",
                "repository")) {
            all.put(name, String.valueOf(common.get(name)));
        }
        return all;
    }
}
