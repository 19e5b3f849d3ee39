package dev.checklist.examples.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFileTest {
    @TempDir
    private Path folder;

    private Path sample;

    @BeforeEach
    void write() throws Exception {
        sample = Files.writeString(
                folder.resolve("sample"), "# Where.\nsite.url = https://example.com\nsite.user = me\n");
    }

    private String filled(Map<String, String> values, Set<String> leftOut) throws Exception {
        return Files.readString(SampleFile.fill(sample, values, leftOut, folder.resolve("filled")));
    }

    @Test
    void values_take_the_place_of_the_samples_and_the_rest_stays() throws Exception {
        assertThat(filled(Map.of("site.url", "https://a\\$1", "site.user", "you"), Set.of()))
                .isEqualTo("# Where.\nsite.url = https://a\\\\$1\nsite.user = you\n");
    }

    @Test
    void what_may_be_left_out_becomes_a_comment() throws Exception {
        assertThat(filled(Map.of("site.url", "https://a"), Set.of("site.user"))).endsWith("# site.user = me\n");
    }

    @Test
    void a_name_that_only_the_sample_has_is_refused() {
        assertThatThrownBy(() -> filled(Map.of("site.url", "https://a"), Set.of()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("site.user");
    }

    @Test
    void a_name_that_the_sample_does_not_have_is_refused() {
        assertThatThrownBy(() -> filled(Map.of("site.url", "a", "site.user", "b", "site.port", "1"), Set.of()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("site.port");
    }
}
