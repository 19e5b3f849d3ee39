package dev.checklist.examples.world.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    private final Template template = new Template(Map.of("url", "http://x"), Instant.parse("2030-01-31T12:00:00.7Z"));

    @ParameterizedTest
    @CsvSource({
        "${now}, 2030-01-31T12:00:00Z",
        "${now-30s}, 2030-01-31T11:59:30Z",
        "${now-5m}, 2030-01-31T11:55:00Z",
        "${now+2h}, 2030-01-31T14:00:00Z",
        "${now-31d}, 2029-12-31T12:00:00Z"
    })
    void times_count_from_the_start_of_the_world(String text, String expected) {
        assertThat(template.fill(text)).isEqualTo(expected);
    }

    @Test
    void values_are_filled_wherever_they_stand_and_never_filled_again() {
        assertThat(template.with("target", "/?a=${url}$1").fill("<${url}${target}>"))
                .isEqualTo("<http://x/?a=${url}$1>");
    }

    @Test
    void an_unknown_name_is_refused_with_the_known_ones() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> template.fill("see ${uri}"))
                .withMessage("${uri}: no such value; known are [url] and times like ${now-5m}; found in: see ${uri}");
    }
}
