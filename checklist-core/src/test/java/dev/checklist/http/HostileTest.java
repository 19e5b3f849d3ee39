package dev.checklist.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.Status;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Meets the strings that break reports: they stay data, are cut, and turn no line green. */
class HostileTest extends WebTest {
    static List<String> hostile() {
        return List.of(
                "<script>alert(1)</script>",
                "\"onmouseover=",
                "]]>",
                "&#0;",
                "\u0000",
                "\ud800",
                "\u202e",
                "\u001b[2J",
                "\u001b]8;;http://x",
                "\r OK",
                "::error::x",
                "::set-output",
                "%0A::stop-commands::",
                "```",
                "[x](javascript:1)",
                "|",
                "=cmd()",
                "x".repeat(100_000),
                "e\u0301\u0301\u0301",
                "\ud83d\udc69\u200d\ud83d\ude80",
                "\u05d0\u05d1");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void a_hostile_text_in_a_body_passes_no_line_and_is_cut(String text) throws Exception {
        page("/", json("{\"status\":\"" + escaped(text) + "\"}"));
        Outcome outcome = FakeRun.look(http.get(url("/")).hasJsonAt("/status", "pass"));
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message().length()).isLessThan(400);
        assertThat(FakeRun.look(http.get(url("/")).hasBodyContaining("pass")).status())
                .isEqualTo(Status.FAILED);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void a_hostile_text_that_the_author_expects_is_found_where_it_is(String text) throws Exception {
        page("/", json("{\"status\":\"" + escaped(text) + "\"}"));
        Check check = http.get(url("/")).hasJsonAt("/status", text);
        assertThat(FakeRun.look(check).status()).isEqualTo(Status.PASSED);
        assertThat(check.title().length()).isLessThan(400);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void a_hostile_text_of_the_author_finds_nothing_in_a_good_page(String text) throws Exception {
        page("/", html("fine"));
        Check check = http.get(url("/")).hasBodyContaining("fine", "=" + text);
        assertThat(FakeRun.look(check).status()).isEqualTo(Status.FAILED);
        assertThat(check.title().length()).isLessThan(400);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void a_hostile_header_stays_a_value_and_is_cut(String text) throws Exception {
        String sent = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        try (RawServer server = RawServer.answering(
                "HTTP/1.1 200 OK\r\nX-Version: " + sent + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")) {
            Outcome outcome = FakeRun.look(http.get(server.url()).hasHeader("X-Version", "7"));
            assertThat(outcome.status()).isIn(Status.FAILED, Status.ERROR);
            assertThat(outcome.message().length()).isLessThan(500);
        }
    }

    /** Writes every UTF-16 unit as an escape, which even a lone surrogate survives. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(String.format("\\u%04x", c)));
        return escaped.toString();
    }
}
