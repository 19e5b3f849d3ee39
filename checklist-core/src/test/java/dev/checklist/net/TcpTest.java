package dev.checklist.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TcpTest {
    private final NetChecks net = NetChecks.create();

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    }

    private static Result run(NetChecks net, int port, Duration timeout) {
        return CheckTester.create().run(net.tcp("127.0.0.1", port).isOpen().timeout(timeout));
    }

    @Test
    void a_port_that_takes_a_connection_is_open() throws IOException {
        try (ServerSocket server = listen()) {
            Result result = run(net, server.getLocalPort(), Duration.ofSeconds(10));
            assertThat(result.status()).isEqualTo(Status.PASSED);
            assertThat(result.message()).isEqualTo("connected to 127.0.0.1 port " + server.getLocalPort());
        }
    }

    @Test
    void a_port_where_nobody_listens_is_failed() throws IOException {
        int port;
        try (ServerSocket gone = listen()) {
            port = gone.getLocalPort();
        }
        Result result = run(net, port, Duration.ofSeconds(10));
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.message()).contains("refused the connection: nobody listens");
    }

    @Test
    void a_port_behind_which_packets_vanish_is_an_error() throws IOException {
        List<Socket> fillers = new ArrayList<>();
        try (ServerSocket full = listen()) {
            fill(full, fillers);
            Result result = run(net, full.getLocalPort(), Duration.ofMillis(500));
            assertThat(result.status()).isEqualTo(Status.ERROR);
            assertThat(result.message()).contains("did not answer in time");
        } finally {
            for (Socket filler : fillers) {
                filler.close();
            }
        }
    }

    /** Fills the queue of connections that nobody accepts; the system then drops what comes. */
    private static void fill(ServerSocket full, List<Socket> fillers) throws IOException {
        for (int i = 0; i < 20; i++) {
            Socket filler = new Socket();
            fillers.add(filler);
            try {
                filler.connect(new InetSocketAddress("127.0.0.1", full.getLocalPort()), 200);
            } catch (SocketTimeoutException e) {
                return;
            }
        }
        throw new AssertionError("the queue did not fill");
    }

    @Test
    void a_name_that_does_not_resolve_is_an_error() {
        Result result = CheckTester.create().run(net.tcp("nobody.invalid", 443).isOpen());
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("nobody.invalid was not resolved");
    }

    @Test
    void a_line_passes_only_if_every_address_does_well_and_what_is_broken_comes_before_what_was_not_seen() {
        assertThat(joined(Outcome.passed("a"), Outcome.passed("b").warning("w")).status())
                .isEqualTo(Status.PASSED);
        assertThat(joined(Outcome.passed("a"), Outcome.passed("b").warning("w")).warnings())
                .containsExactly("at 192.0.2.1: w");
        assertThat(joined(Outcome.passed("a"), Outcome.error("b"))).isEqualTo(Outcome.error("at 192.0.2.1: b"));
        assertThat(joined(Outcome.error("a"), Outcome.failed("b"), Outcome.failed("c"), Outcome.passed("d")))
                .isEqualTo(Outcome.failed("at 192.0.2.1: b; at 192.0.2.2: c"));
        assertThat(joined().status()).isEqualTo(Status.ERROR);
    }

    private static Outcome joined(Outcome... outcomes) {
        Map<InetSocketAddress, Outcome> found = new LinkedHashMap<>();
        for (int i = 0; i < outcomes.length; i++) {
            found.put(new InetSocketAddress("192.0.2." + i, 1), outcomes[i]);
        }
        return Findings.of(found);
    }
}
