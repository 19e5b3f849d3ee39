package dev.checklist.report;

import static dev.checklist.run.ReportFixtures.START;
import static dev.checklist.run.ReportFixtures.after;
import static dev.checklist.run.ReportFixtures.facts;
import static dev.checklist.run.ReportFixtures.line;
import static dev.checklist.run.ReportFixtures.report;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.Kind;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.Verdict;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextRendererTest {
    private final TextRenderer text = TextRenderer.create();

    @Test
    void a_rich_report_reads_as_it_was_reviewed() {
        assertThat(text.withZone(ZoneId.of("Europe/Zurich")).render(Samples.rich()))
                .isEqualTo(Resource.text("rich.txt"));
    }

    @Test
    void a_ready_report_says_so_in_its_first_word_and_has_no_block_but_the_list_and_the_run() {
        String shown = text.render(Samples.ready());

        assertThat(shown).startsWith("READY · 2 passed\n");
        assertThat(shown.split("\n\n")).hasSize(3);
    }

    @Test
    void an_incomplete_report_says_what_is_open_by_whom_and_what_it_blocks() {
        assertThat(text.render(Samples.incomplete()))
                .startsWith("INCOMPLETE · 1 blocked · 1 pending · 1 passed\n")
                .containsSubsequence(
                        "Open for people: 1 line",
                        "? PENDING On-call has read the rollback plan",
                        "who      release manager",
                        "blocks   Deployment payments-api is rolled out",
                        "The list");
    }

    @Test
    void the_first_twelve_rows_have_verdict_facts_first_cause_and_next_command() {
        List<String> first = text.render(Samples.rich()).lines().limit(12).toList();

        assertThat(String.join("\n", first))
                .containsSubsequence(
                        "NOT READY",
                        "Release payments-api",
                        "version 2.4.1",
                        "cluster 7f9c1e52",
                        "ann on build-7",
                        "Broken: 2 causes",
                        "Deployment payments-api is rolled out: expected 3 updated replicas but found 1",
                        "kubectl --context prod-ch");
    }

    @Test
    void what_could_not_be_looked_at_stands_apart_from_what_is_broken() {
        String shown = text.render(Samples.rich());

        assertThat(shown)
                .containsSubsequence(
                        "Broken: 2 causes, 1 blocked by them",
                        "Could not look: 1 cause",
                        "Namespace payments keeps 20 % of its quota free (not permitted)",
                        "Open for people");
        assertThat(shown.substring(shown.indexOf("Broken"), shown.indexOf("Could not look")))
                .doesNotContain("quota");
    }

    @Test
    void one_cause_of_many_lines_is_told_once_with_its_lines() {
        assertThat(text.render(Samples.rich()))
                .containsOnlyOnce("! ERROR 2 lines: payments.example cannot be resolved");
    }

    @Test
    void a_diagnosis_stands_in_the_block_of_causes_only() {
        String shown = text.render(Samples.rich());

        assertThat(shown).containsOnlyOnce("    | pod payments-api-7c9f-x2x1 is in CrashLoopBackOff");
        assertThat(shown.indexOf("CrashLoopBackOff")).isLessThan(shown.indexOf("The list"));
    }

    @Test
    void a_long_diagnosis_is_cut_and_says_so() {
        String rows = "row\n".repeat(100);
        Report report = report(
                "List",
                Map.of(),
                List.of(line("a", "A")
                        .diagnosis(rows)
                        .attempt(START, ofMillis(1), Outcome.failed("no"))
                        .ends()));

        assertThat(text.render(report)).contains("… 60 more rows, which the JSON report has");
    }

    @Test
    void a_run_that_ended_early_names_the_lines_that_were_not_asked() {
        Report report = report(
                "List",
                Map.of(),
                facts(),
                List.of(
                        Samples.reachable(),
                        line("a", "Line A").endOfRun("run deadline 3 min").ends(Status.BLOCKED, "not asked"),
                        line("b", "Line B").endOfRun("run deadline 3 min").ends(Status.BLOCKED, "not asked")),
                List.of(),
                List.of(),
                0,
                Optional.of("run deadline 3 min"));

        assertThat(report.verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(text.render(report))
                .contains("ended early: run deadline 3 min")
                .containsSubsequence(
                        "Not asked: 2 lines", "⊘ BLOCKED 2 lines: run deadline 3 min", "lines    Line A; Line B");
    }

    @Test
    void a_list_of_which_nothing_required_passed_says_that_nothing_is_proven() {
        Report report = report("List", Map.of(), List.of(line("a", "A").ends(Status.SKIPPED, "no region configured")));

        assertThat(text.render(report)).contains("Nothing is proven: no required line has passed");
    }

    @Test
    void one_required_line_that_passed_proves_something_and_an_advisory_one_does_not() {
        Result pending = line("b", "B").ends(Status.PENDING, "waits");
        Report proven = report("List", Map.of(), List.of(line("a", "A").ends(Status.PASSED, "seen"), pending));
        Report unproven =
                report("List", Map.of(), List.of(line("a", "A").advisory().ends(Status.PASSED, "seen"), pending));

        assertThat(text.render(proven)).startsWith("INCOMPLETE").doesNotContain("Nothing is proven");
        assertThat(text.render(unproven)).startsWith("INCOMPLETE").contains("Nothing is proven");
    }

    @Test
    void advisory_lines_that_did_not_pass_are_told_apart_and_those_that_passed_are_not_told() {
        Report report = report(
                "List",
                Map.of(),
                List.of(
                        Samples.reachable(),
                        line("a", "Alpha").advisory().ends(Status.FAILED, "no"),
                        line("b", "Beta").advisory().ends(Status.ERROR, "cannot tell"),
                        line("c", "Gamma").advisory().ends(Status.PASSED, "yes"),
                        line("d", "Delta").advisory().ends(Status.PENDING, "waits")));

        String shown = text.render(report);

        assertThat(shown).startsWith("READY").contains("Not passed, and not counted: 2 advisory lines");
        assertThat(shown.substring(0, shown.indexOf("The list")))
                .contains("Alpha (advisory): no", "Beta (advisory): cannot tell")
                .doesNotContain("Gamma", "Delta");
    }

    @Test
    void fifty_causes_are_all_told() {
        assertThat(text.render(report("List", Map.of(), failures(50)))).doesNotContain("which the list below has");
        assertThat(text.render(report("List", Map.of(), failures(51))))
                .contains("and 1 more, which the list below has");
    }

    private static List<Result> failures(int number) {
        return IntStream.range(0, number)
                .mapToObj(one -> line("id" + one, "Line " + one).ends(Status.FAILED, "no"))
                .toList();
    }

    @Test
    void a_report_that_is_not_ready_always_names_a_reason_before_the_list() {
        for (Status status : Status.values()) {
            for (Status other : Status.values()) {
                Report report = report(
                        "List",
                        Map.of(),
                        List.of(
                                line("a", "A").ends(status, "why a"),
                                line("b", "B").ends(other, "why b")));
                String shown = text.render(report);
                String before = shown.substring(shown.indexOf("\n\n"), shown.indexOf("The list"));

                assertThat(before.strip().isEmpty())
                        .as("%s and %s: %s", status, other, report.verdict())
                        .isEqualTo(report.verdict() == Verdict.READY && status == other);
            }
        }
    }

    @Test
    void a_great_many_causes_are_cut_in_the_summary_and_all_stand_on_the_list() {
        String shown = text.render(report("List", Map.of(), failures(300)));

        assertThat(shown.substring(0, shown.indexOf("The list")).lines().filter(row -> row.contains("FAILED")))
                .hasSize(50);
        assertThat(shown).contains("  - and 250 more, which the list below has");
        assertThat(shown.substring(shown.indexOf("The list")).lines().filter(row -> row.startsWith("✗ FAILED")))
                .hasSize(300);
    }

    @Test
    void every_line_shows_when_it_was_seen_by_day_if_the_days_differ() {
        Report report = report(
                "List",
                Map.of(),
                List.of(
                        Samples.reachable(),
                        line("plan", "Plan was read")
                                .kind(Kind.SIGN_OFF)
                                .confirmed("Ann", START.minus(Duration.ofDays(1)), "", "")
                                .ends(Status.PASSED, "confirmed by Ann")));

        assertThat(text.render(report))
                .contains("✓ PASSED   2026-11-22 01:58:03  Cluster prod-ch is reachable")
                .contains("✓ PASSED   2026-11-21 01:58:03  Plan was read");
    }

    @Test
    void a_person_s_word_is_marked_as_self_declared() {
        assertThat(text.render(Samples.ready()).replaceAll("\\s+", " "))
                .contains("confirmed by Ann: read with Bob (https://wiki.example/plan) (self-declared)");
    }

    @Test
    void an_answer_that_the_message_does_not_name_is_told_beside_it() {
        Report report = report(
                "List",
                Map.of(),
                List.of(line("plan", "Plan was read")
                        .kind(Kind.SIGN_OFF)
                        .confirmed("Ann", START, "twice", "https://wiki.example/plan")
                        .ends(Status.PASSED, "done")));

        assertThat(text.render(report))
                .contains("Plan was read: done (self-declared)\n")
                .contains("answer  confirmed by Ann: twice; evidence: https://wiki.example/plan\n");
    }

    @Test
    void a_blank_earlier_message_is_not_shown() {
        Report report =
                report("List", Map.of(), List.of(line("a", "A").earlier(" ").ends(Status.FAILED, "no")));

        assertThat(text.render(report)).doesNotContain("earlier");
    }

    @Test
    void five_blocked_lines_are_named_and_a_sixth_is_counted() {
        assertThat(text.render(blocking(5))).contains("blocks   B 0; B 1; B 2; B 3; B 4\n");
        assertThat(text.render(blocking(6))).contains("blocks   B 0; B 1; B 2; B 3; B 4; and 1 more\n");
    }

    private static Report blocking(int number) {
        List<Result> results = IntStream.range(0, number)
                .mapToObj(one -> line("b" + one, "B " + one).roots("a").ends(Status.BLOCKED, "not asked"))
                .collect(Collectors.toList());
        results.add(0, line("a", "A").ends(Status.FAILED, "no"));
        return report("List", Map.of(), results);
    }

    @Test
    void a_row_never_begins_like_a_command_to_a_build_server() {
        Report report = report(
                "List",
                Map.of(),
                List.of(line("a", "Title ::error::x ".repeat(20)).ends(Status.FAILED, "::error::y")));

        assertThat(text.withWidth(40).render(report).lines())
                .noneMatch(row -> row.strip().startsWith("::"))
                .anyMatch(row -> row.strip().startsWith("\\u003a:error"));
    }

    @Test
    void start_and_end_are_given_in_the_reader_s_zone_too_with_the_date_where_it_changes() {
        assertThat(text.withZone(ZoneId.of("Asia/Kolkata")).render(Samples.ready()))
                .contains("time     2026-11-22 01:58:03 to 01:59:10 UTC · took 1 min 7 s\n")
                .contains("local    2026-11-22 07:28:03 to 07:29:10 Asia/Kolkata\n");
        assertThat(text.withZone(ZoneId.of("Z")).render(Samples.ready())).doesNotContain("local ");
    }

    @Test
    void colour_only_repeats_what_the_words_say() {
        String coloured = text.withColour(true).render(Samples.rich());

        assertThat(coloured).contains("\u001b[31m✗ FAILED\u001b[0m").contains("\u001b[31mNOT READY\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9]+m", "")).isEqualTo(text.render(Samples.rich()));
    }

    @Test
    void in_ascii_signs_have_look_alikes_and_other_characters_escapes() {
        Report report =
                report("Trackdéchets", Map.of(), List.of(line("a", "Zoë").ends(Status.PENDING, "waits for the rôle")));

        String shown = text.withAscii(true).render(report);

        assertThat(shown)
                .contains("INCOMPLETE | 1 pending")
                .contains("list     Trackd\\u00e9chets")
                .contains("? PENDING            Zo\\u00eb: waits for the r\\u00f4le");
        assertThat(text.withAscii(true).render(Samples.rich())).contains("x FAILED", "+ PASSED", "# BLOCKED");
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void each_status_has_its_own_sign_besides_its_word(Status status) {
        assertThat(Arrays.stream(Status.values()).map(Symbol::of)).doesNotHaveDuplicates();
        assertThat(Visible.ascii(Symbol.of(status))).hasSize(1).isNotEqualTo("\\");
        assertThat(status.name().length()).isLessThanOrEqualTo(Symbol.WORD);
    }

    @Test
    void rows_are_wrapped_between_words_and_commands_are_not() {
        String command = "kubectl " + "--flag=value ".repeat(20).strip();
        Report report = report(
                "List",
                Map.of(),
                List.of(line("a", "Title")
                        .remedy(command)
                        .attempt(START, ofMillis(1), Outcome.failed("word ".repeat(50)))
                        .ends()));

        String shown = text.withWidth(60).render(report);

        assertThat(shown).contains("    next     " + command + "\n");
        assertThat(shown.lines().filter(row -> !row.contains("kubectl")))
                .allMatch(row -> row.length() <= 60 || row.startsWith("digest "));
        assertThat(shown).contains("  ✗ FAILED Title: word word");
    }

    @Test
    void evidence_takes_one_row() {
        Outcome outcome = Outcome.passed("seen");
        for (int number = 0; number < 50; number++) {
            outcome = outcome.with("name" + number, "value\n" + number);
        }
        Report report = report(
                "List",
                Map.of(),
                List.of(line("a", "A").attempt(START, ofMillis(1), outcome).ends()));

        assertThat(text.render(report).lines().filter(row -> row.contains("name0=value 0")))
                .singleElement()
                .satisfies(row -> assertThat(row).endsWith("…").hasSize(TextRenderer.DEFAULT_WIDTH));
    }

    @Test
    void what_passed_without_words_shows_its_evidence() {
        Report report = report(
                "List",
                Map.of(),
                List.of(line("a", "A")
                        .attempt(START, ofMillis(1), Outcome.passed("").with("replicas", 3))
                        .ends()));

        assertThat(text.render(report)).contains("  A: replicas=3\n");
    }

    @Test
    void a_cause_of_a_cause_is_not_lost_in_retries() {
        assertThat(text.render(Samples.rich()))
                .contains("(after 3 attempts in 20 s)")
                .contains("earlier timed out after 30 s");
    }

    @Test
    void two_clusters_under_one_name_are_pointed_out() {
        Report report = report(
                "List",
                Map.of(),
                List.of(
                        line("a", "A")
                                .attempt(START, ofMillis(1), Outcome.passed("x").identifiedBy("cluster", "one"))
                                .ends(),
                        line("b", "B")
                                .attempt(
                                        after(1),
                                        ofMillis(1),
                                        Outcome.passed("x").identifiedBy("cluster", "two"))
                                .ends()));

        assertThat(text.render(report)).contains("judged   cluster (2 different) one, two");
    }

    @Test
    void a_width_or_zone_that_makes_no_sense_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> text.withWidth(39))
                .withMessage("width is 39: expected between 40 and 1000 columns");
        assertThatIllegalArgumentException().isThrownBy(() -> text.withWidth(1_001));
        assertThat(text.withWidth(1_000).render(Samples.rich())).isNotEmpty();
        assertThat(text.withWidth(40).render(Samples.rich())).isNotEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> text.withZone(missing()))
                .withMessageContaining("zone is null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MarkdownRenderer.create().withZone(missing()));
    }

    @SuppressWarnings("NullAway")
    private static ZoneId missing() {
        return null;
    }
}
