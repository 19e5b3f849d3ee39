package dev.checklist.rules;

import static dev.checklist.Checklists.atLeast;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.rating;
import static dev.checklist.Checklists.scorecard;
import static dev.checklist.rules.Lines.fails;
import static dev.checklist.rules.Lines.passes;
import static dev.checklist.rules.Lines.statusOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.checklist.Check;
import dev.checklist.Item;
import dev.checklist.Rating;
import dev.checklist.Status;
import dev.checklist.run.Attestor;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.Verdict;
import dev.checklist.run.Waiver;
import dev.checklist.testing.CheckTester;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScorecardTest {
    private static final Rating SECURITY = rating("Security");
    private static final Rating MONITORING = rating("Monitoring").outOf(10);
    private static final String TOTAL = "readiness/total";

    private static Attestor rating0(Map<String, Integer> scores) {
        return question -> Optional.ofNullable(scores.get(question.line().title()))
                .map(score -> score < 0 ? question.refusedBy("Kim") : question.ratedBy("Kim", score));
    }

    private static Report rated(Map<String, Integer> scores, Item first, Item... rest) {
        return CheckTester.create()
                .with(runner -> runner.withAttestor(rating0(scores)))
                .run(checklist("list", first, rest));
    }

    private static Item card(int least) {
        return scorecard("Readiness", atLeast(least), SECURITY, MONITORING);
    }

    @Test
    void the_sum_decides_and_the_ratings_need_no_least_of_their_own() {
        Report report = rated(Map.of("Security", 2, "Monitoring", 9), card(11));
        Result total = report.result(TOTAL);
        assertThat(total.status()).isEqualTo(Status.PASSED);
        assertThat(total.message()).isEqualTo("11 of 15 points");
        assertThat(total.basis()).containsExactly(Map.entry("Security", "2 of 5"), Map.entry("Monitoring", "9 of 10"));
        assertThat(total.line().title()).isEqualTo("Total: at least 11 of 15 points");
        assertThat(report.verdict()).isEqualTo(Verdict.READY);
        assertThat(total.seenAt()).contains(report.facts().startedAt());
    }

    @Test
    void a_sum_below_the_threshold_is_failed_and_is_a_cause_of_its_own() {
        Report report = rated(Map.of("Security", 2, "Monitoring", 8), card(11));
        assertThat(report.result(TOTAL).status()).isEqualTo(Status.FAILED);
        assertThat(report.result(TOTAL).message()).isEqualTo("expected at least 11 of 15 points, but found 10");
        assertThat(report.causes()).hasSize(1);
        assertThat(report.causes().get(0).first().id()).isEqualTo(TOTAL);
    }

    @Test
    void a_missing_rating_is_pending_never_zero_and_never_enough() {
        Report report = rated(Map.of("Monitoring", 10), card(10));
        Result total = report.result(TOTAL);
        assertThat(total.status()).isEqualTo(Status.PENDING);
        assertThat(total.message()).isEqualTo("10 of 15 points so far; no number for: Security");
        assertThat(total.roots()).containsExactly("readiness/rating-security");
        assertThat(report.open()).extracting(Result::id).containsExactly("readiness/rating-security");
        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    }

    @Test
    void it_fails_as_soon_as_the_threshold_is_out_of_reach_and_not_before() {
        Report gone = rated(Map.of("Monitoring", 2), card(8));
        assertThat(gone.result(TOTAL).status()).isEqualTo(Status.FAILED);
        assertThat(gone.result(TOTAL).message()).endsWith("but at most 7 can be reached");
        assertThat(rated(Map.of("Monitoring", 3), card(8)).result(TOTAL).status())
                .isEqualTo(Status.PENDING);
    }

    @Test
    void a_refused_rating_gives_no_number_even_if_it_is_waived() {
        Report refused = rated(Map.of("Security", -1, "Monitoring", 10), card(5));
        assertThat(refused.result(TOTAL).status()).isEqualTo(Status.FAILED);
        assertThat(refused.causes()).hasSize(1);
        Waiver waiver = new Waiver("readiness/rating-security", "agreed", "ops", LocalDate.of(2030, 12, 31));
        Report waived = CheckTester.create()
                .with(runner -> runner.withAttestor(rating0(Map.of("Security", -1, "Monitoring", 10)))
                        .withWaivers(List.of(waiver)))
                .run(checklist("list", card(5)));
        assertThat(waived.result(TOTAL).status()).isEqualTo(Status.ERROR);
    }

    @Test
    void a_red_check_caps_the_rating_and_the_line_says_so() {
        Check scan = fails("no critical CVE").advisory();
        Rating capped = SECURITY.cappedBy(2, scan);
        Report report = rated(
                Map.of("Security", 5, "Monitoring", 9), scan, scorecard("Readiness", atLeast(12), capped, MONITORING));
        assertThat(report.result(TOTAL).message()).isEqualTo("expected at least 12 of 15 points, but found 11");
        assertThat(report.result(TOTAL).basis()).containsEntry("Security", "2 of 5");
        assertThat(report.result(capped).message())
                .isEqualTo("rated 5 of 5 by Kim; counts 2, capped by \"no critical CVE\" (FAILED)");
    }

    @Test
    void a_green_check_caps_nothing() {
        Check scan = passes("no critical CVE");
        Report report = rated(
                Map.of("Security", 5, "Monitoring", 9),
                scorecard("Readiness", atLeast(14), SECURITY.cappedBy(2, scan), MONITORING),
                scan);
        assertThat(report.result(TOTAL).message()).isEqualTo("14 of 15 points");
    }

    @Test
    void what_is_no_green_caps_too() {
        for (Status status : List.of(Status.ERROR, Status.BLOCKED, Status.WAIVED)) {
            Check scan = (Check) Lines.ending(status);
            Rating alone = rating("Security").atLeast(3).cappedBy(2, scan);
            Report report = Lines.tester()
                    .with(runner -> runner.withAttestor(rating0(Map.of("Security", 5))))
                    .run(checklist("list", Lines.ROOT, scan, alone));
            assertThat(statusOf(report, alone)).as(status.name()).isEqualTo(Status.FAILED);
            assertThat(report.result(alone).message()).startsWith("expected at least 3, but rated 5 of 5 by Kim");
        }
    }

    @Test
    void what_no_list_can_mean_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> card(16)).withMessageContaining("between 1 and 15");
        assertThatIllegalArgumentException().isThrownBy(() -> atLeast(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checklist("list", rating("alone")))
                .withMessageContaining("passes at no number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scorecard("Readiness", atLeast(3), SECURITY.advisory()))
                .withMessageContaining("has advisory");
        Check scan = passes("scan");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        checklist("list", scan, rating("Security").atLeast(1).cappedBy(5, scan)))
                .withMessageContaining("no cap");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> checklist("list", rating("Security").atLeast(1).cappedBy(2, scan)))
                .withMessageContaining("is not on the list");
    }
}
