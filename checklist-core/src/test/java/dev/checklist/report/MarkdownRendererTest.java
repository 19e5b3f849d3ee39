package dev.checklist.report;

import static dev.checklist.run.ReportFixtures.line;
import static dev.checklist.run.ReportFixtures.report;
import static dev.checklist.run.ReportFixtures.section;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Status;
import dev.checklist.run.Report;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MarkdownRendererTest {
    private final MarkdownRenderer markdown = MarkdownRenderer.create();

    @Test
    void a_rich_report_reads_as_it_was_reviewed() {
        assertThat(markdown.render(Samples.rich())).isEqualTo(Resource.text("rich.md"));
    }

    @Test
    void read_again_it_has_an_item_for_each_line_and_no_other() {
        Report report = Samples.rich();

        MarkdownTree tree = MarkdownTree.of(markdown.render(report));

        assertThat(tree.items())
                .isEqualTo(report.lines().size() + report.unselected().size());
        assertThat(tree.ticked()).isEqualTo(report.count(Status.PASSED) + report.count(Status.WAIVED));
        assertThat(tree.linksAndHtml()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void a_box_is_ticked_for_passed_and_waived_only(Status status) {
        String shown = markdown.render(
                report("List", Map.of(), List.of(line("a", "Line").ends(status, "said"))));

        boolean ticked = status == Status.PASSED || status == Status.WAIVED;
        assertThat(shown)
                .contains("- [" + (ticked ? "x" : " ") + "] Line · **" + Symbol.of(status) + " " + status + "**");
        assertThat(MarkdownTree.of(shown).ticked()).isEqualTo(ticked ? 1 : 0);
    }

    @Test
    void what_was_not_selected_is_not_ticked() {
        assertThat(markdown.render(Samples.rich()))
                .contains("- [ ] The previous image is still in the registry · **NOT ASKED**");
    }

    @Test
    void a_waived_line_shows_its_reason() {
        assertThat(markdown.render(Samples.rich()))
                .containsSubsequence(
                        "- [x] Bucket payments-backups has versioning enabled · **~ WAIVED**",
                        "  - waived: the store is replaced next week (owner Bob, until 2026-11-27)");
    }

    @Test
    void verdict_and_causes_come_before_the_list() {
        assertThat(markdown.render(Samples.rich()))
                .containsSubsequence("**NOT READY**", "## Broken: 2 causes", "## The list", "### Rollout");
    }

    @Test
    void sections_become_headings_and_what_follows_one_goes_back_to_its_own() {
        Report report = report(
                "List",
                Map.of(),
                List.of(
                        section("a", "Outer", 0, Status.PASSED, ""),
                        section("a/b", "Inner", 1, Status.PASSED, ""),
                        line("a/b/1", "deep").in(2).ends(Status.PENDING, ""),
                        line("a/2", "outer again").in(1).ends(Status.PENDING, ""),
                        line("3", "top again").ends(Status.PENDING, "")));

        assertThat(markdown.render(report))
                .containsSubsequence(
                        "### Outer · ✓ PASSED\n",
                        "#### Inner · ✓ PASSED\n",
                        "- [ ] deep",
                        "### Outer, continued\n",
                        "- [ ] outer again",
                        "## The list, continued\n",
                        "- [ ] top again");
    }

    @Test
    void a_continued_section_is_the_nearest_one_before() {
        Report report = report(
                "List",
                Map.of(),
                List.of(
                        section("a", "First", 0, Status.PASSED, ""),
                        section("a/b", "Inner", 1, Status.PASSED, ""),
                        line("1", "one").in(2).ends(Status.PENDING, ""),
                        section("c", "Second", 0, Status.PASSED, ""),
                        section("c/d", "Inner", 1, Status.PASSED, ""),
                        line("2", "two").in(2).ends(Status.PENDING, ""),
                        line("3", "three").in(1).ends(Status.PENDING, "")));

        assertThat(markdown.render(report))
                .containsSubsequence("- [ ] two", "### Second, continued\n", "- [ ] three")
                .doesNotContain("First, continued");
    }

    @Test
    void times_are_given_in_the_reader_s_zone_too() {
        assertThat(markdown.withZone(ZoneId.of("Europe/Zurich")).render(Samples.ready()))
                .contains("- local: 2026-11-22 02:58:03 to 02:59:10 Europe/Zurich");
    }

    @Test
    void a_fence_in_a_diagnosis_does_not_close_its_block() {
        assertThat(MarkdownText.fence("a ```` b")).isEqualTo("`````");
        assertThat(MarkdownText.fence("plain")).isEqualTo("```");
    }

    @Test
    void a_code_span_holds_any_run_of_backticks() {
        assertThat(MarkdownText.code("plain")).isEqualTo("`plain`");
        assertThat(MarkdownText.code("a `b` c")).isEqualTo("``a `b` c``");
        assertThat(MarkdownText.code("``")).isEqualTo("``` `` ```");
        assertThat(MarkdownText.code(" ")).isEmpty();
    }

    @Test
    void markup_is_escaped_and_bare_addresses_are_interrupted() {
        assertThat(MarkdownText.text("*a* [b](c) <d> & #1 ~e~ | `f` $g$ \\h_i"))
                .isEqualTo("\\*a\\* \\[b\\](c) \\<d\\> \\& \\#1 \\~e\\~ \\| \\`f\\` \\$g\\$ \\\\h\\_i");
        assertThat(MarkdownText.text("https://a.example WWW.b.example"))
                .isEqualTo("https\\://a.example WWW\\.b.example");
    }
}
