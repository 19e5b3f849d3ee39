package dev.checklist.rules;

import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Outcome;
import dev.checklist.report.TextRenderer;
import dev.checklist.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** What could not be looked at ends with what must be granted. */
class GrantTest {
    private static final String RULE =
            "rules: [{apiGroups: [\"apps\"], resources: [\"deployments\"], verbs: [\"get\"]}]";

    @Test
    void a_line_that_may_not_look_shows_the_rule_that_is_missing_ready_to_paste() {
        String report = TextRenderer.create()
                .withWidth(40)
                .render(CheckTester.create()
                        .run(checklist(
                                "List",
                                check(
                                        "api is up",
                                        context -> Outcome.notPermitted("not permitted: get")
                                                .with(Outcome.GRANT, RULE)))));

        assertThat(report).contains("Could not look: 1 cause\n").contains("    grant    " + RULE + "\n");
    }

    @Test
    void evidence_of_that_name_is_nothing_to_paste_where_the_line_could_look() {
        String report = TextRenderer.create()
                .render(CheckTester.create()
                        .run(checklist(
                                "List",
                                check(
                                        "api is up",
                                        context -> Outcome.failed("no").with(Outcome.GRANT, RULE)))));

        assertThat(report).doesNotContain("    grant    ");
    }

    @Test
    void a_line_that_may_not_look_names_no_command_that_repairs_what_may_be_well() {
        String report = TextRenderer.create()
                .render(CheckTester.create()
                        .run(checklist(
                                "List",
                                check("the secret is there", context -> Outcome.notPermitted("not permitted: get"))
                                        .remedy("kubectl apply -f secret.yaml"),
                                check("the map is there", context -> Outcome.failed("it is absent"))
                                        .remedy("kubectl apply -f map.yaml"))));

        assertThat(report)
                .contains("    next     kubectl apply -f map.yaml\n")
                .doesNotContain("next     kubectl apply -f secret.yaml");
    }
}
