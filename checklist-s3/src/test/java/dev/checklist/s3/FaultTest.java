package dev.checklist.s3;

import static dev.checklist.s3.RawStore.OK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Mark;
import dev.checklist.Outcome;
import dev.checklist.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that fail in every way that a connection can; each would pass if what came were believed. */
@Timeout(60)
class FaultTest {
    private static final String LISTING = Reply.listing("dumps").body();
    private static final String STARTED = LISTING.replace("</ListBucketResult>", "");
    private static final String NO_END = "found no complete answer within the time limit";
    private static final String BROKEN = "found that the connection broke off (";
    private static final String NO_XML = "found an answer that is not S3's XML";
    private static final int LIMIT = 8 * 1024 * 1024;
    // What the system keeps between two processes, besides what is read.
    private static final int BUFFERS = 8 * 1024 * 1024;

    /** Opens a client for one test. */
    S3Checks open(URI endpoint) {
        return S3Checks.connecting(endpoint, "fr-par", true)
                .withCredentials(Asking.CREDENTIALS)
                .open();
    }

    private Outcome look(URI endpoint, Duration limit) throws Exception {
        try (S3Checks s3 = open(endpoint)) {
            return Asking.exists(s3, new FakeContext(limit));
        }
    }

    private Outcome look(RawStore store) throws Exception {
        return look(store.endpoint(), Duration.ofSeconds(30));
    }

    /** Looks for a short time, for what never ends. */
    private Outcome glance(RawStore store) throws Exception {
        return look(store.endpoint(), Duration.ofSeconds(2));
    }

    private static void assertError(Outcome outcome, String words) {
        assertThat(outcome.status()).as(outcome.toString()).isEqualTo(Status.ERROR);
        assertThat(outcome.mark()).isEqualTo(Mark.PLAIN);
        assertThat(outcome.message())
                .startsWith("expected an answer of S3 from ")
                .contains(words);
    }

    @Test
    void the_same_store_without_a_fault_passes() throws Exception {
        try (RawStore store = RawStore.answering(OK + "Content-Length: " + LISTING.length() + "\r\n\r\n" + LISTING)) {
            assertThat(look(store).status()).isEqualTo(Status.PASSED);
        }
    }

    @Test
    void a_refused_connection_is_an_error() throws Exception {
        URI gone;
        try (RawStore store = RawStore.answering("")) {
            gone = store.endpoint();
        }
        assertError(look(gone, Duration.ofSeconds(30)), "found no connection (refused or no route)");
    }

    @Test
    void a_host_that_drops_packets_is_an_error() throws Exception {
        List<Socket> fillers = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            fill(full, fillers);
            URI endpoint = URI.create("http://127.0.0.1:" + full.getLocalPort());
            assertError(look(endpoint, Duration.ofMillis(700)), NO_END);
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
    void a_store_that_accepts_and_stays_silent_is_an_error_and_is_hung_up_on() throws Exception {
        try (RawStore store = RawStore.running((raw, socket) -> raw.hang())) {
            assertError(glance(store), NO_END);
            assertThat(store.sawHangUp()).isTrue();
        }
    }

    @Test
    void headers_without_a_body_that_ends_are_an_error_and_are_hung_up_on() throws Exception {
        try (RawStore store = RawStore.running((raw, socket) -> {
            raw.write(socket, OK + "Content-Length: " + LISTING.length() + "\r\n\r\n" + STARTED);
            raw.hang();
        })) {
            assertError(glance(store), NO_END);
            assertThat(store.sawHangUp()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 100000\r\n\r\n<", "X-Slow: "})
    void a_dripping_answer_is_an_error_and_is_hung_up_on(String start) throws Exception {
        try (RawStore store = RawStore.running((raw, socket) -> {
            raw.write(socket, OK + start);
            while (raw.pause()) {
                raw.write(socket, "f");
            }
        })) {
            assertError(glance(store), NO_END);
            assertThat(store.sawHangUp()).isTrue();
        }
    }

    @Test
    void a_connection_reset_within_the_body_is_an_error() throws Exception {
        try (RawStore store = RawStore.running((raw, socket) -> {
            raw.write(socket, OK + "Content-Length: " + LISTING.length() + "\r\n\r\n" + STARTED);
            socket.setSoLinger(true, 0);
        })) {
            assertError(look(store), "found ");
        }
    }

    @ParameterizedTest
    @CsvSource({"Content-Length: 9999", "Transfer-Encoding: chunked"})
    void a_truncated_body_is_an_error(String header) throws Exception {
        String start = header.contains("chunked") ? "fff\r\n" : "";
        try (RawStore store = RawStore.answering(OK + header + "\r\n\r\n" + start + STARTED)) {
            assertError(look(store), "found ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>200 OK</html>\r\n\r\n", "\0\1\2\r\n\r\n", "SSH-2.0-OpenSSH_9.2\r\n"})
    void an_answer_that_is_not_http_is_an_error(String garbage) throws Exception {
        try (RawStore store = RawStore.answering(garbage)) {
            assertError(look(store), "found ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Content-Length: 9663676416\r\n"})
    void an_endless_body_is_cut_off_at_8_mebibytes_and_hung_up_on(String length) throws Exception {
        String filler = " ".repeat(64 * 1024);
        try (RawStore store = RawStore.running((raw, socket) -> {
            raw.write(socket, OK + length + "\r\n" + STARTED);
            while (!socket.isClosed()) {
                raw.write(socket, filler);
            }
        })) {
            assertError(look(store), NO_XML);
            assertThat(store.sawHangUp()).isTrue();
            assertThat(store.written()).isLessThan(store.asked() * (long) (LIMIT + BUFFERS));
        }
    }

    @Test
    void a_packed_bomb_is_not_unpacked() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream bomb = new GZIPOutputStream(packed)) {
            bomb.write(STARTED.getBytes(StandardCharsets.US_ASCII));
            byte[] filler = " ".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 64; i++) {
                bomb.write(filler);
            }
            bomb.write("</ListBucketResult>".getBytes(StandardCharsets.US_ASCII));
        }
        try (RawStore store = RawStore.running((raw, socket) -> {
            raw.write(socket, OK + "Content-Encoding: gzip\r\nContent-Length: " + packed.size() + "\r\n\r\n");
            raw.write(socket, packed.toByteArray());
        })) {
            assertError(look(store), NO_XML);
        }
    }

    @Test
    void a_hundred_thousand_headers_are_an_error() throws Exception {
        try (RawStore store = RawStore.running((raw, socket) -> {
            raw.write(socket, OK);
            for (int i = 0; i < 1_000; i++) {
                raw.write(socket, "X-Many: y\r\n".repeat(100));
            }
            raw.write(socket, "Content-Length: " + LISTING.length() + "\r\n\r\n" + LISTING);
        })) {
            assertError(look(store), "found that the connection broke off (MessageConstraintException)");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3600", "-1", "99999999999999999999", "Wed, 21 Oct 2099 07:28:00 GMT", "soon"})
    void a_store_that_asks_to_come_back_later_is_asked_twice_at_most(String later) throws Exception {
        for (String status : List.of("429 Too Many Requests", "503 Service Unavailable")) {
            try (RawStore store = RawStore.answering("HTTP/1.1 " + status + "\r\nConnection: close\r\nRetry-After: "
                    + later + "\r\nContent-Length: 0\r\n\r\n")) {
                assertError(look(store), "found for the listing " + status.substring(0, 3));
                assertThat(store.asked()).isBetween(1, S3Connection.ATTEMPTS);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"409, 1", "410, 1", "500, 2", "502, 2", "503, 2", "504, 2"})
    void a_storm_of_errors_costs_the_attempts_that_are_set(int status, int attempts) throws Exception {
        try (RawStore store =
                RawStore.answering("HTTP/1.1 " + status + " Storm\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")) {
            assertError(look(store), "found for the listing " + status);
            assertThat(store.asked()).isEqualTo(attempts);
        }
    }

    @Test
    void another_line_on_a_good_store_is_not_touched_by_any_of_this() throws Exception {
        try (RawStore bad = RawStore.answering("garbage");
                StoreStub good = new StoreStub(Reply.of(200), Reply.listing("dumps"))) {
            assertThat(look(bad).status()).isEqualTo(Status.ERROR);
            assertThat(Asking.exists(good).status()).isEqualTo(Status.PASSED);
        }
    }
}
