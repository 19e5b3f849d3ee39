package dev.checklist;

import static dev.checklist.Checklists.anyOf;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.each;
import static dev.checklist.Checklists.rating;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;
import static dev.checklist.Checklists.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class IdTest {
    private static Check passes(String title) {
        return check(title, context -> Outcome.passed("seen"));
    }

    private static List<String> ids(Item first, Item... rest) {
        return checklist("list", first, rest).entries().stream().map(Entry::id).toList();
    }

    @Test
    void an_id_is_the_path_of_section_keys_plus_the_items_key() {
        assertThat(ids(
                        passes("Up"),
                        section("Back ups", passes("Taken"), steps("Restore", signOff("Tested"), passes("Fast"))),
                        rating("Security").atLeast(3)))
                .containsExactly(
                        "up",
                        "back-ups",
                        "back-ups/taken",
                        "back-ups/restore",
                        "back-ups/restore/tested",
                        "back-ups/restore/fast",
                        "rating-security");
    }

    @Test
    void a_providers_key_is_its_own_and_never_changed_by_wording() {
        Check line = Check.of("deployment api is rolled out", "Deployment api runs 3 replicas", context -> null);
        assertThat(line.key()).isEqualTo("deployment-api-is-rolled-out");
        assertThat(line.named("The API is out").key()).isEqualTo("deployment-api-is-rolled-out");
        assertThat(line.named("The API is out").title()).isEqualTo("The API is out");
    }

    private static Check up(String place) {
        return Check.of("tcp is open", place, "tcp " + place + " is open", context -> null);
    }

    @Test
    void a_place_is_no_part_of_an_id_so_that_it_is_the_same_in_every_environment() {
        assertThat(ids(section("Database", up("db.staging:5432")), section("Cache", up("cache.staging:6379"))))
                .isEqualTo(ids(section("Database", up("db:15432")), section("Cache", up("cache:16379"))))
                .containsExactly("database", "database/tcp-is-open", "cache", "cache/tcp-is-open");
    }

    @Test
    void lines_of_one_key_side_by_side_all_get_their_places() {
        assertThat(ids(up("a:1"), passes("between"), up("b:2"), section("s", up("c:3"))))
                .containsExactly("tcp-is-open-at-a-1", "between", "tcp-is-open-at-b-2", "s", "s/tcp-is-open");
        assertThat(ids(up("a:1"), up("b:2").id("B"))).containsExactly("tcp-is-open", "B");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checklist("list", up("a:1"), up("a:1")))
                .withMessageContaining("duplicate id \"tcp-is-open-at-a-1\"");
    }

    @Test
    void a_place_that_has_a_name_stands_in_the_id_with_others_beside_it_or_without() {
        assertThat(ids(up("a:1").at("Main site"), up("b:2").at("api")))
                .containsExactly("tcp-is-open-at-main-site", "tcp-is-open-at-api");
        assertThat(ids(up("elsewhere:3").at("first").at("api"))).containsExactly("tcp-is-open-at-api");
        assertThat(ids(up("a:1").at("api"), up("b:2").at("api")))
                .containsExactly("tcp-is-open-at-api-at-a-1", "tcp-is-open-at-api-at-b-2");
        assertThat(ids(section("Sites", up("a:1")).at("home")))
                .containsExactly("sites-at-home", "sites-at-home/tcp-is-open");
    }

    @Test
    void the_name_that_a_group_has_for_a_place_is_that_of_its_members() {
        assertThat(ids(
                        each(
                                List.of("a", "b"),
                                host -> each(
                                                List.of(1, 2),
                                                port -> up(host + ":" + port).at("port " + port))
                                        .at(host)),
                        each(
                                List.of("c", "d"),
                                host -> each(List.of("x", "y"), title -> passes(title))
                                        .at(host))))
                .containsExactly(
                        "tcp-is-open-at-port-1-at-a-1",
                        "tcp-is-open-at-port-2-at-a-2",
                        "tcp-is-open-at-port-1-at-b-1",
                        "tcp-is-open-at-port-2-at-b-2",
                        "x-at-c",
                        "y-at-c",
                        "x-at-d",
                        "y-at-d");
    }

    @Test
    void a_place_is_named_by_some_text() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> up("a:1").at(" "))
                .withMessageContaining("place is blank");
        assertThatIllegalArgumentException().isThrownBy(() -> up("")).withMessageContaining("place is");
    }

    @Test
    void an_explicit_id_is_used_as_it_stands_and_is_the_path_of_what_is_inside() {
        Section section = section("Back ups", passes("Taken"), passes("Fresh").id("FRESH 1"))
                .id("B");
        assertThat(ids(section, passes("x").id("any/thing (1)")))
                .containsExactly("B", "B/taken", "FRESH 1", "any/thing (1)");
        assertThat(section.explicitId()).contains("B");
        assertThat(passes("x").explicitId()).isEmpty();
    }

    @Test
    void duplicates_are_refused_naming_both_lines() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checklist("list", passes("The API is up"), passes("the api: is up!")))
                .withMessage("duplicate id \"the-api-is-up\": \"The API is up\" and \"the api: is up!\";"
                        + " give one of them an id of its own with id(\"...\"), or name its place with at(\"...\")");
        Check one = passes("one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checklist("list", one, one.named("again")))
                .withMessageContaining("\"one\" and \"again\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checklist("list", section("s", one), section("S", passes("two"))))
                .withMessageContaining("duplicate id \"s\": \"s\" and \"S\"");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> checklist("list", section("s", one), passes("x").id("s/one")))
                .withMessageContaining("duplicate id \"s/one\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checklist(
                        "list", passes("a").id("same"), section("s", passes("b").id("same"))));
    }

    @Test
    void the_same_item_may_stand_in_two_sections_or_twice_with_ids() {
        Check one = passes("one");
        assertThat(ids(section("a", one), section("b", one))).containsExactly("a", "a/one", "b", "b/one");
        assertThat(ids(one.id("x"), one.id("y"), one)).containsExactly("x", "y", "one");
    }

    @Test
    void an_entry_knows_its_place() {
        Check gate = passes("gate").orStop();
        Check inner = passes("inner").requires(gate);
        Checklist list = checklist(
                "list",
                gate,
                signOff("read"),
                section("s", inner, passes("note").advisory()),
                rating("r").atLeast(1));
        Entry entry = list.entry("s/inner").orElseThrow();
        assertThat(entry.item()).isSameAs(inner);
        assertThat(entry.parent().orElseThrow().id()).isEqualTo("s");
        assertThat(entry.parent().orElseThrow().children())
                .extracting(Entry::id)
                .containsExactly("s/inner", "s/note");
        assertThat(entry.parent().orElseThrow().gate().orElseThrow().item()).isSameAs(gate);
        assertThat(entry.parent().orElseThrow().parent()).isEmpty();
        assertThat(entry.gate()).isEmpty();
        assertThat(entry.requirements()).extracting(Entry::id).containsExactly("gate");
        assertThat(list.entries()).extracting(Entry::index).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(list.entries()).extracting(Entry::depth).containsExactly(0, 0, 0, 1, 1, 0);
        assertThat(list.entries()).extracting(Entry::stage).containsExactly(0, 0, 1, 0, 0, 2);
        assertThat(list.entries()).extracting(Entry::isRequired).containsExactly(true, true, true, true, false, true);
        assertThat(list.entries())
                .extracting(Entry::isForPeople)
                .containsExactly(false, true, false, false, false, true);
        assertThat(entry).hasToString("\"inner\" (s/inner)");
        assertThat(list.entry("nobody")).isEmpty();
    }

    @Test
    void everything_in_an_advisory_section_is_advisory_on_the_list() {
        Checklist list =
                checklist("list", section("s", section("t", passes("x"))).advisory(), passes("y"));
        assertThat(list.entries()).extracting(Entry::isRequired).containsExactly(false, false, false, true);
    }

    @Test
    void any_of_is_one_entry_and_its_alternatives_need_no_keys() {
        Check same = passes("same");
        assertThat(ids(anyOf("any", same, same))).containsExactly("any");
    }
}
