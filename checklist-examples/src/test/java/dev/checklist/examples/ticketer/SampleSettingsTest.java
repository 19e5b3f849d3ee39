package dev.checklist.examples.ticketer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests run in the module's folder, where the sample stands. */
class SampleSettingsTest {
    private static final Path SAMPLE = Path.of("ticketer.sample.properties");

    private final Map<String, String> sample = new TreeMap<>();

    @BeforeEach
    void read() throws Exception {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(SAMPLE)) {
            properties.load(reader);
        }
        properties.stringPropertyNames().forEach(name -> sample.put(name, properties.getProperty(name)));
    }

    @Test
    void the_sample_names_every_setting_and_no_other() {
        assertThat(sample.keySet()).containsExactlyElementsOf(TicketerSettings.NAMES);
    }

    @Test
    void the_sample_is_accepted_once_its_files_are_there(@TempDir Path folder) throws Exception {
        Map<String, String> given = GivenSettings.in(folder);
        sample.put("kubernetes.kubeconfig", given.get("kubernetes.kubeconfig"));
        sample.put("trust", given.get("kubernetes.kubeconfig"));
        sample.put("repository", given.get("repository"));
        TicketerSettings settings = TicketerSettings.of(sample);
        assertThat(settings.release().patience()).isEqualTo(TicketerSettings.DEFAULT_PATIENCE);
    }

    @Test
    void every_setting_of_the_sample_stands_below_a_comment() throws Exception {
        for (String block : Files.readString(SAMPLE).split("\n\n", -1)) {
            assertThat(block).startsWith("# ");
        }
    }

    @Test
    void the_sample_says_how_it_is_used() throws Exception {
        assertThat(Files.readString(SAMPLE)).contains("--settings FILE");
    }
}
