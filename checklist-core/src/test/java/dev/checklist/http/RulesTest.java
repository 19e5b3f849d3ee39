package dev.checklist.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.checklist.Outcome;
import dev.checklist.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Asks for a group of Prometheus rules; the clock of the run is at 1970. */
class RulesTest extends WebTest {
    private static final String NOW = "1970-01-01T00:00:00.123456789Z";

    private static String rule(String name, String health, String time) {
        return "{\"name\":\"" + name + "\",\"health\":\"" + health + "\",\"lastEvaluation\":\"" + time
                + "\",\"type\":\"recording\",\"query\":\"up\"}";
    }

    private static String group(String name, int interval, String... rules) {
        return "{\"name\":\"" + name + "\",\"file\":\"/etc/r.yml\",\"interval\":" + interval + ",\"rules\":["
                + String.join(",", rules) + "]}";
    }

    private static String groups(String... groups) {
        return "{\"status\":\"success\",\"data\":{\"groups\":[" + String.join(",", groups) + "]}}";
    }

    private Outcome look(String json) throws Exception {
        return look(json, 1);
    }

    private Outcome look(String json, int least) throws Exception {
        page("/prom/api/v1/rules?rule_group%5B%5D=our+app", json(json));
        return FakeRun.look(http.prometheus(url("/prom")).rules("our app").areHealthy(least));
    }

    @Test
    void a_loaded_group_whose_rules_are_all_well_and_evaluated_now_passes() throws Exception {
        Outcome outcome = look(groups(group("our app", 60, rule("a", "ok", NOW), rule("b", "ok", NOW))), 2);
        assertThat(outcome.status()).as(outcome.message()).isEqualTo(Status.PASSED);
        assertThat(outcome.message()).isEqualTo("found 2 rules");
        assertThat(outcome.evidence()).containsEntry("names", "a, b").containsEntry("rules", "2");
    }

    @Test
    void no_group_another_group_and_a_group_without_rules_fail() throws Exception {
        for (String json : new String[] {
            groups(), groups(group("our app", 60)), groups(group("our apps", 60, rule("a", "ok", NOW)))
        }) {
            Outcome outcome = look(json);
            assertThat(outcome.status()).as(json).isEqualTo(Status.FAILED);
            assertThat(outcome.message()).endsWith("but found no such group, or one without rules");
        }
    }

    @Test
    void fewer_rules_than_expected_fail() throws Exception {
        Outcome outcome = look(groups(group("our app", 60, rule("a", "ok", NOW))), 2);
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message())
                .isEqualTo(
                        "expected 2 rules or more of group our app, each healthy and evaluated lately but found 1 rules");
    }

    @ParameterizedTest
    @ValueSource(strings = {"err", "unknown", "OK"})
    void one_rule_in_any_other_health_fails_the_group(String health) throws Exception {
        Outcome outcome = look(groups(group("our app", 60, rule("a", "ok", NOW), rule("b", health, NOW))));
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message()).endsWith("but found b is " + health);
    }

    @Test
    void what_the_server_says_went_wrong_is_shown_even_where_it_calls_the_rule_well() throws Exception {
        String broken = rule("b", "ok", NOW).replace("\"type\"", "\"lastError\":\"many-to-many matching\",\"type\"");
        assertThat(look(groups(group("our app", 60, broken))).message())
                .endsWith("but found b is ok: many-to-many matching");
    }

    @Test
    void every_group_of_that_name_counts() throws Exception {
        Outcome outcome =
                look(groups(group("our app", 60, rule("a", "ok", NOW)), group("our app", 60, rule("b", "err", NOW))));
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
    }

    @ParameterizedTest
    @CsvSource({
        "60, 1969-12-31T23:55:00Z, PASSED",
        "60, 1969-12-31T23:54:59Z, FAILED",
        "60, 1970-01-01T00:55:00+01:00, PASSED",
        "3600, 1969-12-31T22:00:00Z, PASSED",
        "3600, 1969-12-31T21:59:59Z, FAILED",
        "60, 0001-01-01T00:00:00Z, FAILED",
        "60, 1970-01-01T00:05:00Z, PASSED",
        "60, 1970-01-01T00:05:01Z, ERROR",
        "60, 9999-12-31T23:59:59Z, ERROR",
    })
    void the_last_evaluation_is_at_most_two_intervals_or_five_minutes_old(int interval, String time, Status status)
            throws Exception {
        Outcome outcome = look(groups(group("our app", interval, rule("a", "ok", time))));
        assertThat(outcome.status()).as(outcome.message()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"status\":\"error\",\"data\":{\"groups\":[]}}",
                "{\"status\":\"success\"}",
                "{\"status\":\"success\",\"data\":{}}",
                "{\"status\":\"success\",\"data\":{\"groups\":{}}}",
                "{\"status\":\"success\",\"data\":{\"groups\":[null]}}",
                "{\"status\":\"success\",\"data\":{\"groups\":[{\"name\":\"our app\",\"interval\":60}]}}",
                "{\"status\":\"success\",\"data\":{\"groups\":[{\"name\":\"our app\",\"rules\":[]}]}}",
                "{\"status\":\"success\",\"data\":{\"groups\":[{\"name\":\"our app\",\"interval\":60,\"rules\":[{}]}]}}",
                "{\"status\":\"success\",\"warnings\":[\"partial\"],\"data\":{\"groups\":[]}}",
                "not json",
            })
    void an_answer_that_is_partial_or_malformed_is_an_error(String json) throws Exception {
        Outcome outcome = look(json);
        assertThat(outcome.status()).as(outcome.message()).isEqualTo(Status.ERROR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-60", "86401", "1e99", "\"60\""})
    void an_interval_that_would_excuse_any_age_is_an_error(String interval) throws Exception {
        String json = groups(group("our app", 60, rule("a", "ok", NOW))).replace("\":60", "\":" + interval);
        assertThat(look(json).status()).isEqualTo(Status.ERROR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "1970-01-01", "0"})
    void a_time_that_is_none_is_an_error(String time) throws Exception {
        assertThat(look(groups(group("our app", 60, rule("a", "ok", time)))).status())
                .isEqualTo(Status.ERROR);
    }

    @Test
    void a_group_has_a_name_and_a_rule() {
        PrometheusChecks server = http.prometheus(url("/"));
        assertThatIllegalArgumentException().isThrownBy(() -> server.rules(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> server.rules(null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> server.rules("x").areHealthy(0))
                .withMessageContaining("atLeast is 0");
    }
}
