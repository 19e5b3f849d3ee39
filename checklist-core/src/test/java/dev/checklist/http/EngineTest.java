package dev.checklist.http;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.section;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Item;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs HTTP lines by the real runner. */
class EngineTest extends WebTest {
    private static final ChecklistRunner RUNNER = ChecklistRunner.create();

    @Test
    void retries_end_when_a_credential_is_refused_and_it_is_sent_once() {
        everyPage(status(401));
        Check account = http.get(url("/account"))
                .header("Authorization", "Bearer k3y-of-the-run")
                .respondsWith(200)
                .retry(attempts(30).every(Duration.ofMillis(10)));
        Check orders = http.get(url("/orders"))
                .header("Authorization", "Bearer k3y-of-the-run")
                .hasBodyContaining("orders");
        Report report = RUNNER.run(checklist("Shop", section("Account", account), section("Orders", orders)));
        assertThat(report.result(account).status()).isEqualTo(Status.ERROR);
        assertThat(report.result(account).attempts()).hasSize(2);
        assertThat(report.result(orders).message()).contains("was not sent");
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void a_condition_with_a_refused_credential_is_an_error_and_skips_nothing() {
        everyPage(status(403));
        Check condition =
                http.get(url("/feature")).header("X-Api-Key", "k3y-of-the-run").respondsWith(200);
        Check line =
                check("feature works", context -> Outcome.passed("it does")).onlyIf(condition);
        assertThat(RUNNER.run(checklist("Shop", line)).result(line).status()).isEqualTo(Status.ERROR);
    }

    @Test
    void a_retry_sees_what_has_changed() {
        server.stubFor(get("/health")
                .inScenario("starting")
                .whenScenarioStateIs("Started")
                .willReturn(status(503))
                .willSetStateTo("up"));
        server.stubFor(
                get("/health").inScenario("starting").whenScenarioStateIs("up").willReturn(json("{}")));
        Check health =
                http.get(url("/health")).respondsWith(200).retry(attempts(5).every(Duration.ofMillis(10)));
        Result result = RUNNER.run(checklist("Shop", health)).result(health);
        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(result.attempts()).hasSize(2);
    }

    @Test
    void a_line_with_more_time_asks_again_when_the_one_that_asked_for_both_ran_out_of_time() {
        server.stubFor(get("/health")
                .inScenario("waking")
                .whenScenarioStateIs("Started")
                .willReturn(json("{}").withFixedDelay(20_000))
                .willSetStateTo("awake"));
        server.stubFor(
                get("/health").inScenario("waking").whenScenarioStateIs("awake").willReturn(json("{}")));
        Check hasty = http.get(url("/health")).hasBodyContaining("{").timeout(Duration.ofMillis(700));
        Check patient = http.get(url("/health")).respondsWith(200);

        Report report = RUNNER.withParallelism(1).run(checklist("Shop", hasty, patient));

        assertThat(report.result(hasty).status()).isEqualTo(Status.ERROR);
        assertThat(report.result(patient).status()).isEqualTo(Status.PASSED);
    }

    @Test
    void a_silent_server_ends_its_own_line_only_and_says_how_far_it_came() throws Exception {
        page("/good", json("{}"));
        try (RawServer silent = RawServer.running((raw, socket) -> raw.hang())) {
            Check before = http.get(url("/good")).hasBodyContaining("{}");
            Check bad = http.get(silent.url()).respondsWith(200).timeout(Duration.ofMillis(500));
            Check beside = http.get(url("/good")).hasJsonAt("", "x");
            Check behind = http.get(url("/good")).respondsWith(200);
            List<Item> sections = new ArrayList<>();
            sections.add(section("Before", before));
            sections.add(section("Beside", bad, beside));
            sections.add(section("Behind", behind));
            Report report = RUNNER.run(checklist("Shop", sections));
            assertThat(report.result(bad).status()).isEqualTo(Status.ERROR);
            assertThat(report.result(bad).message()).contains("no complete answer in time: not even a status came");
            assertThat(report.result(before).message()).isEqualTo("the body contains \"{}\"");
            assertThat(report.result(beside).message()).isEqualTo("expected \"x\" at the root but found an object");
            assertThat(report.result(behind).message()).isEqualTo("answered 200");
            assertThat(silent.sawHangUp()).isTrue();
            assertThat(report.abandonedProbes()).isZero();
        }
    }
}
