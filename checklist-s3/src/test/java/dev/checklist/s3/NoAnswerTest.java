package dev.checklist.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Mark;
import dev.checklist.Outcome;
import dev.checklist.Status;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

class NoAnswerTest {
    private static final String TEXT = "canary text of the network";

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(ApiCallTimeoutException.create(1), "no complete answer within the time limit"),
                Arguments.of(ApiCallAttemptTimeoutException.create(1), "no complete answer within the time limit"),
                Arguments.of(from(new SocketTimeoutException(TEXT)), "no complete answer within the time limit"),
                Arguments.of(from(new UnknownHostException(TEXT)), "no address for its host"),
                Arguments.of(from(new ConnectException(TEXT)), "no connection (refused or no route)"),
                Arguments.of(from(new NoRouteToHostException(TEXT)), "no connection (refused or no route)"),
                Arguments.of(
                        from(new SSLHandshakeException(TEXT)), "no trusted TLS connection (SSLHandshakeException)"),
                Arguments.of(from(new SocketException(TEXT)), "that the connection broke off (SocketException)"),
                Arguments.of(from(new XMLStreamException(TEXT)), "an answer that is not S3's XML"),
                Arguments.of(new RejectedExecutionException(TEXT), "that its client is closed"),
                Arguments.of(
                        from(new IllegalStateException(TEXT)),
                        "that the request could not be sent (IllegalStateException)"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_failure_below_s3_is_an_error_in_our_own_words(RuntimeException failure, String words) {
        Outcome outcome = NoAnswer.outcome(failure, "https://store.example");

        assertThat(outcome.status()).isEqualTo(Status.ERROR);
        assertThat(outcome.mark()).isEqualTo(Mark.PLAIN);
        assertThat(outcome.message())
                .startsWith("expected an answer of S3 from https://store.example, found " + words)
                .doesNotContain(TEXT);
    }

    private static SdkClientException from(Exception cause) {
        return SdkClientException.create(TEXT, SdkClientException.create(TEXT, cause));
    }
}
