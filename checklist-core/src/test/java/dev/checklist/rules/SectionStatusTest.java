package dev.checklist.rules;

import static dev.checklist.Checklists.section;
import static dev.checklist.rules.Lines.ROOT;
import static dev.checklist.rules.Lines.ending;
import static dev.checklist.rules.Lines.fails;
import static dev.checklist.rules.Lines.passes;
import static dev.checklist.rules.Lines.run;
import static dev.checklist.rules.Lines.statusOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Checklists;
import dev.checklist.Item;
import dev.checklist.Section;
import dev.checklist.Status;
import dev.checklist.run.Report;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SectionStatusTest {
    private static final List<Status> WORST_FIRST = List.of(
            Status.ERROR, Status.FAILED, Status.BLOCKED, Status.PENDING, Status.WAIVED, Status.PASSED, Status.SKIPPED);

    @Test
    void
            a_section_has_the_worst_status_of_its_required_items_in_the_order_error_failed_blocked_pending_waived_passed() {
        for (int worst = 0; worst < WORST_FIRST.size(); worst++) {
            List<Item> items = new ArrayList<>();
            for (Status status : WORST_FIRST.subList(worst, WORST_FIRST.size())) {
                items.add(0, ending(status).id(status == Status.WAIVED ? "covered" : status.name()));
            }
            Section section = section("section", items);
            assertThat(statusOf(run(ROOT, section), section)).isEqualTo(WORST_FIRST.get(worst));
        }
    }

    @Test
    void a_section_is_skipped_only_when_all_its_items_are() {
        Section all =
                section("all", ending(Status.SKIPPED), ending(Status.SKIPPED).id("other"));
        assertThat(statusOf(run(passes("x"), all), all)).isEqualTo(Status.SKIPPED);
        Section some = section("some", ending(Status.SKIPPED), passes("good"));
        assertThat(statusOf(run(some), some)).isEqualTo(Status.PASSED);
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void advisory_items_do_not_count_in_their_section(Status status) {
        Section section = section("section", passes("good"), ending(status).advisory());
        assertThat(statusOf(run(ROOT, section), section)).isEqualTo(Status.PASSED);
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void advisory_sections_and_sections_of_advisory_items_do_not_count_in_the_section_around_them(Status status) {
        Section advisory = section(
                "section", passes("good"), section("notes", ending(status)).advisory());
        assertThat(statusOf(run(ROOT, advisory), advisory)).isEqualTo(Status.PASSED);
        Section inner = section("notes", section("deep", ending(status).advisory()));
        Section around = section("section", passes("good"), inner);
        Report report = run(ROOT, around);
        assertThat(statusOf(report, around)).isEqualTo(Status.PASSED);
        assertThat(statusOf(report, inner)).isEqualTo(status);
    }

    @Test
    void a_section_without_any_required_item_has_the_worst_status_of_its_advisory_ones() {
        Section notes = section("notes", passes("good").advisory(), fails("bad").advisory());
        assertThat(statusOf(run(passes("x"), notes), notes)).isEqualTo(Status.FAILED);
    }

    @Test
    void a_section_has_no_outcome_of_its_own_and_says_how_its_lines_ended() {
        Section section = section(
                "section",
                passes("a"),
                passes("b"),
                section("inner", fails("c")),
                passes("d").advisory());
        var result = run(section).result(section);
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.message()).isEqualTo("3 passed, 1 failed");
        assertThat(result.attempts()).isEmpty();
        assertThat(result.seenAt()).isEmpty();
        assertThat(result.roots()).isEmpty();
    }

    @Test
    void a_section_that_is_skipped_or_unknown_as_a_whole_gives_all_its_lines_that_status() {
        Section skipped = section("section", passes("a"), section("inner", passes("b")))
                .onlyIf(Checklists.precondition("it applies", () -> false));
        Report report = run(passes("x"), skipped);
        assertThat(report.count(Status.SKIPPED)).isEqualTo(2);
        assertThat(statusOf(report, skipped)).isEqualTo(Status.SKIPPED);
    }
}
