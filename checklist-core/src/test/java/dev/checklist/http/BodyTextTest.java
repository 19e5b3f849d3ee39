package dev.checklist.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.checklist.Mark;
import dev.checklist.Outcome;
import dev.checklist.Status;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTextTest extends WebTest {
    @Test
    void a_body_with_all_the_texts_passes() throws Exception {
        page("/", html("<title>Ticketer</title> Buy tickets"));
        Outcome outcome = FakeRun.look(http.get(url("/")).hasBodyContaining("Ticketer", "Buy"));
        assertThat(outcome.status()).isEqualTo(Status.PASSED);
        assertThat(outcome.message()).isEqualTo("the body contains \"Ticketer\" and \"Buy\"");
        assertThat(outcome.evidence()).containsEntry("bytes read", "35").containsEntry("content type", "text/html");
    }

    @Test
    void a_missing_text_is_failed_and_named() throws Exception {
        page("/", html("<title>Ticketer</title>"));
        Outcome outcome = FakeRun.look(http.get(url("/")).hasBodyContaining("Ticketer", "Buy"));
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message())
                .isEqualTo("expected a body containing \"Ticketer\" and \"Buy\" but found 23 bytes of text/html without"
                        + " \"Buy\"");
    }

    @Test
    void an_empty_body_is_failed() throws Exception {
        page("/", status(200));
        Outcome outcome = FakeRun.look(http.get(url("/")).hasBodyContaining("Ticketer"));
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message()).endsWith("but found an empty body without \"Ticketer\"");
    }

    @ParameterizedTest
    @CsvSource({"302,FAILED", "404,FAILED", "410,FAILED", "429,ERROR", "500,ERROR", "502,ERROR", "503,ERROR"})
    void the_text_on_a_page_that_is_no_success_does_not_pass(int status, Status expected) throws Exception {
        page("/", status(status).withBody("Ticketer"));
        Outcome outcome = FakeRun.look(http.get(url("/")).hasBodyContaining("Ticketer"));
        assertThat(outcome.status()).isEqualTo(expected);
        assertThat(outcome.mark()).isEqualTo(Mark.PLAIN);
        assertThat(outcome.message()).contains("but found status " + status);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void a_page_that_may_not_be_seen_is_not_permitted(int status) throws Exception {
        page("/", status(status).withBody("Ticketer"));
        Outcome outcome = FakeRun.look(http.get(url("/")).hasBodyContaining("Ticketer"));
        assertThat(outcome.status()).isEqualTo(Status.ERROR);
        assertThat(outcome.mark()).isEqualTo(Mark.NOT_PERMITTED);
        assertThat(outcome.isConclusive()).isFalse();
    }

    @Test
    void the_charset_of_the_answer_counts() throws Exception {
        page(
                "/",
                status(200)
                        .withHeader("Content-Type", "text/html; Charset=\"iso-8859-1\"")
                        .withBody("Trackdéchets".getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(FakeRun.look(http.get(url("/")).hasBodyContaining("Trackdéchets"))
                        .status())
                .isEqualTo(Status.PASSED);
    }

    @Test
    void a_body_without_a_charset_is_utf_8() throws Exception {
        page("/", status(200).withBody("\uFEFFTrackdéchets".getBytes(StandardCharsets.UTF_8)));
        assertThat(FakeRun.look(http.get(url("/")).hasBodyContaining("Trackdéchets"))
                        .status())
                .isEqualTo(Status.PASSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-unheard-of", "a b", "<script>"})
    void an_unknown_charset_is_an_error(String charset) throws Exception {
        page(
                "/",
                status(200)
                        .withHeader("Content-Type", "text/html; charset=" + charset)
                        .withBody("Ticketer"));
        Outcome outcome = FakeRun.look(http.get(url("/")).hasBodyContaining("Ticketer"));
        assertThat(outcome.status()).isEqualTo(Status.ERROR);
        assertThat(outcome.message()).contains("unknown charset, " + charset);
    }

    @Test
    void a_text_is_looked_for_letter_by_letter() throws Exception {
        page("/", html("ticketer"));
        assertThat(FakeRun.look(http.get(url("/")).hasBodyContaining("Ticketer"))
                        .status())
                .isEqualTo(Status.FAILED);
    }

    @Test
    void a_blank_text_which_every_page_has_is_refused() {
        assertThatThrownBy(() -> http.get(url("/")).hasBodyContaining("a", " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("text is blank: give a text");
    }

    @Test
    void the_content_type_passes_whatever_its_parameters_and_case() throws Exception {
        page("/", status(200).withHeader("Content-Type", "Text/HTML;charset=utf-8"));
        assertThat(FakeRun.look(http.get(url("/")).hasContentType("text/html")).message())
                .isEqualTo("the content type is text/html");
    }

    @Test
    void another_or_no_content_type_is_failed() throws Exception {
        page("/json", json("{}"));
        page("/none", status(200));
        assertThat(FakeRun.look(http.get(url("/json")).hasContentType("text/html"))
                        .message())
                .isEqualTo("expected content type text/html but found application/json");
        assertThat(FakeRun.look(http.get(url("/none")).hasContentType("text/html"))
                        .message())
                .isEqualTo("expected content type text/html but found none");
    }

    @Test
    void two_different_content_types_are_neither() throws Exception {
        page("/", status(200).withHeader("Content-Type", "text/html", "application/json"));
        assertThat(FakeRun.look(http.get(url("/")).hasContentType("text/html")).status())
                .isEqualTo(Status.FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "html", "text/html; charset=utf-8", "text/*"})
    void a_media_type_that_is_none_is_refused(String mediaType) {
        assertThatThrownBy(() -> http.get(url("/")).hasContentType(mediaType))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("media type is \"" + mediaType + "\"");
    }
}
