package dev.checklist.rules;

import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.oneOf;
import static dev.checklist.Checklists.option;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.settingIs;
import static dev.checklist.rules.Lines.errs;
import static dev.checklist.rules.Lines.fails;
import static dev.checklist.rules.Lines.passes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.checklist.Check;
import dev.checklist.Section;
import dev.checklist.Status;
import dev.checklist.run.Report;
import dev.checklist.run.Verdict;
import org.junit.jupiter.api.Test;

class ChoiceTest {
    private static Section environment(String chosen, Check production) {
        return oneOf(
                "Environment",
                chosen,
                option("dev", passes("the cluster is dev")),
                option("staging", passes("the cluster is staging")),
                option("production", production, passes("the endpoint is production")));
    }

    @Test
    void exactly_the_chosen_option_is_asked_and_the_others_are_skipped_with_the_reason() {
        Report report = Lines.run(environment("production", passes("the cluster is production")));
        assertThat(report.result("environment").status()).isEqualTo(Status.PASSED);
        assertThat(report.result("environment/production").status()).isEqualTo(Status.PASSED);
        assertThat(report.result("environment/dev").status()).isEqualTo(Status.SKIPPED);
        assertThat(report.result("environment/dev/the-cluster-is-dev").message())
                .isEqualTo("not chosen: it is production");
    }

    @Test
    void the_choice_passes_only_if_the_cluster_agrees() {
        assertThat(Lines.run(environment("production", fails("uid"))).verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(Lines.run(environment("production", errs("uid"))).verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(Lines.run(environment("dev", fails("uid"))).verdict()).isEqualTo(Verdict.READY);
    }

    @Test
    void a_choice_that_is_no_option_is_refused() {
        for (String chosen : new String[] {"", " ", null, "prod", "Production"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> environment(chosen, passes("uid")))
                    .withMessageContaining("the choice of \"Environment\"");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> oneOf("Environment", "dev", option("dev", passes("a")), option("dev", passes("b"))))
                .withMessageContaining("is there twice");
    }

    @Test
    void a_production_only_section_is_skipped_with_a_reason_elsewhere() {
        Section only = section("Production only", fails("backups are off-site"));
        Report staging = Lines.run(passes("one"), only.onlyIf(settingIs("environment", "staging", "production")));
        assertThat(staging.verdict()).isEqualTo(Verdict.READY);
        assertThat(staging.headline()).contains("only if environment is production; it is staging");
        Report production =
                Lines.run(passes("one"), only.onlyIf(settingIs("environment", "production", "production", "dr")));
        assertThat(production.verdict()).isEqualTo(Verdict.NOT_READY);
    }

    @Test
    void a_setting_left_out_is_an_error_that_names_it() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checklist(
                        "list", section("x", passes("y")).onlyIf(settingIs("environment", null, "production"))))
                .withMessageContaining("environment");
    }
}
