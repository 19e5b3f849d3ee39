package dev.checklist.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.checklist.Outcome;
import dev.checklist.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTest extends WebTest {
    private EndpointChecks page(String name, String... values) {
        page("/", status(200).withHeader(name, values));
        return http.get(url("/"));
    }

    @Test
    void a_header_passes_whatever_its_case_and_value() throws Exception {
        Outcome outcome = FakeRun.look(page("X-Frame-Options", "DENY").hasHeader("x-frame-options"));
        assertThat(outcome.status()).isEqualTo(Status.PASSED);
        assertThat(outcome.message()).isEqualTo("found x-frame-options: DENY");
        assertThat(outcome.evidence()).containsEntry("header", "DENY");
    }

    @Test
    void an_absent_header_is_failed() throws Exception {
        Outcome outcome = FakeRun.look(page("X-Other", "DENY").hasHeader("X-Frame-Options"));
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message()).isEqualTo("expected header X-Frame-Options but found no such header");
    }

    @Test
    void the_exact_value_passes_and_another_is_failed() throws Exception {
        assertThat(FakeRun.look(page("X-Frame-Options", "DENY").hasHeader("X-Frame-Options", "DENY"))
                        .status())
                .isEqualTo(Status.PASSED);
        assertThat(FakeRun.look(page("X-Frame-Options", "SAMEORIGIN").hasHeader("X-Frame-Options", "DENY"))
                        .message())
                .isEqualTo("expected header X-Frame-Options: DENY but found SAMEORIGIN");
        assertThat(FakeRun.look(page("X-Frame-Options", "deny").hasHeader("X-Frame-Options", "DENY"))
                        .status())
                .isEqualTo(Status.FAILED);
    }

    @Test
    void two_different_values_are_failed_and_both_named() throws Exception {
        Outcome outcome =
                FakeRun.look(page("X-Frame-Options", "DENY", "SAMEORIGIN").hasHeader("X-Frame-Options", "DENY"));
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message())
                .isEqualTo(
                        "expected header X-Frame-Options: DENY once but found different values: DENY and SAMEORIGIN");
    }

    @Test
    void two_values_in_one_line_are_not_the_one_value() throws Exception {
        assertThat(FakeRun.look(page("X-Frame-Options", "DENY, SAMEORIGIN").hasHeader("X-Frame-Options", "DENY"))
                        .status())
                .isEqualTo(Status.FAILED);
    }

    @Test
    void the_same_value_twice_passes_with_a_warning() throws Exception {
        Outcome outcome = FakeRun.look(page("X-Frame-Options", "DENY", "DENY").hasHeader("X-Frame-Options", "DENY"));
        assertThat(outcome.status()).isEqualTo(Status.PASSED);
        assertThat(outcome.warnings()).containsExactly("the header is there 2 times, with equal values");
    }

    @Test
    void a_header_of_a_redirect_counts_and_one_of_an_error_page_does_not() throws Exception {
        page("/moved", redirect(301, "/").withHeader("X-Frame-Options", "DENY"));
        assertThat(FakeRun.look(http.get(url("/moved")).hasHeader("X-Frame-Options"))
                        .status())
                .isEqualTo(Status.PASSED);
        page("/broken", status(502).withHeader("X-Frame-Options", "DENY"));
        assertThat(FakeRun.look(http.get(url("/broken")).hasHeader("X-Frame-Options"))
                        .status())
                .isEqualTo(Status.ERROR);
        page("/absent", status(404).withHeader("X-Frame-Options", "DENY"));
        assertThat(FakeRun.look(http.get(url("/absent")).hasHeader("X-Frame-Options"))
                        .status())
                .isEqualTo(Status.FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Set-Cookie", "X-Auth-Token", "X-Session-Id", "X-Api-Key"})
    void the_value_of_a_secret_header_is_never_shown(String name) throws Exception {
        Outcome found = FakeRun.look(page(name, "s3cret-value").hasHeader(name));
        assertThat(found.status()).isEqualTo(Status.PASSED);
        assertThat(found.toString()).doesNotContain("s3cret");
        Outcome other = FakeRun.look(page(name, "s3cret-value").hasHeader(name, "s3cret-other"));
        assertThat(other.status()).isEqualTo(Status.FAILED);
        assertThat(other.toString()).doesNotContain("s3cret");
        assertThat(http.get(url("/")).hasHeader(name, "s3cret-other").title()).doesNotContain("s3cret");
        assertThat(http.get(url("/")).hasHeader(name, "s3cret-other").probe().toString())
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "X Frame", "X:", "X\r\nY", "é"})
    void a_name_that_is_no_token_is_refused(String name) {
        assertThatThrownBy(() -> http.get(url("/")).hasHeader(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("header name is \"" + name + "\": expected a token");
    }

    @Test
    void a_null_or_blank_value_is_refused() {
        assertThatThrownBy(() -> http.get(url("/")).hasHeader("X-Version", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the value of header X-Version is null: use hasHeader(name)");
        assertThatThrownBy(() -> http.get(url("/")).hasHeader("X-Version", " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the value of header X-Version is blank: use hasHeader(name)");
    }
}
