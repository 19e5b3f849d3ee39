package dev.checklist.rules;

import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.each;
import static dev.checklist.Checklists.section;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.report.TextRenderer;
import dev.checklist.run.Report;
import dev.checklist.testing.CheckTester;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever reads the cause at night wants to know whom to wake. */
class OwnerTest {
    private static Check broken(String title) {
        return check(title, context -> Outcome.failed("no"));
    }

    @Test
    void a_check_belongs_to_its_own_owner_else_to_that_of_the_nearest_section() {
        Report report = CheckTester.create()
                .run(checklist(
                        "List",
                        section(
                                        "Data",
                                        broken("own").ownedBy("Zoe"),
                                        broken("inherited"),
                                        section("Inner", broken("nearest")).ownedBy("storage team"),
                                        section("Other", broken("further")))
                                .ownedBy("DBA"),
                        each(List.of("a", "b"), letter -> broken("of a group " + letter))
                                .ownedBy("group"),
                        broken("nobody's")));

        assertThat(report.lines())
                .extracting(line -> line.line().owner().orElse("-"))
                .containsExactly("Zoe", "DBA", "storage team", "DBA", "group", "group", "-");
    }

    @Test
    void a_cause_names_the_owner_before_the_next_command() {
        Report report = CheckTester.create()
                .run(checklist(
                        "List",
                        broken("the disk is free").ownedBy("storage team").remedy("df -h")));

        assertThat(TextRenderer.create().render(report)).contains("    owner    storage team\n    next     df -h\n");
    }

    @Test
    void a_blank_owner_is_refused() {
        assertThatThrownBy(() -> broken("x").ownedBy(" ")).isInstanceOf(IllegalArgumentException.class);
    }
}
