package dev.checklist.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.WireMock;
import dev.checklist.Check;
import dev.checklist.Effect;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.testing.CheckTester;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sends load, and sees when it stops. */
class LoadTest extends WebTest {
    /** Answers as the script says by the number of the request, from 1. */
    private static Outcome look(int concurrent, int requests, IntUnaryOperator statuses) throws Exception {
        AtomicInteger sent = new AtomicInteger();
        try (RawServer raw = RawServer.running((server, socket) -> server.write(
                socket,
                "HTTP/1.1 " + statuses.applyAsInt(sent.incrementAndGet())
                        + " x\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"))) {
            Outcome outcome = FakeRun.look(HttpChecks.create().get(raw.url()).serves(concurrent, requests));
            assertThat(sent.get()).isLessThanOrEqualTo(requests + 1);
            return outcome;
        }
    }

    @Test
    void all_requests_that_are_served_pass_and_name_who_sent_them() throws Exception {
        page("/", html("x"));
        Outcome outcome =
                FakeRun.look(http.get(url("/")).header("User-Agent", "mine").serves(5, 40));
        assertThat(outcome.status()).as(outcome.message()).isEqualTo(Status.PASSED);
        assertThat(outcome.message()).isEqualTo("served 40 of 40 requests, 5 at a time");
        assertThat(requests()).isEqualTo(41);
        server.verify(
                41,
                WireMock.getRequestedFor(WireMock.urlEqualTo("/"))
                        .withHeader("User-Agent", WireMock.matching("checklist/\\S+ \\(Release\\)")));
    }

    @Test
    void a_few_errors_below_five_percent_are_a_warning() throws Exception {
        Outcome outcome = look(2, 100, n -> n % 30 == 0 ? 500 : 200);
        assertThat(outcome.status()).as(outcome.message()).isEqualTo(Status.PASSED);
        assertThat(outcome.warnings()).containsExactly("3 requests were not served");
    }

    @Test
    void at_five_percent_of_errors_it_stops_and_fails() throws Exception {
        Outcome outcome = look(2, 100, n -> n % 2 == 0 ? 500 : 200);
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message()).contains("and stopped");
        assertThat(Integer.parseInt(outcome.evidence().get("requests sent"))).isLessThan(20);
        assertThat(look(1, 4, n -> n == 2 ? 302 : 200).status()).isEqualTo(Status.FAILED);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void at_the_first_sign_that_the_target_has_enough_it_stops_and_fails(int status) throws Exception {
        Outcome outcome = look(1, 500, n -> n == 5 ? status : 200);
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message()).contains("but found " + status + " after 4 answers, and stopped");
    }

    @Test
    void a_target_that_breaks_off_or_does_not_answer_at_all_does_not_pass() throws Exception {
        try (RawServer raw = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nx")) {
            assertThat(FakeRun.look(http.get(raw.url()).serves(1, 1)).status()).isEqualTo(Status.ERROR);
        }
        AtomicInteger sent = new AtomicInteger();
        try (RawServer raw = RawServer.running((server, socket) -> {
            if (sent.incrementAndGet() > 3) {
                server.hang();
            }
            server.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        })) {
            Outcome outcome = FakeRun.glance(http.get(raw.url()).serves(2, 10));
            assertThat(outcome.status()).isEqualTo(Status.ERROR);
            assertThat(outcome.message()).contains("were answered in the time");
        }
    }

    @Test
    void it_is_never_sent_again_and_waits_for_leave() throws Exception {
        Check check = http.get(url("/")).serves(1, 1);
        assertThat(new FakeRun().ask(check, 2).status()).isEqualTo(Status.ERROR);
        assertThat(requests()).isZero();
        assertThat(check.isAlone()).isTrue();
        assertThat(check.effect()).isEqualTo(Effect.LOADS);
        assertThat(CheckTester.create().run(check).status()).isEqualTo(Status.PENDING);
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "11, 100", "1, 501", "5, 4", "-1, 1"})
    void more_than_is_decent_is_refused_when_the_list_is_built(int concurrent, int requests) {
        assertThatThrownBy(() -> http.get(url("/")).serves(concurrent, requests))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected between");
        assertThatThrownBy(() -> http.request("POST", url("/")).serves(1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> http.get(url("/")).followingRedirects().serves(1, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
