package dev.checklist.report;

import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.signOff;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Checklist;
import dev.checklist.Item;
import dev.checklist.Outcome;
import dev.checklist.run.Report;
import dev.checklist.run.Waiver;
import dev.checklist.testing.CheckTester;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnnotationsTest {
    private static Report broken() {
        Waiver old = new Waiver("gone", "never mind", "Bob", LocalDate.of(2031, 1, 1));
        return CheckTester.create()
                .with(runner -> runner.withWaivers(List.of(old)))
                .run(checklist(
                        "Release, 100 %: payments",
                        check("it is up: now", context -> Outcome.failed("expected 200\nbut found 503"))
                                .orStop()
                                .remedy("kubectl get pods")
                                .onFailure((context, outcome) -> "a line of a log"),
                        check("it is fast", context -> Outcome.passed("1 ms")),
                        signOff("the plan was read").by("on-call")));
    }

    private static Report saying(String text) {
        return CheckTester.create()
                .run(checklist(
                        "l" + text, check("t" + text, context -> Outcome.failed("m" + text)), signOff("s" + text)));
    }

    @Test
    void causes_are_errors_findings_warnings_and_questions_notices() {
        assertThat(GitHubAnnotations.create().render(broken())).isEqualTo("""
                        ::error title=it is up%3A now::expected 200 but found 503 (2 lines blocked by it); next: kubectl get pods
                        ::warning title=Release%2C 100 %25%3A payments::the waiver of gone (Bob, until 2031-01-01) covers nothing: the list has no such id
                        """);
        Report open = CheckTester.create()
                .run(checklist("List", check("up", context -> Outcome.passed("1")), signOff("read")));
        assertThat(GitHubAnnotations.create().render(open)).isEqualTo("::notice title=read::waits for an answer\n");
    }

    @Test
    void what_github_would_not_show_is_counted() {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            items.add(check("line " + i, context -> Outcome.failed("no")));
        }

        String written = GitHubAnnotations.create().render(CheckTester.create().run(checklist("Many", items)));

        assertThat(written.lines())
                .hasSize(10)
                .last()
                .isEqualTo("::error title=Many::and 16 more, which the report has");
    }

    @ParameterizedTest
    @EnumSource(HostileText.class)
    void a_text_is_never_a_command_of_its_own(HostileText hostile) {
        String written = GitHubAnnotations.create().render(saying(hostile.text()));

        assertThat(written.lines()).hasSize(2).allMatch(row -> row.matches("::(error|notice) title=[^:,]*::.*"));
        assertThat(written.chars().filter(character -> character != '\n')).noneMatch(Character::isISOControl);
        assertThat(written.replace("%25", "").replace("%3A", "").replace("%2C", ""))
                .doesNotContain("%");
    }

    @Test
    void gitlab_gets_a_code_quality_report_whose_fingerprints_last() {
        String first = GitLabCodeQuality.create().render(broken());

        JsonTree tree = JsonTree.of(first);
        assertThat(tree.texts("check_name")).containsExactly("it is up: now", "Release, 100 %: payments");
        assertThat(tree.texts("severity")).containsExactly("critical", "minor");
        assertThat(tree.texts("description").get(0)).startsWith("it is up: now: expected 200 but found 503");
        assertThat(tree.texts("fingerprint")).doesNotHaveDuplicates().allMatch(print -> print.matches("[0-9a-f]{64}"));
        assertThat(GitLabCodeQuality.create().render(broken())).isEqualTo(first);
        assertThat(first).contains("\"path\" : \"Release, 100 %: payments\"").contains("\"begin\" : 1");
    }

    @ParameterizedTest
    @EnumSource(HostileText.class)
    void whatever_a_text_holds_the_json_holds_two_reports(HostileText hostile) {
        JsonTree tree = JsonTree.of(GitLabCodeQuality.create().render(saying(hostile.text())));

        assertThat(tree.texts("fingerprint")).hasSize(2);
    }

    @Test
    void no_line_of_a_log_is_shown_to_those_who_only_see_the_build() {
        assertThat(GitHubAnnotations.create().render(broken())).doesNotContain("line of a log");
        assertThat(GitLabCodeQuality.create().render(broken())).doesNotContain("line of a log");
    }

    @Test
    void a_blank_list_has_none() {
        Checklist list = checklist("List", signOff("read"));

        assertThat(GitHubAnnotations.create().render(list)).isEmpty();
        assertThat(GitLabCodeQuality.create().render(list)).isEqualTo("[ ]\n");
    }
}
