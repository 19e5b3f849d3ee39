package dev.checklist.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Status;
import dev.checklist.net.Issued.Wish;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Offers old protocols to servers that decline, agree, hang up, stay silent or talk nonsense. */
class OldProtocolsTest {
    private static final byte[] PROTOCOL_VERSION = alert(2, 70);

    private static byte[] alert(int level, int description) {
        return new byte[] {21, 3, 1, 0, 2, (byte) level, (byte) description};
    }

    private static byte[] serverHello(int version) {
        return new byte[] {22, 3, 1, 0, 6, 2, 0, 0, 70, 3, (byte) version};
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = new byte[first.length + second.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static Result run(int port) {
        return CheckTester.startingAt(Instant.now())
                .run(NetChecks.create()
                        .tls("127.0.0.1", port)
                        .refusesOldProtocols()
                        .timeout(Duration.ofSeconds(2)));
    }

    /** Answers each hello in turn, the last one from then on; null means to say nothing and keep the line open. */
    private static Result look(byte[]... answers) throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"))) {
            AtomicInteger turn = new AtomicInteger();
            Thread thread = new Thread(() -> serve(listener, answers, turn), "old-tls");
            thread.setDaemon(true);
            thread.start();
            return run(listener.getLocalPort());
        }
    }

    private static void serve(ServerSocket listener, byte[][] answers, AtomicInteger turn) {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                InputStream in = socket.getInputStream();
                in.readNBytes(5 + 40);
                in.skipNBytes(in.available());
                byte[] answer = answers[Math.min(turn.getAndIncrement(), answers.length - 1)];
                if (answer.length == 1) {
                    // says nothing until the other side has gone
                    assertThat(in.read()).isNegative();
                } else {
                    socket.getOutputStream().write(answer);
                }
            } catch (IOException e) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void a_server_that_declines_by_alert_and_speaks_a_new_protocol_refuses_old_ones() throws IOException {
        Issued root = Issued.root();
        try (TlsServer server = TlsServer.showing(root.issue(Wish.leaf("127.0.0.1")))) {
            Result result = run(server.port());
            assertThat(result.status()).as(result.message()).isEqualTo(Status.PASSED);
            assertThat(result.message()).contains("TLSv1 refused", "TLSv1.1 refused", "TLSv1.3 spoken");
        }
    }

    @Test
    void a_server_that_agrees_to_an_old_protocol_is_failed() throws IOException {
        Result result = look(serverHello(1));
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.message()).isEqualTo("expected TLSv1 to be refused but the server agreed to it");
        assertThat(look(PROTOCOL_VERSION, serverHello(2)).message())
                .isEqualTo("expected TLSv1.1 to be refused but the server agreed to it");
        assertThat(look(joined(alert(1, 112), serverHello(1))).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void a_server_that_refuses_new_protocols_too_is_no_evidence() throws IOException {
        Result result = look(PROTOCOL_VERSION);
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("refuses new ones too");
        assertThat(look(serverHello(3)).status()).isEqualTo(Status.ERROR);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 20, 50, 80, 112, 255})
    void an_alert_that_says_nothing_of_protocols_is_no_refusal(int description) throws IOException {
        assertThat(look(alert(2, description)).status()).isEqualTo(Status.ERROR);
    }

    @Test
    void an_internal_error_is_what_openssl_says_where_old_protocols_are_still_switched_on() throws IOException {
        assertThat(look(alert(2, 80)).message()).contains("TLSv1.1 is switched on", "nginx: ssl_protocols");
    }

    @Test
    void silence_a_hang_up_and_nonsense_are_errors() throws IOException {
        assertThat(look(new byte[0]).message()).contains("hung up without a word");
        assertThat(look(new byte[1]).message()).contains("did not answer in time");
        assertThat(look("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII))
                        .message())
                .contains("does not speak TLS");
        assertThat(look(new byte[] {22, 3, 1, 0, 6, 14, 0, 0, 0, 3, 1}).message())
                .contains("sent no ServerHello");
        assertThat(look(new byte[] {22, 3, 1, 0, 6, 2, 0, 0}).message()).contains("hung up");
        assertThat(look(new byte[] {22, 3, 1, 0, 6, 2, 0, 0, 70, 9, 9}).message())
                .contains("without a TLS version");
        byte[] warnings = alert(1, 112);
        for (int i = 0; i < 3; i++) {
            warnings = joined(warnings, warnings);
        }
        assertThat(look(warnings).message()).contains("nothing but warnings");
        assertThat(look(alert(1, 0)).message()).contains("without saying why");
    }

    @Test
    void a_port_where_nobody_listens_is_an_error() throws IOException {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = gone.getLocalPort();
        }
        Result result = run(port);
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("refused");
    }
}
