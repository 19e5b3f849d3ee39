package dev.checklist.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class FaultTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n";

    private final HttpChecks http = HttpChecks.create();

    @Test
    void a_refused_connection_is_an_error_that_names_host_and_port() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        Outcome outcome =
                FakeRun.look(http.get("http://127.0.0.1:" + port + "/health").respondsWith(200));
        assertThat(outcome.status()).isEqualTo(Status.ERROR);
        assertThat(outcome.message())
                .isEqualTo("expected status 200 but could not look: GET http://127.0.0.1:" + port
                        + "/health: connection refused at 127.0.0.1:" + port);
    }

    @Test
    void a_host_that_drops_packets_is_an_error() throws Exception {
        List<Socket> fillers = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            fill(full, fillers);
            Outcome outcome = FakeRun.glance(
                    http.get("http://127.0.0.1:" + full.getLocalPort() + "/").respondsWith(200));
            assertThat(outcome.status()).isEqualTo(Status.ERROR);
            assertThat(outcome.message()).contains("no complete answer in time: not even a status came");
        } finally {
            for (Socket filler : fillers) {
                filler.close();
            }
        }
    }

    /** Connects until the queue of a server that never accepts is full. */
    private static void fill(ServerSocket full, List<Socket> fillers) throws IOException {
        for (int i = 0; i < 20; i++) {
            Socket filler = new Socket();
            fillers.add(filler);
            try {
                filler.connect(new InetSocketAddress(full.getInetAddress(), full.getLocalPort()), 200);
            } catch (SocketTimeoutException e) {
                return;
            }
        }
        throw new IOException("the queue of the server did not fill up");
    }

    @Test
    void a_server_that_accepts_and_stays_silent_is_an_error_and_is_hung_up_on() throws Exception {
        try (RawServer server = RawServer.running((raw, socket) -> raw.hang())) {
            assertError(glance(server), "no complete answer in time: not even a status came");
            assertThat(server.sawHangUp()).isTrue();
        }
    }

    @Test
    void headers_without_a_body_that_ends_are_an_error_and_are_hung_up_on() throws Exception {
        try (RawServer server = RawServer.running((raw, socket) -> {
            raw.write(socket, OK + "Content-Length: 10\r\n\r\nfine");
            raw.hang();
        })) {
            assertError(glance(server), "no complete answer in time: status 200 came and 4 bytes of a body");
            assertThat(server.sawHangUp()).isTrue();
        }
    }

    @Test
    void a_dripping_body_is_an_error_and_is_hung_up_on() throws Exception {
        try (RawServer server = RawServer.running((raw, socket) -> {
            raw.write(socket, OK + "Content-Length: 100000\r\n\r\n");
            while (raw.pause()) {
                raw.write(socket, "f");
            }
        })) {
            assertError(glance(server), "no complete answer in time: status 200 came");
            assertThat(server.sawHangUp()).isTrue();
        }
    }

    @Test
    void dripping_headers_are_an_error() throws Exception {
        try (RawServer server = RawServer.running((raw, socket) -> {
            raw.write(socket, OK + "X-Slow: ");
            while (raw.pause()) {
                raw.write(socket, "f");
            }
        })) {
            assertError(glance(server), "no complete answer in time: not even a status came");
        }
    }

    @Test
    void a_connection_reset_within_the_body_is_an_error() throws Exception {
        try (RawServer server = RawServer.running((raw, socket) -> {
            raw.write(socket, OK + "Content-Length: 10\r\n\r\nfine");
            socket.setSoLinger(true, 0);
        })) {
            assertError(look(server), "the connection broke off before the answer was complete");
        }
    }

    @Test
    void a_truncated_body_is_an_error() throws Exception {
        try (RawServer server = RawServer.answering(OK + "Content-Length: 10\r\n\r\nfine")) {
            assertError(look(server), "the connection broke off before the answer was complete");
        }
    }

    @Test
    void a_truncated_chunk_is_an_error() throws Exception {
        try (RawServer server = RawServer.answering(OK + "Transfer-Encoding: chunked\r\n\r\n10\r\nfine")) {
            assertError(look(server), "the connection broke off before the answer was complete");
        }
    }

    @Test
    void a_connection_closed_without_an_answer_is_an_error() throws Exception {
        try (RawServer server = RawServer.answering("")) {
            assertError(look(server), "the connection broke off before the answer was complete");
        }
    }

    @Test
    void an_endless_body_is_cut_at_the_limit_and_hung_up_on() throws Exception {
        try (RawServer server = endless()) {
            Outcome status = FakeRun.look(http.get(server.url()).respondsWith(200));
            assertThat(status.status()).isEqualTo(Status.ERROR);
            assertThat(status.message()).contains("the body was not read completely", "1048576 bytes");
            assertThat(status.evidence()).containsEntry("bytes read", "1048576");
            assertThat(server.sawHangUp()).isTrue();
        }
    }

    @Test
    void a_text_within_the_limit_of_an_endless_body_is_found() throws Exception {
        try (RawServer server = endless()) {
            Outcome found = FakeRun.look(http.get(server.url()).hasBodyContaining("fine fine"));
            assertThat(found.status()).isEqualTo(Status.PASSED);
        }
    }

    @Test
    void a_text_that_may_be_beyond_the_limit_is_an_error_and_not_missing() throws Exception {
        try (RawServer server = endless()) {
            Outcome found = FakeRun.look(http.get(server.url()).hasBodyContaining("excellent"));
            assertThat(found.status()).isEqualTo(Status.ERROR);
            assertThat(found.message()).contains("could not look at all of it: the body was not read completely");
        }
    }

    private static RawServer endless() throws IOException {
        return RawServer.running((raw, socket) -> {
            raw.write(socket, OK + "\r\n");
            while (!socket.isClosed()) {
                raw.write(socket, "fine ".repeat(1_000));
            }
        });
    }

    @Test
    void nine_gigabytes_of_content_length_are_not_read() throws Exception {
        try (RawServer server = RawServer.running((raw, socket) -> {
            raw.write(socket, OK + "Content-Length: 9663676416\r\n\r\n");
            while (!socket.isClosed()) {
                raw.write(socket, "fine ".repeat(1_000));
            }
        })) {
            assertError(look(server), "the body was not read completely");
            assertThat(server.sawHangUp()).isTrue();
        }
    }

    @Test
    void a_packed_body_is_never_unpacked() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream bomb = new GZIPOutputStream(packed)) {
            bomb.write("fine ".repeat(2_000_000).getBytes(StandardCharsets.US_ASCII));
        }
        try (RawServer server = RawServer.running((raw, socket) -> {
            raw.write(
                    socket,
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: "
                            + packed.size() + "\r\n\r\n");
            socket.getOutputStream().write(packed.toByteArray());
        })) {
            EndpointChecks endpoint = http.get(server.url());
            for (Check check : List.of(endpoint.hasBodyContaining("fine"), endpoint.hasJsonAt("/status", "fine"))) {
                Outcome outcome = FakeRun.look(check);
                assertThat(outcome.status()).isEqualTo(Status.ERROR);
                assertThat(outcome.message())
                        .contains("unexpected Content-Encoding gzip, though identity was asked for");
            }
        }
    }

    @Test
    void a_hundred_thousand_headers_are_an_error() throws Exception {
        try (RawServer server = RawServer.running((raw, socket) -> {
            raw.write(socket, "HTTP/1.1 200 OK\r\n");
            for (int i = 0; i < 1_000; i++) {
                raw.write(socket, "X-Many: y\r\n".repeat(100));
            }
            raw.write(socket, "Content-Length: 4\r\n\r\nfine");
        })) {
            assertThat(FakeRun.look(http.get(server.url()).respondsWith(200)).status())
                    .isEqualTo(Status.ERROR);
            assertThat(FakeRun.look(http.get(server.url()).hasHeader("X-Many")).status())
                    .isEqualTo(Status.ERROR);
        }
    }

    @Test
    void two_thousand_headers_are_an_error() throws Exception {
        try (RawServer server = RawServer.answering(
                "HTTP/1.1 200 OK\r\n" + "X-Many: y\r\n".repeat(2_000) + "Content-Length: 4\r\n\r\nfine")) {
            assertError(look(server), "header fields, more than 1000");
        }
    }

    @Test
    void an_answer_without_a_status_line_is_an_error() throws Exception {
        try (RawServer server = RawServer.answering("<html>200 OK fine</html>\r\n\r\n")) {
            assertError(look(server), "GET " + server.url() + ": ");
        }
    }

    @Test
    void another_line_on_a_good_server_is_not_touched_by_any_of_this() throws Exception {
        try (RawServer bad = RawServer.answering("garbage");
                RawServer good = RawServer.answering(OK + "Content-Length: 4\r\nConnection: close\r\n\r\nfine")) {
            FakeRun run = new FakeRun();
            assertThat(run.ask(http.get(bad.url()).hasBodyContaining("fine")).status())
                    .isEqualTo(Status.ERROR);
            Outcome outcome = run.ask(http.get(good.url()).hasBodyContaining("fine"));
            assertThat(outcome.status()).isEqualTo(Status.PASSED);
            assertThat(outcome.message()).isEqualTo("the body contains \"fine\"");
            assertThat(outcome.evidence())
                    .containsEntry("url", good.url())
                    .containsEntry("status", "200")
                    .containsEntry("content type", "text/plain")
                    .containsEntry("bytes read", "4");
        }
    }

    private List<Outcome> look(RawServer server) throws Exception {
        return ask(new FakeRun(), server);
    }

    private List<Outcome> glance(RawServer server) throws Exception {
        return ask(new FakeRun(Duration.ofMillis(300)), server);
    }

    /** Asks lines that would pass if what came were believed. */
    private List<Outcome> ask(FakeRun run, RawServer server) throws Exception {
        EndpointChecks endpoint = http.get(server.url()).evenIfEveryPathAnswers();
        return List.of(
                run.ask(endpoint.respondsWith(200)),
                run.ask(endpoint.hasBodyContaining("more than all of it")),
                run.ask(endpoint.hasJsonAt("", "fine")));
    }

    private static void assertError(List<Outcome> outcomes, String words) {
        assertThat(outcomes).extracting(Outcome::status).containsOnly(Status.ERROR);
        assertThat(outcomes.get(0).message()).contains(words);
    }
}
