package dev.checklist.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.checklist.Outcome;
import dev.checklist.Status;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest extends WebTest {
    private EndpointChecks health() {
        return http.get(url("/health"));
    }

    private Outcome look(String document, String pointer, String value) throws Exception {
        page("/health", json(document));
        return FakeRun.look(health().hasJsonAt(pointer, value));
    }

    @Test
    void the_value_at_the_pointer_passes_and_is_shown() throws Exception {
        Outcome outcome = look("{\"status\":\"pass\"}", "/status", "pass");
        assertThat(outcome.status()).isEqualTo(Status.PASSED);
        assertThat(outcome.message()).isEqualTo("found \"pass\" at /status");
        assertThat(outcome.evidence()).containsEntry("value", "\"pass\"").containsEntry("status", "200");
    }

    @Test
    void another_value_is_failed_and_names_both() throws Exception {
        Outcome outcome = look("{\"status\":\"fail\"}", "/status", "pass");
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message()).isEqualTo("expected \"pass\" at /status but found \"fail\"");
    }

    @Test
    void an_absent_value_is_failed() throws Exception {
        Outcome outcome = look("{\"state\":\"pass\"}", "/status", "pass");
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message()).isEqualTo("expected \"pass\" at /status but found nothing there");
    }

    @Test
    void null_is_neither_absent_nor_a_text() throws Exception {
        Outcome outcome = look("{\"status\":null}", "/status", "null");
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message()).isEqualTo("expected \"null\" at /status but found null");
    }

    @Test
    void a_number_is_not_its_text() throws Exception {
        assertThat(look("{\"n\":1}", "/n", "1").message()).isEqualTo("expected \"1\" at /n but found 1");
        page("/health", json("{\"n\":\"1\"}"));
        assertThat(FakeRun.look(health().hasJsonAt("/n", 1)).message()).isEqualTo("expected 1 at /n but found \"1\"");
    }

    @Test
    void numbers_compare_by_value() throws Exception {
        page("/health", json("{\"n\":1.0, \"big\":1e3, \"tenth\":0.1}"));
        assertThat(FakeRun.look(health().hasJsonAt("/n", 1)).status()).isEqualTo(Status.PASSED);
        assertThat(FakeRun.look(health().hasJsonAt("/big", 1000L)).status()).isEqualTo(Status.PASSED);
        assertThat(FakeRun.look(health().hasJsonAt("/tenth", 0.1)).status()).isEqualTo(Status.PASSED);
        assertThat(FakeRun.look(health().hasJsonAt("/tenth", new BigDecimal("0.10")))
                        .status())
                .isEqualTo(Status.PASSED);
        assertThat(FakeRun.look(health().hasJsonAt("/n", 2)).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void a_boolean_is_not_its_text() throws Exception {
        page("/health", json("{\"up\":true, \"said\":\"true\"}"));
        assertThat(FakeRun.look(health().hasJsonAt("/up", true)).status()).isEqualTo(Status.PASSED);
        assertThat(FakeRun.look(health().hasJsonAt("/up", false)).status()).isEqualTo(Status.FAILED);
        assertThat(FakeRun.look(health().hasJsonAt("/said", true)).status()).isEqualTo(Status.FAILED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"n\":-9223372036854775808}",
                "{\"n\":18446744073709551617}",
                "{\"n\":1e400}",
                "{\"n\":1e99999999999}",
                "{\"n\":1.0000000000000000000001}"
            })
    void a_number_that_overflows_is_no_other_number(String document) throws Exception {
        page("/health", json(document));
        assertThat(FakeRun.look(health().hasJsonAt("/n", 1)).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void sixty_four_bits_are_not_rounded() throws Exception {
        page("/health", json("{\"n\":9223372036854775808}"));
        assertThat(FakeRun.look(health().hasJsonAt("/n", Long.MAX_VALUE)).status())
                .isEqualTo(Status.FAILED);
        assertThat(FakeRun.look(health().hasJsonAt("/n", new BigDecimal("9223372036854775808")))
                        .status())
                .isEqualTo(Status.PASSED);
    }

    @Test
    void html_instead_of_json_is_an_error_that_names_the_type() throws Exception {
        page("/health", html("<form>log in</form>"));
        Outcome outcome = FakeRun.look(health().hasJsonAt("/status", "pass"));
        assertThat(outcome.status()).isEqualTo(Status.ERROR);
        assertThat(outcome.message())
                .isEqualTo("expected \"pass\" at /status of a JSON document but found content type text/html: is this a"
                        + " login page, or the wrong address?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "application/health+json",
                "Application/JSON"
            })
    void every_type_of_json_is_read(String type) throws Exception {
        page("/health", status(200).withHeader("Content-Type", type).withBody("{\"status\":\"pass\"}"));
        assertThat(FakeRun.look(health().hasJsonAt("/status", "pass")).status()).isEqualTo(Status.PASSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/json",
                "application/jsonp",
                "application/+json2",
                "application/json, text/html",
                ";"
            })
    void json_of_a_wrong_type_is_an_error(String type) throws Exception {
        page("/health", status(200).withHeader("Content-Type", type).withBody("{\"status\":\"pass\"}"));
        assertThat(FakeRun.look(health().hasJsonAt("/status", "pass")).status()).isEqualTo(Status.ERROR);
    }

    @Test
    void json_without_a_type_is_an_error() throws Exception {
        page("/health", status(200).withBody("{\"status\":\"pass\"}"));
        assertThat(FakeRun.look(health().hasJsonAt("/status", "pass")).message())
                .contains("content type none");
    }

    @Test
    void a_body_that_is_no_json_is_an_error_and_says_why() throws Exception {
        Outcome outcome = look("<html>", "/status", "pass");
        assertThat(outcome.status()).isEqualTo(Status.ERROR);
        assertThat(outcome.message()).contains("but the body is no JSON document: Unexpected character ('<'");
    }

    @Test
    void a_value_on_an_error_page_does_not_pass() throws Exception {
        page("/health", json("{\"status\":\"pass\"}").withStatus(503));
        assertThat(FakeRun.look(health().hasJsonAt("/status", "pass")).message())
                .isEqualTo("expected \"pass\" at /status but found status 503");
    }

    @Test
    void a_document_beyond_the_limit_is_an_error_even_if_the_value_came_first() throws Exception {
        page("/health", json("{\"status\":\"pass\",\"more\":\"" + "x".repeat(2_000) + "\"}"));
        Outcome outcome = FakeRun.look(health().readingUpTo(1_000).hasJsonAt("/status", "pass"));
        assertThat(outcome.status()).isEqualTo(Status.ERROR);
        assertThat(outcome.message()).contains("not read completely");
    }

    @Test
    void a_value_or_pointer_that_is_null_or_not_a_number_is_refused() {
        assertThatThrownBy(() -> health().hasJsonAt("/n", (String) null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("value is null: expected a text, a number or a boolean");
        assertThatThrownBy(() -> health().hasJsonAt("/n", (Number) null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> health().hasJsonAt("/n", Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("value is NaN: expected a finite number");
        assertThatThrownBy(() -> health().hasJsonAt(null, "x")).isInstanceOf(IllegalArgumentException.class);
    }
}
