package dev.checklist.examples.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Entry;
import dev.checklist.examples.ticketer.GivenSettings;
import dev.checklist.examples.ticketer.TicketerChecklist;
import dev.checklist.examples.ticketer.TicketerSettings;
import dev.checklist.examples.trackdechets.GivenTrackdechets;
import dev.checklist.examples.trackdechets.TrackdechetsChecklist;
import dev.checklist.examples.trackdechets.TrackdechetsSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CarriedIdsTest {
    private static final Map<String, String> OF_TICKETER = Map.ofEntries(
            Map.entry("kubernetes.namespace", "preview"),
            Map.entry("kubernetes.clusterUid", "1e4b7c90-2222-4a54-9d59-0f6a3f1f2c22"),
            Map.entry("release.version", "2.0.1"),
            Map.entry("release.image", "127.0.0.1:5000/preview/ticketer:2.0.1"),
            Map.entry("release.commit", "ffffffffffffffffffffffffffffffffffffffff"),
            Map.entry("tools.path", "/opt/bin"),
            Map.entry("registry.host", "http://127.0.0.1:5000"),
            Map.entry("registry.user", "somebody"),
            Map.entry("registry.password", "else-0123456789"),
            Map.entry("registry.variable", "127.0.0.1:5000/preview"),
            Map.entry("rollout.patience", "PT1M"),
            Map.entry("app.url", "https://127.0.0.1:8443/tickets"),
            Map.entry("app.httpUrl", "http://127.0.0.1:8080"),
            Map.entry("app.domain", "preview.test"),
            Map.entry("candidate.url", "https://127.0.0.1:9443"),
            Map.entry("app.session", "other=9876543210"),
            Map.entry("loadBalancer.addresses", "127.0.0.1, 127.0.0.2"),
            Map.entry("dns.servers", "127.0.0.1:5353"),
            Map.entry("prometheus.url", "http://127.0.0.1:9090"),
            Map.entry("jdbc.url", "jdbc:mysql://127.0.0.1:3307/tickets"),
            Map.entry("jdbc.user", "looker"),
            Map.entry("jdbc.password", "battery staple"),
            Map.entry("jdbc.name", "tickets"),
            Map.entry("jdbc.applicationUser", "tickets_app"));

    private static final Map<String, String> OF_TRACKDECHETS = Map.ofEntries(
            Map.entry("environment", "staging"),
            Map.entry("kubernetes.namespace", "preview"),
            Map.entry("capacity.cpu", "1"),
            Map.entry("capacity.memory", "1Gi"),
            Map.entry("release.version", "2.0.1"),
            Map.entry("release.registry", "127.0.0.1:5000/preview"),
            Map.entry("release.commit", "ffffffffffffffffffffffffffffffffffffffff"),
            Map.entry("loadTest.startedAt", "2031-02-28T20:00:00Z"),
            Map.entry("rollout.patience", "PT1M"),
            Map.entry("tools.path", "/opt/bin"),
            Map.entry("registry.host", "http://127.0.0.1:5000"),
            Map.entry("registry.user", "somebody"),
            Map.entry("registry.password", "else-0123456789"),
            Map.entry("registry.variable", "127.0.0.1:5000/preview"),
            Map.entry("ui.url", "https://127.0.0.1:8443"),
            Map.entry("ui.httpUrl", "http://127.0.0.1:8080"),
            Map.entry("ui.domain", "ui.preview.test"),
            Map.entry("api.url", "https://127.0.0.1:8444"),
            Map.entry("api.httpUrl", "http://127.0.0.1:8081"),
            Map.entry("api.domain", "api.preview.test"),
            Map.entry("notifier.url", "https://127.0.0.1:8445"),
            Map.entry("notifier.httpUrl", "http://127.0.0.1:8082"),
            Map.entry("notifier.domain", "notifier.preview.test"),
            Map.entry("loadBalancer.addresses", "127.0.0.1"),
            Map.entry("dns.servers", "127.0.0.1:5353"),
            Map.entry("s3.endpoint", "http://127.0.0.1:9000"),
            Map.entry("s3.region", "nl-ams"),
            Map.entry("s3.accessKeyId", "ELSEWHERE"),
            Map.entry("mail.url", "https://127.0.0.1:2525/mail"),
            Map.entry("insee.url", "https://127.0.0.1:2526/insee"),
            Map.entry("pdf.url", "http://127.0.0.1:2527/pdf"),
            Map.entry("prometheus.url", "http://127.0.0.1:9090"),
            Map.entry("grafana.url", "https://127.0.0.1:3000"),
            Map.entry("grafana.dashboard", "preview"),
            Map.entry("logs.url", "http://127.0.0.1:3100"),
            Map.entry("search.url", "http://127.0.0.1:9201"),
            Map.entry("jdbc.url", "jdbc:postgresql://127.0.0.1:5433/preview"),
            Map.entry("jdbc.user", "looker"));

    @TempDir
    Path folder;

    @Test
    void a_line_of_ticketer_has_the_same_id_wherever_it_is_asked() throws Exception {
        assertSame(GivenSettings.in(folder), OF_TICKETER, values -> new TicketerChecklist(TicketerSettings.of(values)));
    }

    @Test
    void a_line_of_trackdechets_has_the_same_id_wherever_it_is_asked() throws Exception {
        assertSame(
                GivenTrackdechets.in(folder),
                OF_TRACKDECHETS,
                values -> new TrackdechetsChecklist(TrackdechetsSettings.of(values)));
    }

    private void assertSame(
            Map<String, String> given, Map<String, String> others, Function<Map<String, String>, Page> page)
            throws Exception {
        Map<String, String> elsewhere = new TreeMap<>(given);
        elsewhere.putAll(others);
        elsewhere.put(
                "repository", Files.createDirectory(folder.resolve("elsewhere")).toString());
        try (Page here = page.apply(given);
                Page there = page.apply(elsewhere)) {
            assertThat(entries(there, Entry::id)).isEqualTo(entries(here, Entry::id));
            assertThat(entries(there, entry -> entry.item().title()))
                    .isNotEqualTo(entries(here, entry -> entry.item().title()));
        }
    }

    private static <T> List<T> entries(Page page, Function<Entry, T> part) {
        return page.phases().values().stream()
                .flatMap(list -> list.entries().stream())
                .map(part)
                .collect(Collectors.toList());
    }
}
