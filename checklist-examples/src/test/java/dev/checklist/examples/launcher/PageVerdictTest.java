package dev.checklist.examples.launcher;

import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.signOff;
import static dev.checklist.run.Verdict.INCOMPLETE;
import static dev.checklist.run.Verdict.NOT_READY;
import static dev.checklist.run.Verdict.READY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Checklist;
import dev.checklist.Outcome;
import dev.checklist.examples.page.Phase;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a page of several phases means, decided from reports alone. */
class PageVerdictTest {
    private static final Map<Phase, Checklist> PAGE = page("1.4", "a");

    private static Map<Phase, Checklist> page(String release, String cluster) {
        Map<Phase, Checklist> page = new EnumMap<>(Phase.class);
        for (Phase phase : Phase.values()) {
            page.put(phase, list(phase, release, cluster));
        }
        return page;
    }

    private static Checklist list(Phase phase, String release, String cluster) {
        return checklist(
                        phase.title(),
                        check("is there", context -> Outcome.passed("seen").identifiedBy("cluster uid", cluster)))
                .about("release", release);
    }

    private static Report run(Checklist list) {
        return ChecklistRunner.create().run(list);
    }

    private static Report run(Phase phase, String release, String cluster) {
        return run(list(phase, release, cluster));
    }

    private static Report red(Phase phase) {
        return run(checklist(phase.title(), check("is there", context -> Outcome.failed("gone")))
                .about("release", "1.4"));
    }

    /** Returns the archive of a page of which everything but the verification was run. */
    private static List<Report> earlier(String release, String cluster) {
        return List.of(
                run(Phase.BEFORE, release, cluster),
                run(Phase.DEPLOY, release, cluster),
                run(Phase.FIRST_DAY, release, cluster));
    }

    private static Map<Phase, Report> verified() {
        return Map.of(Phase.VERIFY, run(Phase.VERIFY, "1.4", "a"));
    }

    private static Optional<String> doubt(PageVerdict verdict, Phase phase) {
        return verdict.phases().stream()
                .filter(state -> state.phase() == phase)
                .findFirst()
                .orElseThrow()
                .doubt();
    }

    @Test
    void a_page_is_ready_when_each_phase_is_and_the_verifying_one_is_of_this_run() {
        PageVerdict verdict = PageVerdict.of(PAGE, verified(), earlier("1.4", "a"));
        assertThat(verdict.verdict()).isEqualTo(READY);
        assertThat(verdict.phases())
                .extracting(PhaseState::phase)
                .containsExactly(Phase.BEFORE, Phase.DEPLOY, Phase.VERIFY, Phase.FIRST_DAY);
    }

    @Test
    void a_page_whose_phases_are_all_of_this_run_needs_no_archive() {
        Map<Phase, Report> now = new EnumMap<>(Phase.class);
        PAGE.forEach((phase, list) -> now.put(phase, run(list)));
        assertThat(PageVerdict.of(PAGE, now, List.of()).verdict()).isEqualTo(READY);
    }

    @Test
    void a_verification_of_a_former_run_does_not_count() {
        List<Report> all = new ArrayList<>(earlier("1.4", "a"));
        all.add(run(Phase.VERIFY, "1.4", "a"));
        PageVerdict verdict = PageVerdict.of(PAGE, Map.of(Phase.BEFORE, run(Phase.BEFORE, "1.4", "a")), all);
        assertThat(verdict.verdict()).isEqualTo(INCOMPLETE);
        assertThat(doubt(verdict, Phase.VERIFY)).hasValue("is not of this run");
    }

    @Test
    void a_phase_that_was_run_for_another_release_was_not_run() {
        PageVerdict verdict = PageVerdict.of(PAGE, verified(), earlier("1.3", "a"));
        assertThat(verdict.verdict()).isEqualTo(INCOMPLETE);
        assertThat(doubt(verdict, Phase.BEFORE)).hasValue("was not run for this release");
    }

    @Test
    void a_phase_that_was_run_on_another_cluster_does_not_count() {
        PageVerdict verdict = PageVerdict.of(PAGE, verified(), earlier("1.4", "b"));
        assertThat(verdict.verdict()).isEqualTo(INCOMPLETE);
        assertThat(doubt(verdict, Phase.DEPLOY)).hasValue("is not known to be of the cluster that was verified");
    }

    @Test
    void a_phase_that_does_not_say_on_which_cluster_it_was_run_does_not_count() {
        Map<Phase, Checklist> page = new EnumMap<>(PAGE);
        Report nowhere = run(checklist(Phase.BEFORE.title(), check("is there", context -> Outcome.passed("seen")))
                .about("release", "1.4"));
        page.keySet().retainAll(List.of(Phase.BEFORE, Phase.VERIFY));
        assertThat(PageVerdict.of(page, verified(), List.of(nowhere)).verdict()).isEqualTo(INCOMPLETE);
        assertThat(PageVerdict.isSameCluster(nowhere, nowhere)).isFalse();
    }

    @Test
    void where_the_uid_may_not_be_read_server_and_authority_name_the_cluster() {
        assertThat(PageVerdict.isSameCluster(addressed("s", "x"), addressed("s", "x")))
                .isTrue();
        assertThat(PageVerdict.isSameCluster(addressed("s", "x"), addressed("s", "y")))
                .isFalse();
        assertThat(PageVerdict.isSameCluster(addressed("s", "x"), addressed("t", "x")))
                .isFalse();
    }

    private static Report addressed(String server, String authority) {
        return run(checklist(
                "list",
                check(
                        "is there",
                        context -> Outcome.passed("seen")
                                .identifiedBy("server", server)
                                .identifiedBy("authority", authority))));
    }

    @Test
    void a_phase_whose_list_has_got_lines_since_does_not_count() {
        Map<Phase, Checklist> page = new EnumMap<>(PAGE);
        page.put(
                Phase.BEFORE,
                checklist(Phase.BEFORE.title(), check("is there", context -> Outcome.passed("seen")), signOff("more"))
                        .about("release", "1.4"));
        PageVerdict verdict = PageVerdict.of(page, verified(), earlier("1.4", "a"));
        assertThat(verdict.verdict()).isEqualTo(INCOMPLETE);
        assertThat(doubt(verdict, Phase.BEFORE)).hasValue("has got other lines since");
    }

    @Test
    void the_newest_run_of_a_phase_counts() {
        List<Report> all = new ArrayList<>(earlier("1.4", "a"));
        all.add(red(Phase.BEFORE));
        assertThat(PageVerdict.of(PAGE, verified(), all).verdict()).isEqualTo(NOT_READY);
        all.add(run(Phase.BEFORE, "1.4", "a"));
        assertThat(PageVerdict.of(PAGE, verified(), all).verdict()).isEqualTo(READY);
    }

    @Test
    void a_rollback_that_failed_or_was_never_run_does_not_matter() {
        List<Report> all = new ArrayList<>(earlier("1.4", "a"));
        all.add(red(Phase.ROLLBACK));
        assertThat(PageVerdict.of(PAGE, verified(), all).verdict()).isEqualTo(READY);
    }

    @Test
    void of_a_page_without_verification_the_last_phase_decides() {
        Map<Phase, Checklist> page = Map.of(Phase.BEFORE, PAGE.get(Phase.BEFORE), Phase.DEPLOY, PAGE.get(Phase.DEPLOY));
        Map<Phase, Report> now = Map.of(Phase.DEPLOY, run(Phase.DEPLOY, "1.4", "a"));
        assertThat(PageVerdict.of(page, now, earlier("1.4", "a")).verdict()).isEqualTo(READY);
        assertThat(PageVerdict.of(page, Map.of(), earlier("1.4", "a")).verdict())
                .isEqualTo(INCOMPLETE);
    }

    @Test
    void the_worst_verdict_counts_and_none_at_all_is_incomplete() {
        assertThat(Worst.of(List.of(READY, INCOMPLETE, NOT_READY))).isEqualTo(NOT_READY);
        assertThat(Worst.of(List.of(READY, INCOMPLETE))).isEqualTo(INCOMPLETE);
        assertThat(Worst.of(List.of(READY))).isEqualTo(READY);
        assertThat(Worst.of(List.of())).isEqualTo(INCOMPLETE);
    }

    @Test
    void the_summary_lists_verdict_time_and_digest_of_each_phase_and_ends_with_the_page() {
        PageVerdict verdict = PageVerdict.of(PAGE, verified(), earlier("1.3", "a"));
        List<String> rows = PageSummary.of("shop", verdict);
        assertThat(rows.get(1)).isEqualTo("  before    NOT RUN    was not run for this release");
        Report now = verdict.phases().get(2).report().orElseThrow();
        assertThat(rows.get(3))
                .isEqualTo("  verify    READY      " + Words.of(now.facts().startedAt()) + ", this run · digest "
                        + now.digest());
        assertThat(rows.get(rows.size() - 1)).isEqualTo("INCOMPLETE · page shop");
    }
}
