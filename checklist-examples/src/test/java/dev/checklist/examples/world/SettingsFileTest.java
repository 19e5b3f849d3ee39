package dev.checklist.examples.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    @Test
    void a_value_is_read_back_as_it_was_written() throws Exception {
        Map<String, String> settings =
                Map.of("path", "C:\\temp\\new", "url", "https://localhost:1/?a=b", "name", "Björk # 1");
        Properties read = new Properties();
        read.load(new StringReader(SettingsFile.text(settings)));
        assertThat(read).isEqualTo(settings);
    }

    @Test
    void an_older_file_is_replaced(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("settings.properties"), "old=1\n");
        SettingsFile.write(file, Map.of("new", "2"));
        assertThat(file).hasContent("new=2");
        assertThat(Files.list(folder)).containsExactly(file);
    }
}
