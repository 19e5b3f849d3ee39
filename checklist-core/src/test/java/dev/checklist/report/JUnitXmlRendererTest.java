package dev.checklist.report;

import static dev.checklist.run.ReportFixtures.START;
import static dev.checklist.run.ReportFixtures.line;
import static dev.checklist.run.ReportFixtures.report;
import static dev.checklist.run.ReportFixtures.section;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.ResultFixture;
import dev.checklist.run.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

class JUnitXmlRendererTest {
    private final JUnitXmlRenderer junit = JUnitXmlRenderer.create();

    @Test
    void a_rich_report_reads_as_it_was_reviewed() {
        assertThat(junit.render(Samples.rich())).isEqualTo(Resource.text("rich.xml"));
    }

    @ParameterizedTest
    @EnumSource(Xsd.class)
    void a_report_is_valid_by_the_schemas_of_surefire_and_jenkins(Xsd xsd) {
        for (Report report : List.of(Samples.rich(), Samples.ready(), Samples.incomplete())) {
            assertThat(xsd.errors(junit.render(report))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Xsd.class)
    void the_schemas_refuse_what_build_servers_would_not_read(Xsd xsd) {
        String shown = junit.render(Samples.rich());

        assertThat(xsd.errors(shown.replace(" time=\"67.000\"", " time=\"67,0 s\"")))
                .isNotEmpty();
        assertThat(xsd.errors(shown.replace("<testcase name=", "<testcase label=")))
                .isNotEmpty();
        assertThat(xsd.errors(shown.replace("skipped message", "blocked message")))
                .isNotEmpty();
        assertThat(xsd.errors(shown.replace("tests=", "count="))).isNotEmpty();
    }

    @Test
    void a_file_without_failure_and_error_is_a_ready_list_and_the_other_way_round() {
        for (Status first : Status.values()) {
            for (Status second : Status.values()) {
                for (boolean advisory : List.of(true, false)) {
                    for (boolean complete : List.of(true, false)) {
                        Report report = of(first, second, advisory, complete);
                        XmlTree tree = XmlTree.of(junit.render(report));
                        boolean green = tree.count("failure") + tree.count("error") == 0;

                        assertThat(green)
                                .as("%s, %s (advisory %s), complete %s", first, second, advisory, complete)
                                .isEqualTo(report.verdict() == Verdict.READY);
                    }
                }
            }
        }
    }

    private static Report of(Status first, Status second, boolean advisory, boolean complete) {
        ResultFixture other = line("b", "B");
        List<Result> results =
                List.of(line("a", "A").ends(first, "a"), (advisory ? other.advisory() : other).ends(second, "b"));
        return dev.checklist.run.ReportFixtures.report(
                "List",
                Map.of(),
                dev.checklist.run.ReportFixtures.facts(),
                results,
                complete ? List.of() : List.of(line("c", "C").line()),
                List.of(),
                0,
                java.util.Optional.empty());
    }

    @Test
    void the_attributes_count_the_cases() {
        XmlTree tree = XmlTree.of(junit.render(Samples.rich()));

        assertThat(tree.root().getAttribute("tests")).isEqualTo(Integer.toString(tree.count("testcase")));
        assertThat(tree.root().getAttribute("failures")).isEqualTo(Integer.toString(tree.count("failure")));
        assertThat(tree.root().getAttribute("errors")).isEqualTo(Integer.toString(tree.count("error")));
        assertThat(tree.root().getAttribute("skipped")).isEqualTo(Integer.toString(tree.count("skipped")));
        assertThat(tree.count("testcase"))
                .isEqualTo(Samples.rich().lines().size()
                        + Samples.rich().unselected().size()
                        + 1);
    }

    @Test
    void each_status_has_its_element_and_only_passed_has_none() {
        XmlTree tree = XmlTree.of(junit.render(Samples.rich()));

        assertThat(ending(tree, "Cluster prod-ch is reachable")).isEqualTo("system-out");
        assertThat(ending(tree, "Deployment payments-api is rolled out")).isEqualTo("failure FAILED");
        assertThat(ending(tree, "GET https://payments.example/health responds with 200"))
                .isEqualTo("error ERROR");
        assertThat(ending(tree, "Namespace payments keeps 20 % of its quota free"))
                .isEqualTo("error NOT_PERMITTED");
        assertThat(ending(tree, "Deployment payments-api has 3 ready replicas")).isEqualTo("skipped");
        assertThat(message(tree, "Deployment payments-api has 3 ready replicas"))
                .startsWith("BLOCKED: not asked");
        assertThat(message(tree, "Sales sees new orders")).isEqualTo("PENDING (sales): waits for the sales");
        assertThat(message(tree, "Latency is as before")).startsWith("advisory, FAILED: expected a p95");
        assertThat(message(tree, "Migration was rehearsed")).startsWith("SKIPPED: condition not met");
        assertThat(message(tree, "Customers are asked")).isEqualTo("NOT ASKED: not selected");
        assertThat(message(tree, "Bucket payments-backups has versioning enabled"))
                .isEqualTo("WAIVED, the store is replaced next week (owner Bob, until 2026-11-27): expected Enabled but"
                        + " found Suspended");
        assertThat(ending(tree, "verdict")).isEqualTo("failure NOT_READY");
        assertThat(ending(XmlTree.of(junit.render(Samples.incomplete())), "verdict"))
                .isEqualTo("error INCOMPLETE");
        assertThat(ending(XmlTree.of(junit.render(Samples.ready())), "verdict")).isEqualTo("system-out");
    }

    private static String ending(XmlTree tree, String name) {
        Element first = (Element) tree.testCase(name).getElementsByTagName("*").item(0);
        return (first.getTagName() + " " + first.getAttribute("type")).strip();
    }

    private static String message(XmlTree tree, String name) {
        Element first = (Element) tree.testCase(name).getElementsByTagName("*").item(0);
        return first.getAttribute("message");
    }

    @Test
    void a_passed_case_shows_what_was_seen_and_when() {
        assertThat(XmlTree.of(junit.render(Samples.ready()))
                        .testCase("Cluster prod-ch is reachable")
                        .getTextContent())
                .contains("PASSED: answered as release-bot, v1.36.2")
                .contains("seen: 2026-11-22T01:58:03.412Z")
                .contains("saw: server=https://api.prod.example:6443; version=v1.36.2");
    }

    @Test
    void a_failure_has_the_next_command_and_says_where_the_diagnosis_is() {
        assertThat(XmlTree.of(junit.render(Samples.rich()))
                        .testCase("Deployment payments-api is rolled out")
                        .getTextContent())
                .contains("next: kubectl --context prod-ch", "diagnosis: the text, Markdown and JSON reports have it")
                .doesNotContain("last words: missing key DATABASE_URL");
    }

    @Test
    void lines_of_logs_stay_out_since_build_servers_show_these_files_to_many() {
        Report report = report(
                "List",
                Map.of(),
                List.of(line("1", "no panic")
                        .attempt(
                                START,
                                Duration.ofSeconds(1),
                                Outcome.failed("found 1").with("lines read", 3).with("log line 1", "panic of Jane Doe"))
                        .ends()));
        assertThat(junit.render(report)).contains("saw: lines read=3").doesNotContain("Jane Doe");
    }

    @Test
    void the_class_name_is_the_path_of_sections_and_at_top_level_the_list() {
        Report report = report(
                "List",
                Map.of(),
                List.of(
                        section("a", "Outer", 0, Status.PASSED, ""),
                        section("a/b", "Inner", 1, Status.PASSED, ""),
                        line("1", "deep").in(2).ends(Status.PASSED, ""),
                        line("2", "outer again").in(1).ends(Status.PASSED, ""),
                        section("c", "Next", 0, Status.PASSED, ""),
                        line("3", "next").in(1).ends(Status.PASSED, ""),
                        line("4", "top").ends(Status.PASSED, "")));
        XmlTree tree = XmlTree.of(junit.render(report));

        assertThat(tree.testCase("deep").getAttribute("classname")).isEqualTo("Outer / Inner");
        assertThat(tree.testCase("outer again").getAttribute("classname")).isEqualTo("Outer");
        assertThat(tree.testCase("next").getAttribute("classname")).isEqualTo("Next");
        assertThat(tree.testCase("top").getAttribute("classname")).isEqualTo("List");
    }

    @Test
    void times_are_seconds_from_the_first_look_to_the_end_of_the_last() {
        XmlTree tree = XmlTree.of(junit.render(Samples.rich()));

        assertThat(tree.root().getAttribute("time")).isEqualTo("67.000");
        assertThat(tree.testCase("Deployment payments-api runs image payments-api:2.4.1")
                        .getAttribute("time"))
                .isEqualTo("20.035");
    }

    @Test
    void a_clock_that_steps_back_gives_no_negative_time() {
        Report report = report(
                "List",
                Map.of(),
                List.of(line("a", "A")
                        .attempt(START, Duration.ofMillis(1), Outcome.failed("no"))
                        .attempt(START.minusSeconds(3_600), Duration.ofMillis(1), Outcome.passed("yes"))
                        .ends()));

        assertThat(XmlTree.of(junit.render(report)).testCase("A").getAttribute("time"))
                .isEqualTo("0.000");
    }

    @Test
    void the_facts_of_the_run_are_properties() {
        List<String> facts =
                new ArrayList<>(XmlTree.of(junit.render(Samples.rich())).texts());

        assertThat(facts)
                .containsSubsequence("verdict", "NOT_READY")
                .containsSubsequence("about.version", "2.4.1")
                .containsSubsequence("identity.context", "prod-ch")
                .containsSubsequence("host", "build-7")
                .containsSubsequence("startedAt", "2026-11-22T01:58:03Z");
    }

    @Test
    void what_xml_cannot_hold_becomes_a_replacement_character() {
        assertThat(XmlText.content("a\0b\u001bc\u0085d\ud800e\ufffef\r g\r\nh\ti😀"))
                .isEqualTo("a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf\ufffd g\nh\ti😀");
        assertThat(XmlText.attribute("a\nb\tc")).isEqualTo("a b c");
    }
}
