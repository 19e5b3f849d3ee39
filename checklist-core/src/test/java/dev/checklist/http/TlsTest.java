package dev.checklist.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.checklist.Outcome;
import dev.checklist.Status;
import org.junit.jupiter.api.Test;

class TlsTest {
    @Test
    void a_self_signed_certificate_is_an_error_that_names_it() throws Exception {
        WireMockServer server = new WireMockServer(
                WireMockConfiguration.options().dynamicPort().dynamicHttpsPort().bindAddress("127.0.0.1"));
        server.start();
        try {
            String url = "https://127.0.0.1:" + server.httpsPort() + "/";
            Outcome outcome = FakeRun.look(HttpChecks.create().get(url).respondsWith(404));
            assertThat(outcome.status()).isEqualTo(Status.ERROR);
            assertThat(outcome.message()).contains("TLS failed at 127.0.0.1:" + server.httpsPort());
        } finally {
            server.stop();
        }
    }

    @Test
    void a_server_that_speaks_no_tls_is_an_error() throws Exception {
        try (RawServer server = RawServer.answering("HTTP/1.1 400 Bad Request\r\n\r\n")) {
            String url = server.url().replace("http://", "https://");
            Outcome outcome = FakeRun.look(HttpChecks.create().get(url).respondsWith(400));
            assertThat(outcome.status()).isEqualTo(Status.ERROR);
            assertThat(outcome.message()).contains("could not look");
        }
    }
}
