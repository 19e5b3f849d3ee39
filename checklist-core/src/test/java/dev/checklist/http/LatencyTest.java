package dev.checklist.http;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.Status;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatencyTest extends WebTest {
    private static final Duration LIMIT = Duration.ofMillis(100);

    /** Takes 1 ms, 2 ms and so on; the last ones as given. */
    private Outcome judge(int size, long... last) {
        long[] nanos = new long[size];
        Arrays.setAll(nanos, i -> (i + 1) * 1_000_000L);
        System.arraycopy(last, 0, nanos, size - last.length, last.length);
        return probe(http.get(url("/")).respondsWithin(LIMIT)).judge(Latencies.of(nanos));
    }

    private static LatencyProbe probe(Check check) {
        return (LatencyProbe) check.probe();
    }

    @Test
    void the_95th_percentile_of_twenty_is_the_nineteenth() {
        Outcome outcome = judge(20);
        assertThat(outcome.status()).isEqualTo(Status.PASSED);
        assertThat(outcome.message()).isEqualTo("p95 is 19 ms, within 100 ms");
        assertThat(outcome.evidence()).containsEntry("latency", "n 20, min 1 ms, median 10 ms, p95 19 ms, max 20 ms");
    }

    @Test
    void one_slow_request_of_twenty_is_forgiven_and_two_are_not() {
        assertThat(judge(20, 900_000_000L).status()).isEqualTo(Status.PASSED);
        Outcome outcome = judge(20, 900_000_000L, 800_000_000L);
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message())
                .isEqualTo(
                        "expected a p95 within 100 ms but found n 20, min 1 ms, median 10 ms, p95 800 ms, max 900 ms");
    }

    @Test
    void the_limit_itself_is_within() {
        assertThat(judge(20, LIMIT.toNanos(), LIMIT.toNanos()).status()).isEqualTo(Status.PASSED);
        assertThat(judge(20, LIMIT.toNanos() + 1, LIMIT.toNanos() + 1).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void a_failed_request_took_for_ever_and_is_never_dropped() {
        assertThat(judge(20, Latencies.FOR_EVER).evidence().get("latency"))
                .isEqualTo("n 20, min 1 ms, median 10 ms, p95 19 ms, max never, 1 of them failed");
        Outcome outcome = judge(20, Latencies.FOR_EVER, Latencies.FOR_EVER);
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message()).contains("p95 never", "2 of them failed");
    }

    @Test
    void fewer_than_twenty_give_no_percentile() {
        Outcome outcome = judge(19);
        assertThat(outcome.status()).isEqualTo(Status.ERROR);
        assertThat(outcome.message())
                .contains("measured only 19 of 20 requests in time")
                .doesNotContain("19 ms");
        assertThat(judge(1, Latencies.FOR_EVER).status()).isEqualTo(Status.ERROR);
    }

    @Test
    void fewer_than_twenty_can_be_too_slow_already() {
        Outcome outcome = judge(5, 900_000_000L, Latencies.FOR_EVER);
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message())
                .isEqualTo("expected a p95 within 100 ms but 2 of the first 5 requests took longer, 1 of them failed");
    }

    @Test
    void twenty_two_requests_are_sent_one_after_another() throws Exception {
        page("/", html("fine"));
        Outcome outcome = new FakeRun().ask(http.get(url("/")).respondsWithin(Duration.ofSeconds(30)));
        assertThat(outcome.status()).isEqualTo(Status.PASSED);
        assertThat(outcome.evidence().get("latency")).startsWith("n 20, min ");
        assertThat(outcome.evidence()).containsEntry("connections", "reused where the server keeps them open");
        assertThat(requests()).isEqualTo(22);
    }

    @Test
    void a_server_that_fails_after_the_warm_up_is_failed() throws Exception {
        server.stubFor(get("/").inScenario("warm")
                .whenScenarioStateIs("Started")
                .willReturn(html("fine"))
                .willSetStateTo("once"));
        server.stubFor(get("/").inScenario("warm")
                .whenScenarioStateIs("once")
                .willReturn(html("fine"))
                .willSetStateTo("broken"));
        server.stubFor(get("/").inScenario("warm").whenScenarioStateIs("broken").willReturn(status(503)));
        Outcome outcome = new FakeRun().ask(http.get(url("/")).respondsWithin(Duration.ofSeconds(30)));
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message()).contains("2 of the first 2 requests took longer, 2 of them failed");
    }

    @Test
    void a_server_that_is_broken_or_absent_is_asked_once() throws Exception {
        page("/", status(503));
        assertThat(FakeRun.look(http.get(url("/")).respondsWithin(LIMIT)).message())
                .isEqualTo("expected a p95 within 100 ms but found status 503");
        assertThat(FakeRun.look(http.get(url("/nothing")).respondsWithin(LIMIT)).status())
                .isEqualTo(Status.FAILED);
        assertThat(requests()).isEqualTo(2);
    }

    @Test
    void a_server_that_hangs_is_an_error() throws Exception {
        try (RawServer silent = RawServer.running((raw, socket) -> raw.hang())) {
            Outcome outcome = FakeRun.glance(http.get(silent.url()).respondsWithin(LIMIT));
            assertThat(outcome.status()).isEqualTo(Status.ERROR);
            assertThat(outcome.message()).contains("no complete answer in time");
        }
    }

    @Test
    void a_body_beyond_the_limit_cannot_be_measured_to_its_end() throws Exception {
        page("/", html("x".repeat(2_000)));
        Outcome outcome = FakeRun.look(http.get(url("/")).readingUpTo(1_000).respondsWithin(Duration.ofSeconds(30)));
        assertThat(outcome.status()).isEqualTo(Status.ERROR);
        assertThat(outcome.message()).contains("not read completely");
    }

    @Test
    void it_runs_alone_once_and_with_time_enough() {
        Check check = http.get(url("/")).respondsWithin(Duration.ofSeconds(2));
        assertThat(check.isAlone()).isTrue();
        assertThat(check.retryPolicy().orElseThrow().maxAttempts()).isEqualTo(1);
        assertThat(check.timeoutPerAttempt()).contains(Duration.ofMillis(22 * 2_050 + 10_000));
    }

    @Test
    void a_third_retry_sends_nothing() throws Exception {
        page("/", html("fine"));
        Check check = http.get(url("/")).respondsWithin(Duration.ofSeconds(30));
        Outcome outcome = new FakeRun().ask(check, 4);
        assertThat(outcome.status()).isEqualTo(Status.ERROR);
        assertThat(outcome.message()).contains("retried at most twice");
        assertThat(outcome.isConclusive()).isTrue();
        assertThat(requests()).isZero();
    }

    @Test
    void it_does_not_share_its_requests() throws Exception {
        page("/", html("fine"));
        new FakeRun()
                .together(
                        http.get(url("/")).hasBodyContaining("fine"),
                        http.get(url("/")).respondsWithin(Duration.ofSeconds(30)));
        assertThat(requests()).isEqualTo(23);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT1M0.001S"})
    void a_limit_that_is_none_is_refused(String limit) {
        assertThatThrownBy(() -> http.get(url("/")).respondsWithin(Duration.parse(limit)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("limit is " + Duration.parse(limit));
    }

    @Test
    void a_request_that_writes_is_not_measured() {
        assertThatThrownBy(() -> http.request("POST", url("/")).respondsWithin(LIMIT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("method is POST: only GET and HEAD are measured");
        assertThatThrownBy(() -> http.get(url("/")).respondsWithin(null)).isInstanceOf(IllegalArgumentException.class);
    }
}
