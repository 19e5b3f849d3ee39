package dev.checklist.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.checklist.Outcome;
import dev.checklist.Status;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares numbers in JSON answers, those of Prometheus among them, whose clock is at 1970 as that of the run. */
class NumberTest extends WebTest {
    private static final String QUERY = "/api/v1/query?query=up";

    private Outcome number(String json, Bound bound) throws Exception {
        page("/n", json(json));
        return FakeRun.look(http.get(url("/n")).hasNumberAt("/n", bound));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"n\":3} | PASSED",
                "{\"n\":3.0} | PASSED",
                "{\"n\":\"3\"} | PASSED",
                "{\"n\":1e3} | PASSED",
                "{\"n\":2.999} | FAILED",
                "{\"n\":-3} | FAILED",
                "{\"n\":\"\"} | ERROR",
                "{\"n\":\"3 rows\"} | ERROR",
                "{\"n\":\"NaN\"} | ERROR",
                "{\"n\":true} | ERROR",
                "{\"n\":null} | ERROR",
                "{\"n\":[3]} | ERROR",
                "{\"m\":3} | FAILED",
                "{} | FAILED",
            })
    void a_number_is_compared_and_anything_else_is_none(String json, Status status) throws Exception {
        Outcome outcome = number(json, Bound.atLeast(3));
        assertThat(outcome.status()).as(outcome.message()).isEqualTo(status);
    }

    @Test
    void a_text_that_is_a_number_is_said_to_be_one() throws Exception {
        assertThat(number("{\"n\":\"3\"}", Bound.atMost(3)).message()).contains("a text that is a number");
        assertThat(number("{\"n\":4}", Bound.atMost(3)).message())
                .isEqualTo("expected a number at most 3 at /n but found 4");
    }

    @Test
    void both_bounds_of_one_place_are_two_lines() {
        EndpointChecks page = http.get(url("/n"));
        assertThat(page.hasNumberAt("/n", Bound.atLeast(1)).title()).endsWith("has a number at least 1 at /n");
        assertThatThrownBy(() -> Bound.atLeast(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Bound.atMost(null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> page.hasNumberAt("/n", null)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String vector(String... samples) {
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[" + String.join(",", samples)
                + "]}}";
    }

    private static String sample(String name, long time, String value) {
        return "{\"metric\":{\"alertname\":\"" + name + "\"},\"value\":[" + time + ",\"" + value + "\"]}";
    }

    private Outcome prometheus(String json) throws Exception {
        page(QUERY, json(json));
        return FakeRun.look(http.prometheus(url("/")).query("up").isAtLeast(1));
    }

    @Test
    void every_series_must_keep_the_bound() throws Exception {
        assertThat(prometheus(vector(sample("a", 0, "1"), sample("b", -60, "2.5")))
                        .status())
                .isEqualTo(Status.PASSED);
        Outcome outcome = prometheus(vector(sample("a", 0, "1"), sample("b", 0, "0")));
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message()).isEqualTo("expected every series at least 1 but found 0 in 1 of 2");
        assertThat(prometheus("{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[0,\"1\"]}}")
                        .status())
                .isEqualTo(Status.PASSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "+Inf", "-Inf", "one"})
    void what_is_no_number_keeps_no_bound(String value) throws Exception {
        assertThat(prometheus(vector(sample("a", 0, value))).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void no_data_and_old_data_fail() throws Exception {
        assertThat(prometheus(vector()).message()).contains("no data");
        assertThat(prometheus(vector()).status()).isEqualTo(Status.FAILED);
        Outcome old = prometheus(vector(sample("a", -301, "1")));
        assertThat(old.status()).isEqualTo(Status.FAILED);
        assertThat(old.message()).contains("newest sample is 301 s old");
        assertThat(prometheus(vector(sample("a", Instant.now().getEpochSecond(), "1")))
                        .status())
                .isEqualTo(Status.ERROR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"status\":\"error\",\"error\":\"bad_data\"}",
                "{\"status\":\"success\"}",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\"}}",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}}",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{}]}}",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"value\":[0,1]}]}}",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"value\":[\"0\",\"1\"]}]}}",
                "{\"status\":\"success\",\"warnings\":[\"partial\"],\"data\":{\"resultType\":\"vector\",\"result\":"
                        + "[{\"value\":[0,\"1\"]}]}}",
                "{\"status\":\"success\",\"status\":\"success\"}",
                "not json",
            })
    void an_answer_that_is_partial_or_malformed_is_an_error(String json) throws Exception {
        Outcome outcome = prometheus(json);
        assertThat(outcome.status()).as(outcome.message()).isEqualTo(Status.ERROR);
    }

    private Outcome alerts(String... samples) throws Exception {
        page("/prom/api/v1/query?query=ALERTS%7Balertstate%3D%22firing%22%7D", json(vector(samples)));
        return FakeRun.look(http.prometheus(url("/prom")).hasNoFiringAlert());
    }

    @Test
    void no_alert_is_firing_only_if_the_one_that_always_does_is() throws Exception {
        assertThat(alerts(sample("Watchdog", 0, "1")).status()).isEqualTo(Status.PASSED);
        assertThat(alerts().status()).isEqualTo(Status.FAILED);
        Outcome other = alerts(sample("Watchdog", 0, "1"), sample("DiskFull", 0, "1"));
        assertThat(other.status()).isEqualTo(Status.FAILED);
        assertThat(other.message()).contains("but found DiskFull");
        assertThat(alerts("{\"metric\":{},\"value\":[0,\"1\"]}").message()).contains("one without a name");
    }

    @Test
    void a_query_is_one_and_goes_under_the_path_of_the_server() {
        assertThatThrownBy(() -> http.prometheus(url("/")).query(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> http.prometheus(url("/?x=1"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(http.prometheus("https://prom.example")
                        .query("count(up == 1)")
                        .isAtLeast(3)
                        .title())
                .isEqualTo("prometheus https://prom.example/ count(up == 1) is at least 3");
    }
}
