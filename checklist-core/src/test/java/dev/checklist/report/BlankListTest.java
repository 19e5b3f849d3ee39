package dev.checklist.report;

import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.precondition;
import static dev.checklist.Checklists.rating;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;
import static dev.checklist.Checklists.steps;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Outcome;
import dev.checklist.SignOff;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class BlankListTest {
    private static Checklist list() {
        Check reachable = check("Cluster is reachable", context -> Outcome.passed("yes"));
        SignOff backup = signOff("The backup was restored once").by("dba");
        return checklist(
                        "Release payments-api",
                        reachable.orStop().remedy("kubectl config get-contexts"),
                        steps(
                                "Rollout",
                                check("Image is there", context -> Outcome.passed("yes"))
                                        .because("the registry was moved")
                                        .tag("k8s", "image"),
                                check("Encryption is on", context -> Outcome.passed("yes"))
                                        .orAsk(signOff("Encryption is on, as the console shows"))
                                        .requires(reachable)),
                        section("People", backup, rating("Security").atLeast(4).by("ciso"), signOff("All is quiet"))
                                .onlyIf(precondition("the release migrates the schema", () -> true)),
                        check("Dashboard is up", context -> Outcome.passed("yes"))
                                .advisory())
                .about("version", "2.4.1");
    }

    @Test
    void the_text_has_a_box_for_each_line_with_what_is_asked_of_whom() {
        assertThat(TextRenderer.create().render(list())).isEqualTo(Resource.text("blank.txt"));
    }

    @Test
    void the_markdown_is_the_paper_list_with_every_box_open() {
        String shown = MarkdownRenderer.create().render(list());

        assertThat(shown).isEqualTo(Resource.text("blank.md"));
        assertThat(MarkdownTree.of(shown).items()).isEqualTo(7);
        assertThat(MarkdownTree.of(shown).ticked()).isZero();
    }

    @Test
    void a_list_or_a_line_that_takes_signed_answers_only_says_so() {
        Checklist strict = checklist("Release", signOff("read").withSignature()).withSignaturesOnly();
        JsonTree tree = JsonTree.of(JsonRenderer.create().render(strict));
        assertThat(tree.errors()).isEmpty();
        assertThat(tree.at("/needsSignatures")).isEqualTo("true");
        assertThat(tree.at("/items/0/needsSignature")).isEqualTo("true");
        assertThat(TextRenderer.create().render(strict)).contains("signed only").contains("a signature");
    }

    @Test
    void the_json_has_every_item_with_what_it_waits_for() {
        JsonTree tree = JsonTree.of(JsonRenderer.create().render(list()));

        assertThat(tree.errors()).isEmpty();
        assertThat(tree.at("/kind")).isEqualTo("CHECKLIST");
        assertThat(tree.at("/about/version")).isEqualTo("2.4.1");
        assertThat(tree.all("/items").stream().map(item -> item.at("/kind")))
                .containsExactly(
                        "CHECK", "SECTION", "CHECK", "CHECK", "SECTION", "SIGN_OFF", "RATING", "SIGN_OFF", "CHECK");
        assertThat(tree.at("/items/0/gate")).isEqualTo("true");
        assertThat(tree.at("/items/0/remedy")).isEqualTo("kubectl config get-contexts");
        assertThat(tree.at("/items/1/waitsFor")).isEqualTo(tree.at("/items/0/id"));
        assertThat(tree.at("/items/2/reason")).isEqualTo("the registry was moved");
        assertThat(tree.at("/items/2/tags/1")).isEqualTo("image");
        assertThat(tree.at("/items/3/question")).isEqualTo("Encryption is on, as the console shows");
        assertThat(tree.at("/items/3/requires/0")).isEqualTo(tree.at("/items/0/id"));
        assertThat(tree.at("/items/4/onlyIf/0")).isEqualTo("the release migrates the schema");
        assertThat(tree.at("/items/5/role")).isEqualTo("dba");
        assertThat(tree.at("/items/6/scale")).isEqualTo("5");
        assertThat(tree.at("/items/6/least")).isEqualTo("4");
        assertThat(tree.at("/items/8/required")).isEqualTo("false");
    }

    @ParameterizedTest
    @EnumSource(Xsd.class)
    void the_junit_xml_is_valid_and_has_every_line_skipped_as_not_run(Xsd xsd) {
        String shown = JUnitXmlRenderer.create().render(list());
        XmlTree tree = XmlTree.of(shown);

        assertThat(xsd.errors(shown)).isEmpty();
        assertThat(tree.count("testcase")).isEqualTo(7);
        assertThat(tree.count("skipped")).isEqualTo(7);
        assertThat(tree.texts()).contains("not run");
        assertThat(tree.testCase("Security").getAttribute("classname")).isEqualTo("People");
    }

    static Stream<HostileText> titles() {
        return Arrays.stream(HostileText.values()).filter(text -> !text.text().isBlank());
    }

    @ParameterizedTest
    @MethodSource("titles")
    void hostile_text_stays_text_on_a_blank_list_too(HostileText text) {
        String trick = text.text();
        Checklist list = checklist(
                        trick,
                        section(
                                trick,
                                check("a", context -> Outcome.passed("yes"))
                                        .named(trick)
                                        .because(trick)
                                        .remedy(trick)
                                        .tag(trick)
                                        .orAsk(signOff(trick))
                                        .onlyIf(precondition(trick, () -> true)),
                                signOff(trick).by(trick).id("b")))
                .about(trick, trick);

        String shown = TextRenderer.create().render(list);
        assertThat(shown.chars().filter(character -> character != '\n'))
                .noneMatch(character -> Character.isISOControl(character));
        assertThat(shown.lines().filter(row -> row.strip().startsWith("[ ] "))).hasSize(2);
        assertThat(shown.lines()).noneMatch(row -> row.strip().startsWith("::"));

        MarkdownTree markdown = MarkdownTree.of(MarkdownRenderer.create().render(list));
        assertThat(markdown.items()).isEqualTo(2);
        assertThat(markdown.linksAndHtml()).isEmpty();

        JsonTree json = JsonTree.of(JsonRenderer.create().render(list));
        assertThat(json.errors()).isEmpty();
        assertThat(json.size("/items")).isEqualTo(3);

        String xml = JUnitXmlRenderer.create().render(list);
        for (Xsd xsd : List.of(Xsd.values())) {
            assertThat(xsd.errors(xml)).isEmpty();
        }
        assertThat(XmlTree.of(xml).count("testcase")).isEqualTo(2);
    }
}
