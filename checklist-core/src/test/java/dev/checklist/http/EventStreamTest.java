package dev.checklist.http;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.checklist.Outcome;
import dev.checklist.Status;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads streams of events, byte by byte, as the specification of HTML has them. */
class EventStreamTest {
    private static final HttpChecks HTTP = HttpChecks.create();
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\n\r\n";

    private static String escaped(String text) {
        return text.replace("<CR>", "\r").replace("<LF>", "\n").replace("<BOM>", "\u00EF\u00BB\u00BF");
    }

    private static Outcome look(String answer) throws Exception {
        try (RawServer server = RawServer.answering(answer)) {
            return FakeRun.look(HTTP.get(server.url()).streamsEvents(ofSeconds(5)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "data: hello<LF><LF>, an event",
        "data: hello<CR><CR>, an event",
        "data: hello<CR><LF><CR><LF>, an event",
        "event: tick<LF>id: 1<LF>data:<LF><LF>, an event",
        "data<LF><LF>, an event",
        "<BOM>data: x<LF><LF>, an event",
        ": heartbeat<LF>, a comment",
        ":<CR>, a comment",
        "<BOM>:<LF>, a comment",
        "retry: 1000<LF><LF>: ping<LF>, a comment",
    })
    void an_event_or_a_comment_passes_whatever_ends_its_lines(String body, String seen) throws Exception {
        Outcome outcome = look(HEAD + escaped(body));
        assertThat(outcome.status()).as(outcome.message()).isEqualTo(Status.PASSED);
        assertThat(outcome.message()).startsWith("saw " + seen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "data: hello",
                "data: hello<LF>",
                "<LF><LF>",
                "id: 1<LF><LF>",
                "retry: 1<LF><LF>",
                "database<LF><LF>",
                " data: x<LF><LF>",
                " : x<LF>",
                "<html></html>",
                "da<LF>ta: x<LF><LF>",
                ": not ended"
            })
    void what_is_neither_an_event_nor_a_comment_fails_when_the_stream_ends(String body) throws Exception {
        Outcome outcome = look(HEAD + escaped(body));
        assertThat(outcome.status()).as(outcome.message()).isEqualTo(Status.FAILED);
        assertThat(outcome.message()).contains("ended");
    }

    @Test
    void headers_alone_do_not_prove_that_nobody_holds_the_events_back() throws Exception {
        try (RawServer server = RawServer.running((raw, socket) -> {
            raw.write(socket, HEAD);
            raw.hang();
        })) {
            Outcome outcome = FakeRun.look(HTTP.get(server.url()).streamsEvents(ofMillis(300)));
            assertThat(outcome.status()).isEqualTo(Status.FAILED);
            assertThat(outcome.message()).contains("stayed silent", "proxy_buffering");
            assertThat(server.sawHangUp()).isTrue();
        }
    }

    @Test
    void the_connection_is_closed_after_the_first_event_of_an_endless_stream() throws Exception {
        try (RawServer server = RawServer.running((raw, socket) -> {
            raw.write(socket, HEAD);
            while (raw.pause()) {
                raw.write(socket, "data: tick\n\n");
            }
        })) {
            Outcome outcome = FakeRun.look(HTTP.get(server.url()).streamsEvents(ofSeconds(5)));
            assertThat(outcome.status()).isEqualTo(Status.PASSED);
            assertThat(server.sawHangUp()).isTrue();
            assertThat(server.requests().element()).contains("Accept: text/event-stream");
        }
    }

    @Test
    void a_stream_of_anything_else_is_given_up_after_64_KiB() throws Exception {
        Outcome outcome = look(HEAD + "x".repeat(70_000));
        assertThat(outcome.status()).isEqualTo(Status.ERROR);
        assertThat(outcome.message()).contains("first 65536 bytes");
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1 204 No Content, FAILED, tells clients to stop",
        "HTTP/1.1 200 OK, FAILED, content type none",
        "HTTP/1.1 404 None, FAILED, status 404",
        "HTTP/1.1 503 Down, ERROR, status 503",
        "HTTP/1.1 401 Who, ERROR, status 401",
    })
    void another_answer_is_no_stream(String status, Status expected, String why) throws Exception {
        Outcome outcome = look(status + "\r\nContent-Length: 0\r\n\r\n");
        assertThat(outcome.status()).as(outcome.message()).isEqualTo(expected);
        assertThat(outcome.message()).contains(why);
    }

    @Test
    void a_stream_that_is_compressed_though_identity_was_asked_for_is_an_error() throws Exception {
        assertThat(look("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Encoding: gzip\r\n\r\n: x\n")
                        .status())
                .isEqualTo(Status.ERROR);
    }

    @Test
    void arguments_are_checked_when_the_list_is_built() {
        EndpointChecks stream = HTTP.get("http://127.0.0.1/events");
        for (Duration bad : new Duration[] {Duration.ZERO, ofSeconds(-1), Duration.ofMinutes(6)}) {
            assertThatThrownBy(() -> stream.streamsEvents(bad)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> HTTP.request("POST", "http://127.0.0.1/").streamsEvents(ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> stream.followingRedirects().streamsEvents(ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(stream.streamsEvents(ofSeconds(30)).timeoutPerAttempt()).contains(ofSeconds(40));
    }
}
