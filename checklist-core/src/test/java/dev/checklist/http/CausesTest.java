package dev.checklist.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CausesTest {
    private static final Call CALL = Call.of("GET", Address.of("url", "https://shop.example/"))
            .with(Header.of("Authorization", "Bearer canary-4711"));

    private static Throwable caused(Throwable failure, Throwable... causes) {
        Throwable last = failure;
        for (Throwable cause : causes) {
            last.initCause(cause);
            last = cause;
        }
        return failure;
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(
                        caused(new ConnectException(), new UnresolvedAddressException()),
                        "the name shop.example was not resolved (DNS)"),
                Arguments.of(new UnknownHostException("shop.example"), "the name shop.example was not resolved (DNS)"),
                Arguments.of(
                        caused(new ConnectException(), new ClosedChannelException()),
                        "connection refused at shop.example:443"),
                Arguments.of(new ConnectException("Connection refused"), "connection refused at shop.example:443"),
                Arguments.of(
                        new ConnectException("No route to host"),
                        "no connection at shop.example:443: No route to host"),
                Arguments.of(new ConnectException(), "no connection at shop.example:443: ConnectException"),
                Arguments.of(
                        caused(new HttpConnectTimeoutException("HTTP connect timed out"), new ConnectException()),
                        "no connection was made in time at shop.example:443"),
                Arguments.of(
                        caused(new SSLHandshakeException("failed"), new CertificateExpiredException("NotAfter: 2020")),
                        "TLS failed at shop.example:443: a certificate has expired: NotAfter: 2020"),
                Arguments.of(
                        caused(
                                new SSLHandshakeException("failed"),
                                new CertificateNotYetValidException("NotBefore: 2099")),
                        "TLS failed at shop.example:443: a certificate is not valid yet: NotBefore: 2099"),
                Arguments.of(
                        caused(new SSLHandshakeException("failed"), new CertPathBuilderException("no path")),
                        "TLS failed at shop.example:443: the certificate leads to no trusted issuer (self-signed, or an"
                                + " intermediate is missing)"),
                Arguments.of(
                        caused(
                                new SSLHandshakeException("failed"),
                                new CertificateException(
                                        "No subject alternative DNS name matching shop.example found.")),
                        "TLS failed at shop.example:443: No subject alternative DNS name matching shop.example found."),
                Arguments.of(new SSLHandshakeException(null), "TLS failed at shop.example:443: SSLHandshakeException"),
                Arguments.of(new ProtocolException("bad status"), "the answer is not HTTP: bad status"),
                Arguments.of(
                        caused(new IOException("fixed content-length: 10, bytes received: 4"), new EOFException()),
                        "the connection broke off before the answer was complete: EOFException"),
                Arguments.of(
                        new IOException(" "), "the connection broke off before the answer was complete: IOException"),
                Arguments.of(
                        new IOException("server said canary-4711"),
                        "the connection broke off before the answer was complete: server said ***"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_failure_is_worded_by_its_cause(Throwable failure, String words) {
        assertThat(Causes.worded(CALL, failure)).hasMessage("GET https://shop.example/: " + words);
        assertThat(Causes.worded(CALL, new IOException(failure)).getMessage()).endsWith(words);
    }

    @Test
    void causes_that_form_a_ring_are_worded() {
        IOException first = new IOException("first");
        IOException second = new IOException("second", first);
        first.initCause(second);
        assertThat(Causes.worded(CALL, first).getMessage()).endsWith("second");
    }

    @Test
    void only_a_refused_connection_is_of_that_kind() {
        assertThat(Causes.worded(CALL, new ConnectException("Connection refused"))
                        .kind())
                .isEqualTo(NoAnswerException.Kind.CONNECTION_REFUSED);
        assertThat(Causes.worded(CALL, caused(new ConnectException(), new UnresolvedAddressException()))
                        .kind())
                .isEqualTo(NoAnswerException.Kind.UNSEEN);
    }
}
