package dev.checklist.examples.trackdechets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TrackdechetsSettingsTest {
    private static final Path SAMPLE = Path.of("trackdechets.sample.properties");
    private static final Set<String> OPTIONAL = Set.of(
            "api.domain",
            "cluster.dev",
            "cluster.staging",
            "dns.servers",
            "notifier.domain",
            "registry.password",
            "registry.user",
            "registry.variable",
            "rollout.patience",
            "tools.path",
            "trust",
            "ui.domain");

    @TempDir
    private Path folder;

    private Map<String, String> given;

    @BeforeEach
    void settings() throws IOException {
        given = GivenTrackdechets.in(folder);
    }

    static Stream<String> required() {
        return TrackdechetsSettings.NAMES.stream().filter(name -> !OPTIONAL.contains(name));
    }

    @ParameterizedTest
    @MethodSource("required")
    void a_setting_that_is_missing_is_named(String name) {
        given.remove(name);
        assertRefused("the setting " + name + " is missing: give it a value");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            environment | prod | expected one of dev, staging, production
            sentry | yes | expected one of used, none
            loadTest.startedAt | yesterday | expected an instant such as 2030-01-31T20:00:00Z
            cluster.staging | 7f0c2f0e-5a0b-4a54-9d59-0f6a3f1f2c11 | expected a cluster of its own for each
            prometheus.url | prometheus | expected http://host
            ui.url | http://ui.example | expected https://host
            repository | no/such/folder | expected a folder
            """)
    void a_malformed_setting_is_refused_with_its_name_and_the_fix(String name, String value, String fix) {
        given.put(name, value);
        assertRefused(fix);
    }

    @ParameterizedTest
    @CsvSource({"prometheus.url", "grafana.url", "logs.url", "search.url", "jdbc.url"})
    void what_not_everybody_has_may_be_none_but_has_to_say_so(String name) {
        given.put(name, "none");
        try (TrackdechetsChecklist page = new TrackdechetsChecklist(TrackdechetsSettings.of(given))) {
            assertThat(page.phases()).hasSize(5);
        }
    }

    @Test
    void the_environment_chooses_the_cluster() {
        assertThat(TrackdechetsSettings.of(given).cluster().uid()).isEqualTo("7f0c2f0e-5a0b-4a54-9d59-0f6a3f1f2c11");
        given.put("environment", "staging");
        assertThat(TrackdechetsSettings.of(given).cluster().uid()).isEqualTo("1e4b7c90-2222-4a54-9d59-0f6a3f1f2c22");
    }

    @Test
    void no_key_is_in_the_text_of_the_settings() {
        TrackdechetsSettings settings = TrackdechetsSettings.of(given);
        assertThat(settings.secrets()).hasSize(5);
        assertThat(settings.toString()).doesNotContain(settings.secrets());
    }

    @Test
    void the_sample_names_every_setting_and_is_accepted_once_its_files_are_there() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(SAMPLE)) {
            properties.load(reader);
        }
        Map<String, String> sample = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> sample.put(name, properties.getProperty(name)));
        assertThat(sample.keySet()).containsExactlyElementsOf(TrackdechetsSettings.NAMES);
        for (String name : Set.of("kubernetes.kubeconfig", "repository")) {
            sample.put(name, given.get(name));
        }
        sample.put("trust", given.get("kubernetes.kubeconfig"));
        assertThat(TrackdechetsSettings.of(sample).release().environment()).isEqualTo("production");
    }

    @Test
    void every_setting_of_the_sample_stands_below_a_comment() throws IOException {
        for (String block : Files.readString(SAMPLE).split("\n\n", -1)) {
            assertThat(block).startsWith("# ");
        }
    }

    private void assertRefused(String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrackdechetsSettings.of(given))
                .withMessageContaining(message);
    }
}
