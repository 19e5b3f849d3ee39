package dev.checklist.report;

import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.signOff;
import static dev.checklist.run.ReportFixtures.after;
import static dev.checklist.run.ReportFixtures.line;
import static dev.checklist.run.ReportFixtures.report;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Checklist;
import dev.checklist.Item;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.Selection;
import dev.checklist.run.Waiver;
import dev.checklist.testing.CheckTester;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a release manager reads first. */
class FirstScreenTest {
    private static Report run(Checklist list) {
        return CheckTester.create().run(list);
    }

    private static Summary summary(Report report) {
        return Summary.of(report, ZoneOffset.UTC);
    }

    private static List<String> screen(Report report) {
        return FirstScreen.of(summary(report));
    }

    @Test
    void it_says_verdict_subject_causes_with_owner_and_command_and_what_is_open_by_owner() {
        Report report = run(checklist(
                        "Release shop",
                        check("api is there", context -> Outcome.passed("seen").identifiedBy("cluster uid", "u-1")),
                        check("ledger is balanced", context -> Outcome.failed("expected 0 but found 3"))
                                .ownedBy("payments team")
                                .remedy("make balance"),
                        check("pods answer", context -> Outcome.notPermitted("may not list pods")),
                        signOff("plan read").by("on-call"),
                        signOff("restore tested").by("on-call"),
                        signOff("page is nice"))
                .about("version", "1.4"));

        assertThat(screen(report))
                .containsExactly(
                        "NOT READY · Release shop",
                        "about    version 1.4",
                        "judged   cluster uid u-1",
                        "broken: ledger is balanced: expected 0 but found 3 · owner: payments team · next: make balance",
                        "could not look: pods answer: may not list pods",
                        "open     3 lines: on-call 2; anybody 1",
                        "counts   1 failed · 1 error · 3 pending · 1 passed",
                        "evidence oldest of 2030-01-01 00:00:00 UTC, \"api is there\"",
                        "run      " + report.runId() + " by " + report.facts().user() + " on "
                                + report.facts().host() + " · digest "
                                + report.digest().substring(0, 12));
    }

    @Test
    void it_has_at_most_12_rows_however_bad_it_is_and_counts_the_causes_that_do_not_fit() {
        List<Item> lines = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String fact = "fact " + i;
            String problem = "broken in way " + i;
            lines.add(check("line " + i, context -> Outcome.failed(problem).identifiedBy(fact, "x"))
                    .remedy("very long ".repeat(50)));
            lines.add(signOff("question " + i).by("role " + i));
        }
        lines.add(check("one", context -> Outcome.passed("seen")));
        Report report = run(checklist("Bad", lines).about("version", "1.4"));

        List<String> rows = FirstScreen.of(summary(report).withEarlier(List.of(earlier(report))));

        assertThat(rows).hasSize(FirstScreen.MOST_ROWS).contains("and 37 causes more");
        assertThat(rows).allMatch(row -> row.length() <= 369);
    }

    private static Report earlier(Report report) {
        return Samples.moved(report, java.time.Duration.ofDays(-1));
    }

    @Test
    void however_much_is_highlighted_the_first_cause_stands_there() {
        List<Result> lines = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            lines.add(line("h" + i, "Highlighted " + i)
                    .highlight("WORD " + i, "so")
                    .ends(Status.FAILED, "no " + i));
        }
        lines.add(line("a", "A").ends(Status.FAILED, "gone"));
        lines.add(line("b", "B").ends(Status.FAILED, "gone too"));

        assertThat(screen(report("L", Map.of("version", "1"), lines)))
                .hasSizeLessThanOrEqualTo(FirstScreen.MOST_ROWS)
                .anyMatch(row -> row.startsWith("broken: Highlighted 0: no 0"))
                .anyMatch(row -> row.startsWith("WORD 1") && row.endsWith("and 3 highlighted lines more"));
    }

    @Test
    void a_text_from_outside_neither_breaks_a_row_nor_reaches_the_terminal() {
        Report report =
                run(checklist("L", check("line", context -> Outcome.failed("a\nREADY · all\u001b[2Jgood\u202e"))));

        assertThat(screen(report))
                .noneMatch(row -> row.startsWith("READY") || row.matches("(?s).*[\\n\\u001b\\u202e].*"));
    }

    @Test
    void it_counts_what_has_changed_since_the_last_run() {
        Report before = report("L", Map.of(), List.of(line("a", "A").ends(Status.PASSED, "seen")));
        Report now = Samples.moved(
                report("L", Map.of(), List.of(line("a", "A").ends(Status.FAILED, "gone"))),
                java.time.Duration.ofHours(1));

        assertThat(FirstScreen.of(summary(now).withEarlier(List.of(before))))
                .contains("since    the run of 2026-11-22 01:58:03 UTC: 1 newly red");
    }

    @Test
    void an_advisory_failure_and_a_waiver_that_ends_within_7_days_are_counted() {
        Report report = report(
                "L",
                Map.of(),
                List.of(
                        line("a", "A").ends(Status.PASSED, "seen"),
                        line("b", "B").advisory().ends(Status.FAILED, "gone"),
                        waived("c", LocalDate.of(2026, 11, 29)),
                        waived("d", LocalDate.of(2026, 11, 30)),
                        line("e", "E").ends(Status.SKIPPED, "no region configured")));

        assertThat(screen(report))
                .contains("counts   1 failed · 1 passed · 2 waived: later · 1 skipped: no region configured"
                        + " · 1 of them only advisory · of the waivers 1 ends within 7 days");
    }

    private static Result waived(String id, LocalDate until) {
        return line(id, id).waiver(new Waiver(id, "later", "Bob", until)).ends(Status.WAIVED, "expected more");
    }

    @Test
    void digests_of_images_are_shortened_and_the_oldest_evidence_is_given_in_the_reader_s_zone_too() {
        Result image = line("a", "A")
                .attempt(
                        after(1),
                        ofMillis(1),
                        Outcome.passed("seen").identifiedBy("image", "shop@sha256:" + "0123456789abcdef".repeat(4)))
                .ends();

        assertThat(FirstScreen.of(Summary.of(report("L", Map.of(), List.of(image)), ZoneId.of("Asia/Kolkata"))))
                .contains("judged   image shop@sha256:0123456789ab…")
                .contains("evidence oldest of 2026-11-22 01:58:04 UTC (07:28 Asia/Kolkata), \"A\"");
    }

    @Test
    void what_may_not_be_looked_at_names_no_command_that_repairs_it() {
        Report report = run(checklist(
                "List",
                check("the secret is there", context -> Outcome.notPermitted("not permitted: get"))
                        .remedy("kubectl apply -f secret.yaml")));

        assertThat(screen(report))
                .contains("could not look: the secret is there: not permitted: get")
                .noneMatch(row -> row.contains("kubectl"));
    }

    @Test
    void a_run_of_a_part_says_of_how_little_it_speaks() {
        Report report = ChecklistRunner.create()
                .withSelection(Selection.all().only("one"))
                .run(checklist(
                        "List",
                        check("one", context -> Outcome.passed("seen")).tag("one"),
                        check("two", context -> Outcome.passed("seen"))));

        assertThat(screen(report).get(0)).isEqualTo("INCOMPLETE · List · PARTIAL: 1 of 2 lines were not selected");
    }
}
