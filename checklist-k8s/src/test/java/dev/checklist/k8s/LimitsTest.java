package dev.checklist.k8s;

import static dev.checklist.Checklists.checklist;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Status;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One API server is asked no faster than others who need it too can bear. */
class LimitsTest {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    private final CheckTester tester = CheckTester.create();
    private ApiStub stub;
    private Clients client;

    @BeforeEach
    void start() {
        stub = ApiStub.answering(FakeCluster.healthy()::answer);
        client = Clients.to(stub.url());
    }

    @AfterEach
    void stop() {
        client.close();
        stub.close();
    }

    private Checklist secrets(int count) {
        return checklist(
                "secrets",
                IntStream.range(0, count)
                        .mapToObj(i -> client.checks()
                                .inNamespace("shop")
                                .secret("api")
                                .hasKeys("k" + i)
                                .id("s" + i))
                        .toList());
    }

    private Check gone(int number) {
        return client.checks().namespace("ns-" + number).exists();
    }

    @Test
    void a_hundred_requests_go_at_once_and_then_twenty_a_second() {
        Report report = tester.run(
                checklist("many", IntStream.range(0, 199).mapToObj(this::gone).toList()));
        assertThat(report.count(Status.FAILED)).isEqualTo(199);
        assertThat(stub.requests()).hasSize(200);
        assertThat(tester.elapsed()).isEqualTo(ofSeconds(5)); // 200 requests, of which 100 had to wait
    }

    @Test
    void a_pace_lets_a_burst_go_and_rests_as_it_comes() {
        Pace pace = new Pace(3, ofMillis(50));
        assertThat(pace.next(ZERO)).isZero();
        assertThat(pace.next(ZERO)).isZero();
        assertThat(pace.next(ZERO)).isZero();
        assertThat(pace.next(ZERO)).isEqualTo(ofMillis(50));
        assertThat(pace.next(ofMillis(30))).isEqualTo(ofMillis(70));
        assertThat(pace.next(ofMillis(500))).isZero();
        assertThat(pace.next(ofMillis(500))).isZero();
        assertThat(pace.next(ofMillis(500))).isZero();
        assertThat(pace.next(ofMillis(500))).isEqualTo(ofMillis(50));
    }

    @Test
    void a_pace_of_one_keeps_two_apart_whatever_the_clock_says() {
        Pace pace = new Pace(1, ofMillis(500));
        assertThat(pace.next(ofSeconds(-7))).isZero();
        assertThat(pace.next(ofSeconds(-7))).isEqualTo(ofMillis(500));
    }

    @Test
    void five_requests_are_under_way_and_no_more() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch five = new CountDownLatch(5);
        stub.become(request -> {
            Wire answer = FakeCluster.healthy().answer(request);
            return request.isVersion()
                    ? answer
                    : connection -> {
                        most.accumulateAndGet(now.incrementAndGet(), Math::max);
                        five.countDown();
                        await(five); // nobody is answered until five wait
                        now.decrementAndGet();
                        return answer.write(connection);
                    };
        });
        Report report = ChecklistRunner.create()
                .run(checklist(
                        "many", IntStream.range(0, 40).mapToObj(this::gone).toList()));
        assertThat(report.count(Status.FAILED)).isEqualTo(40);
        assertThat(most).hasValue(5);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Answers 429 so many times, with this header, then as the cluster does. */
    private AtomicInteger busy(int times, String header) {
        AtomicInteger asked = new AtomicInteger();
        stub.become(request -> request.isVersion() || asked.incrementAndGet() > times
                ? FakeCluster.healthy().answer(request)
                : Wire.bytes(429, "text/plain", new byte[0], header));
        return asked;
    }

    private Result exists(Duration timeout) {
        return tester.run(client.checks().namespace("shop").exists().timeout(timeout));
    }

    @Test
    void a_busy_server_is_asked_again_when_it_says_so() {
        AtomicInteger asked = busy(3, "Retry-After: 2\r\n");
        Result result = exists(ofSeconds(30));
        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(result.attempts()).hasSize(1);
        assertThat(asked).hasValue(4);
        assertThat(tester.elapsed()).isEqualTo(ofSeconds(6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Retry-After: 3600\r\n",
                "Retry-After: 99999999999999999999999\r\n",
                "Retry-After: Fri, 01 Jan 2100 00:00:00 GMT\r\n",
                "Retry-After: -5\r\n",
                "Retry-After: soon\r\n",
                ""
            })
    void a_wait_that_is_too_long_or_none_is_an_error_at_once(String header) {
        AtomicInteger asked = busy(100, header);
        Result result = exists(ofSeconds(30));
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("answered 429");
        assertThat(asked).hasValue(1);
        assertThat(tester.elapsed()).isZero();
    }

    @Test
    void the_wait_asked_for_is_shown() {
        busy(100, "Retry-After: 3600\r\n");
        assertThat(exists(ofSeconds(30)).message()).contains("429, Retry-After 3600");
    }

    @Test
    void waits_end_before_the_attempt_does() {
        AtomicInteger asked = busy(100, "Retry-After: 5\r\n");
        Result result = exists(ofSeconds(20));
        assertThat(result.message()).contains("answered 429");
        assertThat(asked).hasValue(4);
        assertThat(tester.elapsed()).isEqualTo(ofSeconds(15));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "120, 120", "'  7 ', 7", "000000000000000000000007, 3153600000"})
    void seconds_are_read_and_never_fewer_than_one(String header, long seconds) {
        assertThat(RetryAfter.of(header, NOW)).contains(ofSeconds(seconds));
    }

    @Test
    void a_date_is_read_and_one_that_has_passed_is_a_second() {
        DateTimeFormatter format = DateTimeFormatter.RFC_1123_DATE_TIME;
        String later = format.format(NOW.plusSeconds(90).atOffset(ZoneOffset.UTC));
        String earlier = format.format(NOW.minusSeconds(90).atOffset(ZoneOffset.UTC));
        assertThat(RetryAfter.of(later, NOW)).contains(ofSeconds(90));
        assertThat(RetryAfter.of(earlier, NOW)).contains(ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-1", "1.5", "1e3", "+3", "soon", "Fri, 32 Jan 2100 00:00:00 GMT", "２"})
    void anything_else_is_as_if_it_were_not_there(String header) {
        assertThat(RetryAfter.of(header, NOW)).isEmpty();
    }

    @Test
    void the_report_says_what_was_asked_of_each_server() {
        Report report = tester.run(secrets(2));
        assertThat(report.facts().traffic())
                .containsOnlyKeys(stub.url() + "/")
                .hasEntrySatisfying(
                        stub.url() + "/", words -> assertThat(words).matches("2 requests, 0 pages, \\d\\.\\d kB"));
        stub.become(FakeCluster.healthy()::answer);
        Map<String, String> pods = tester.run(checklist(
                        "pods", client.checks().inNamespace("shop").pods().areHealthy(1)))
                .facts()
                .traffic();
        assertThat(pods.get(stub.url() + "/")).startsWith("2 requests, 1 page, ");
    }
}
