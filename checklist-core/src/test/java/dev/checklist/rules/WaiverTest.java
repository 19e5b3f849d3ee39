package dev.checklist.rules;

import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.rating;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;
import static dev.checklist.rules.Lines.ROOT;
import static dev.checklist.rules.Lines.ending;
import static dev.checklist.rules.Lines.fails;
import static dev.checklist.rules.Lines.no;
import static dev.checklist.rules.Lines.passes;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Item;
import dev.checklist.Status;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.Selection;
import dev.checklist.run.Verdict;
import dev.checklist.run.Waiver;
import dev.checklist.testing.CheckTester;
import dev.checklist.testing.ScriptedProbe;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WaiverTest {
    private static final LocalDate TODAY = LocalDate.of(2030, 1, 1); // the day on which a tester's clock starts
    private static final LocalDate FAR = LocalDate.of(2030, 12, 31);

    private static Waiver until(String id, LocalDate day) {
        return new Waiver(id, "known issue", "ops", day);
    }

    private static Report run(Checklist list, Waiver... waivers) {
        return CheckTester.create()
                .with(runner -> runner.withWaivers(List.of(waivers)))
                .run(list);
    }

    @Test
    void a_waiver_covers_failed_of_one_exact_id_and_the_check_still_runs() {
        ScriptedProbe probe = ScriptedProbe.failing("2 of 3 ready");
        Report report = run(
                checklist("list", check("covered", probe), fails("other"), section("s", fails("covered"))),
                until("covered", FAR));
        Result result = report.result("covered");
        assertThat(result.status()).isEqualTo(Status.WAIVED);
        assertThat(result.message()).isEqualTo("2 of 3 ready");
        assertThat(result.waiver()).contains(until("covered", FAR));
        assertThat(result.attempts()).hasSize(1);
        assertThat(probe.timesAsked()).isOne();
        assertThat(report.result("other").status()).isEqualTo(Status.FAILED);
        assertThat(report.result("s/covered").status()).isEqualTo(Status.FAILED);
        assertThat(report.findings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"ERROR", "BLOCKED", "PENDING", "PASSED", "SKIPPED"})
    void a_waiver_never_covers_any_other_status_and_is_unused_then(Status status) {
        Item item = ending(status).id("covered");
        Report report = run(checklist("list", ROOT, item), until("covered", FAR));
        assertThat(report.result("covered").status()).isEqualTo(status);
        assertThat(report.result("covered").waiver()).isEmpty();
        assertThat(report.findings())
                .containsExactly("the waiver of covered (ops, until 2030-12-31) was not needed: the line did not fail");
    }

    @Test
    void what_people_refused_is_failed_and_may_be_covered_too() {
        Item read = signOff("the plan was read").id("covered");
        Report report = CheckTester.create()
                .with(runner -> runner.withAttestor(no()).withWaivers(List.of(until("covered", FAR))))
                .run(checklist("list", passes("good"), read));
        assertThat(report.result("covered").status()).isEqualTo(Status.WAIVED);
        assertThat(report.result("covered").message()).isEqualTo("refused by Kim");
        assertThat(report.result("covered").attestation()).isPresent();
        assertThat(report.findings()).isEmpty();
        Item rated = rating("security").atLeast(4).id("covered");
        Report low = CheckTester.create()
                .with(runner -> runner.withAttestor(question -> Optional.of(question.ratedBy("Kim", 2)))
                        .withWaivers(List.of(until("covered", FAR))))
                .run(checklist("list", passes("good"), rated));
        assertThat(low.result("covered").status()).isEqualTo(Status.WAIVED);
    }

    @Test
    void validity_is_judged_once_at_the_start_of_the_run() {
        Check slow =
                check("slow", ScriptedProbe.failing("no").takes(ofMinutes(10))).timeout(ofMinutes(20));
        CheckTester lateInTheEvening = CheckTester.startingAt(Instant.parse("2030-01-01T23:55:00Z"))
                .with(runner -> runner.withWaivers(List.of(until("slow", TODAY))));
        assertThat(lateInTheEvening.run(slow).status()).isEqualTo(Status.WAIVED);
        assertThat(lateInTheEvening.run(slow).status())
                .as("the next run starts on the next day")
                .isEqualTo(Status.FAILED);
    }

    @Test
    void the_last_day_counts_by_the_date_in_utc() {
        Check bad = fails("bad");
        var before = CheckTester.startingAt(Instant.parse("2030-01-01T23:59:59Z"))
                .with(runner -> runner.withWaivers(List.of(until("bad", TODAY))));
        var after = CheckTester.startingAt(Instant.parse("2030-01-02T00:00:00Z"))
                .with(runner -> runner.withWaivers(List.of(until("bad", TODAY))));
        assertThat(before.run(bad).status()).isEqualTo(Status.WAIVED);
        assertThat(after.run(bad).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void an_expired_waiver_covers_nothing_and_is_a_finding() {
        Report report = run(checklist("list", fails("bad")), until("bad", TODAY.minusDays(1)));
        assertThat(report.result("bad").status()).isEqualTo(Status.FAILED);
        assertThat(report.findings()).containsExactly("the waiver of bad (ops, until 2029-12-31) has expired");
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_READY);
    }

    @Test
    void a_waiver_that_ends_soon_is_a_finding() {
        Checklist list = checklist("list", fails("bad"));
        assertThat(run(list, until("bad", TODAY)).findings())
                .containsExactly("the waiver of bad (ops, until 2030-01-01) ends within 7 days");
        assertThat(run(list, until("bad", TODAY.plusDays(7))).findings()).hasSize(1);
        assertThat(run(list, until("bad", TODAY.plusDays(8))).findings()).isEmpty();
    }

    @Test
    void a_waiver_of_an_unknown_id_or_of_a_section_is_a_finding() {
        Report report = run(checklist("list", section("s", fails("bad"))), until("bat", FAR), until("s", FAR));
        assertThat(report.findings())
                .containsExactly(
                        "the waiver of bat (ops, until 2030-12-31) covers nothing: the list has no such id",
                        "the waiver of s (ops, until 2030-12-31) covers nothing: a section has no outcome of its own");
        assertThat(report.result("s").status()).isEqualTo(Status.FAILED);
    }

    @Test
    void a_waiver_of_a_line_that_was_not_selected_says_so() {
        Report report = CheckTester.create()
                .with(runner ->
                        runner.withSelection(Selection.all().only("good")).withWaivers(List.of(until("bad", FAR))))
                .run(checklist("list", passes("good"), fails("bad")));
        assertThat(report.findings())
                .containsExactly("the waiver of bad (ops, until 2030-12-31) was not needed: the line was not asked");
    }

    @Test
    void of_two_waivers_of_one_id_a_valid_one_covers() {
        Waiver expired = until("bad", TODAY.minusDays(3));
        Report report = run(checklist("list", fails("bad")), expired, until("bad", FAR));
        assertThat(report.result("bad").waiver()).contains(until("bad", FAR));
        assertThat(report.findings()).containsExactly("the waiver of bad (ops, until 2029-12-29) has expired");
    }

    @Test
    void a_waived_line_opens_gates_and_does_not_keep_a_list_from_being_ready() {
        Report report = run(checklist("list", fails("bad").orStop(), passes("behind")), until("bad", FAR));
        assertThat(report.verdict()).isEqualTo(Verdict.READY);
        assertThat(report.causes()).isEmpty();
    }

    @Test
    void a_waiver_needs_an_id_a_reason_an_owner_and_an_end() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Waiver(" ", "r", "o", FAR))
                .withMessageContaining("id");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Waiver("i", "", "o", FAR))
                .withMessageContaining("reason");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Waiver("i", "r", null, FAR))
                .withMessageContaining("owner");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Waiver("i", "r", "o", null))
                .withMessageContaining("until");
        assertThat(Waiver.SOON.getDays()).isEqualTo((int) ofDays(7).toDays());
    }

    private static Checklist about(String environment) {
        return checklist("list", fails("covered")).about("environment", environment);
    }

    @Test
    void a_waiver_for_environments_covers_nothing_elsewhere() {
        Waiver waiver = until("covered", FAR).in("dev", "staging");
        for (String environment : waiver.environments()) {
            Report there = run(about(environment), waiver);
            assertThat(there.result("covered").status()).isEqualTo(Status.WAIVED);
            assertThat(there.findings()).isEmpty();
        }
        Report elsewhere = run(about("production"), waiver);
        assertThat(elsewhere.result("covered").status()).isEqualTo(Status.FAILED);
        assertThat(elsewhere.findings())
                .containsExactly("the waiver of covered (ops, until 2030-12-31) is for dev, staging only: this list is"
                        + " about the environment production");
        Report unsaid = run(checklist("list", fails("covered")), waiver);
        assertThat(unsaid.result("covered").status()).isEqualTo(Status.FAILED);
        assertThat(unsaid.findings().get(0)).endsWith("only: the list says nothing about(\"environment\", …)");
    }

    @Test
    void each_environment_may_have_a_waiver_of_its_own() {
        Waiver staging = until("covered", FAR).in("staging");
        Waiver production = until("covered", FAR).in("production").withTicket("OPS-7");
        Report report = run(about("production"), staging, production);
        assertThat(report.result("covered").waiver()).contains(production);
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void a_waiver_for_another_environment_is_no_finding_while_the_line_holds() {
        Checklist list = checklist("list", passes("covered")).about("environment", "production");
        assertThat(run(list, until("covered", FAR).in("staging")).findings()).isEmpty();
        assertThat(run(list, until("covered", FAR).in("production")).findings())
                .containsExactly("the waiver of covered (ops, until 2030-12-31) was not needed: the line did not fail");
    }

    @Test
    void a_waiver_is_equal_by_all_it_says() {
        Waiver plain = until("covered", FAR);
        assertThat(plain).isEqualTo(until("covered", FAR)).hasSameHashCodeAs(until("covered", FAR));
        assertThat(plain.withTicket("OPS-7")).isNotEqualTo(plain);
        assertThat(plain.in("staging")).isNotEqualTo(plain);
        assertThat(plain.in("a").in("b").environments()).containsExactly("a", "b");
        assertThat(plain.withTicket("OPS-7").in("a").ticket()).contains("OPS-7");
        assertThatIllegalArgumentException().isThrownBy(() -> plain.withTicket(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> plain.in("a", ""));
    }
}
