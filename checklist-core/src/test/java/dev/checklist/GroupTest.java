package dev.checklist;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.each;
import static dev.checklist.Checklists.precondition;
import static dev.checklist.Checklists.rating;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;
import static dev.checklist.Checklists.steps;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.checklist.run.Report;
import dev.checklist.run.Verdict;
import dev.checklist.testing.CheckTester;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupTest {
    private static Check passes(String title) {
        return check(title, context -> Outcome.passed("seen"));
    }

    private static List<String> ids(Checklist list) {
        return list.entries().stream().map(Entry::id).toList();
    }

    @Test
    void each_is_an_untitled_group_usable_as_any_argument() {
        Section regions = each(List.of("paris", "oslo"), region -> passes(region + " is up"));
        assertThat(ids(checklist("list", passes("a"), regions, passes("b"))))
                .containsExactly("a", "paris-is-up", "oslo-is-up", "b");
        assertThat(ids(checklist("list", section("s", regions)))).containsExactly("s", "s/paris-is-up", "s/oslo-is-up");
        assertThat(ids(checklist("list", steps("s", regions, passes("x"))))).hasSize(4);
        assertThat(ids(checklist("list", List.of(regions)))).hasSize(2);
        assertThat(regions).hasToString("group of 2");
    }

    @Test
    void groups_nest_and_hold_items_of_every_kind() {
        Section inner = each(List.of(1, 2), n -> each(List.of("a", "b"), letter -> signOff(letter + " " + n)));
        assertThat(ids(checklist("list", inner))).containsExactly("a-1", "b-1", "a-2", "b-2");
        Section ratings = each(
                        List.of("Security", "Speed"), area -> rating(area).atLeast(3))
                .advisory();
        assertThat(checklist("list", passes("a"), ratings).items())
                .filteredOn(Item::isAdvisory)
                .hasSize(2);
        Section sections = each(List.of("x", "y"), name -> section(name, passes("up")));
        assertThat(ids(checklist("list", sections))).containsExactly("x", "x/up", "y", "y/up");
    }

    @Test
    void the_traits_of_a_group_lie_over_those_of_its_members() {
        Precondition outer = precondition("outer", () -> true);
        Precondition own = precondition("own", () -> true);
        Check needed = passes("needed");
        Check other = passes("other");
        Section group = each(
                        List.of("a"),
                        name -> passes(name)
                                .tag("own")
                                .onlyIf(own)
                                .requires(other)
                                .because("mine"))
                .tag("group")
                .onlyIf(outer)
                .requires(needed)
                .because("ours")
                .orStop();
        Item member = checklist("list", needed, other, group).entries().get(2).item();
        assertThat(member.tags()).containsExactly("group", "own");
        assertThat(member.preconditions()).containsExactly(outer, own);
        assertThat(member.requirements()).containsExactly(needed, other);
        assertThat(member.reason()).contains("mine");
        assertThat(member.isGate()).isTrue();
        Section plain = each(List.of("a"), GroupTest::passes).because("ours").advisory();
        Item inherits = checklist("list", needed, plain).entries().get(1).item();
        assertThat(inherits.reason()).contains("ours");
        assertThat(inherits.isAdvisory()).isTrue();
        Section gates = each(List.of("a"), name -> passes(name).orStop()).tag("x");
        assertThat(checklist("list", gates).entries().get(0).item().isGate()).isTrue();
    }

    @Test
    void the_defaults_of_a_group_are_given_to_its_checks_and_sections_that_set_none() {
        Section group = each(
                        List.of(
                                passes("plain"),
                                passes("own").retry(attempts(9)).timeout(ofSeconds(9)),
                                section("s", passes("inner")),
                                section("t", passes("inner")).retry(attempts(8)).timeout(ofSeconds(8)),
                                signOff("person")),
                        item -> item)
                .retry(attempts(2))
                .timeout(ofSeconds(2));
        List<Item> items = checklist("list", group).items();
        assertThat(((Check) items.get(0)).retryPolicy()).contains(attempts(2));
        assertThat(((Check) items.get(0)).timeoutPerAttempt()).contains(ofSeconds(2));
        assertThat(((Check) items.get(1)).retryPolicy()).contains(attempts(9));
        assertThat(((Check) items.get(1)).timeoutPerAttempt()).contains(ofSeconds(9));
        assertThat(((Section) items.get(2)).defaultRetry()).contains(attempts(2));
        assertThat(((Section) items.get(2)).defaultTimeout()).contains(ofSeconds(2));
        assertThat(((Section) items.get(3)).defaultRetry()).contains(attempts(8));
        assertThat(((Section) items.get(3)).defaultTimeout()).contains(ofSeconds(8));
    }

    @Test
    void a_group_cannot_contradict_its_members() {
        Section gates = each(List.of("a"), name -> passes(name).orStop());
        assertThatIllegalArgumentException().isThrownBy(() -> checklist("list", gates.advisory()));
        Section notes = each(List.of("a"), name -> passes(name).advisory());
        assertThatIllegalArgumentException().isThrownBy(() -> checklist("list", notes.orStop()));
    }

    @Test
    void a_group_has_no_id_and_no_order_of_its_own() {
        Section group = each(List.of("a"), GroupTest::passes);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checklist("list", group.id("x")))
                .withMessage("a group has the id \"x\": give ids to its members");
        assertThatIllegalArgumentException()
                .isThrownBy(group::concurrently)
                .withMessage("a group has no order of its own: put concurrently() on its section");
    }

    @Test
    void an_empty_collection_is_refused_unless_or_skip_says_why() {
        Section nobody = each(List.<String>of(), GroupTest::passes);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checklist("list", passes("a"), nobody))
                .withMessage(
                        "a group is empty: give at least one value, or say why it may be empty with orSkip(reason)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checklist("list", passes("a"), section("Regions", List.of())))
                .withMessage(
                        "the section \"Regions\" is empty: add an item, or say why it may be empty with orSkip(reason)");
        assertThatIllegalArgumentException().isThrownBy(() -> checklist("list", steps("Steps", List.of())));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checklist("list", List.of()))
                .withMessage("the checklist \"list\" is empty: add an item");
        assertThatIllegalArgumentException().isThrownBy(() -> section("s", nobody));
    }

    @Test
    void an_empty_group_or_section_that_says_why_is_one_skipped_line_with_that_reason() {
        Section group = each(List.<String>of(), GroupTest::passes).orSkip("no region configured");
        Section section = section("Regions", List.of()).orSkip("no region yet");
        Report report = CheckTester.create().run(checklist("list", passes("a"), group, section));
        assertThat(report.result("no-region-configured").status()).isEqualTo(Status.SKIPPED);
        assertThat(report.result("no-region-configured").message()).isEqualTo("no region configured");
        assertThat(report.result("regions").status()).isEqualTo(Status.SKIPPED);
        assertThat(report.result("regions/no-region-yet").message()).isEqualTo("no region yet");
        assertThat(report.verdict()).isEqualTo(Verdict.READY);
    }

    @Test
    void or_skip_leaves_what_is_not_empty_alone() {
        Section group = each(List.of("a"), GroupTest::passes);
        assertThat(group.orSkip("none")).isSameAs(group);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> group.orSkip(" "))
                .withMessageContaining("reason is blank");
    }

    @Test
    void a_list_keeps_its_own_copy_of_what_it_was_given() {
        List<Item> items = new ArrayList<>(List.of(passes("a")));
        Section section = section("s", items);
        Checklist list = checklist("list", items);
        items.add(passes("b"));
        assertThat(section.items()).hasSize(1);
        assertThat(list.items()).hasSize(1);
    }
}
