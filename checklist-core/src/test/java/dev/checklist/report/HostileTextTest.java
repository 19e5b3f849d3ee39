package dev.checklist.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.run.Report;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostileTextTest {
    private static final Pattern STATUS_ROW =
            Pattern.compile("^. (PASSED|FAILED|ERROR|SKIPPED|BLOCKED|PENDING|WAIVED) .*");
    private static final Pattern OUR_COLOUR = Pattern.compile("\u001b\\[[0-9]{1,2}m");
    private static final int SECTIONS = 1;

    /** Puts the text into each place in turn. */
    private static void everywhere(HostileText text, BiConsumer<HostileField, Report> test) {
        for (HostileField field : HostileField.values()) {
            try {
                test.accept(field, field.with(text.text()));
            } catch (AssertionError problem) {
                throw new AssertionError(text + " as " + field + ": " + problem.getMessage(), problem);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void in_text_it_moves_no_cursor_forges_no_row_and_starts_no_command(HostileText text) {
        everywhere(text, (field, report) -> {
            String shown = TextRenderer.create().render(report);

            assertThat(shown).satisfies(HostileTextTest::hasNoControls);
            List<String> rows = shown.lines().toList();
            assertThat(rows).noneMatch(row -> row.strip().startsWith("::"));
            assertThat(rows)
                    .noneMatch(row -> Pattern.compile("##\\w*\\[").matcher(row).find());
            assertThat(rows.subList(rows.indexOf("The list, times in UTC"), rows.size()))
                    .filteredOn(row -> STATUS_ROW.matcher(row).matches())
                    .hasSize(SECTIONS + report.lines().size());
            assertThat(rows).filteredOn(row -> row.startsWith("· NOT ASKED")).hasSize(1);
            assertThat(rows.get(0)).startsWith("NOT READY ");
        });
    }

    @ParameterizedTest
    @EnumSource
    void in_ascii_and_colour_only_our_own_sequences_are_left(HostileText text) {
        everywhere(text, (field, report) -> {
            String shown =
                    TextRenderer.create().withAscii(true).withColour(true).render(report);

            assertThat(shown.chars()).allMatch(character -> character < 0x7F);
            assertThat(OUR_COLOUR.matcher(shown).replaceAll("")).satisfies(HostileTextTest::hasNoControls);
        });
    }

    @ParameterizedTest
    @EnumSource
    void in_markdown_it_is_neither_link_nor_html_nor_item_nor_block(HostileText text) {
        everywhere(text, (field, report) -> {
            String shown = MarkdownRenderer.create().render(report);

            assertThat(shown).satisfies(HostileTextTest::hasNoControls);
            MarkdownTree tree = MarkdownTree.of(shown);
            assertThat(tree.items()).isEqualTo(HostileField.LINES);
            assertThat(tree.ticked()).isEqualTo(HostileField.TICKED);
            assertThat(tree.linksAndHtml()).isEmpty();
            assertThat(tree.blocks())
                    .isEqualTo(MarkdownTree.of(MarkdownRenderer.create().render(blank(field, text)))
                            .blocks());
            assertThat(tree.proseSource()).doesNotContainPattern("[^\\\\]://").doesNotContain("www.");
        });
    }

    /** A text without anything to show leaves some blocks out, so the usual one would be no measure for it. */
    private static Report blank(HostileField field, HostileText text) {
        return field.with(text.text().isBlank() ? " " : "usual");
    }

    @ParameterizedTest
    @EnumSource
    void in_json_it_is_read_back_and_nothing_besides_changes(HostileText text) {
        everywhere(text, (field, report) -> {
            String shown = JsonRenderer.create().render(report);

            assertThat(shown).satisfies(HostileTextTest::hasNoControls).doesNotContain("<");
            JsonTree tree = JsonTree.of(shown);
            assertThat(tree.errors()).isEmpty();
            assertThat(tree.at("/verdict")).isEqualTo("NOT_READY");
            assertThat(tree.size("/results"))
                    .isEqualTo(SECTIONS + report.lines().size());
            if (!text.text().isBlank()) {
                assertThat(tree.texts()).contains(asJson(field, text));
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void in_xml_it_is_read_back_and_the_file_stays_valid(HostileText text) {
        everywhere(text, (field, report) -> {
            String shown = JUnitXmlRenderer.create().render(report);

            assertThat(shown).satisfies(HostileTextTest::hasNoControlsButLineEnds);
            XmlTree tree = XmlTree.of(shown);
            assertThat(tree.count("testcase")).isEqualTo(HostileField.LINES + 1);
            assertThat(tree.count("failure")).isEqualTo(2);
            assertThat(tree.count("error")).isEqualTo(2);
            assertThat(tree.count("testsuite")).isEqualTo(1);
            assertThat(Xsd.SUREFIRE.errors(shown)).isEmpty();
            assertThat(Xsd.JENKINS.errors(shown)).isEmpty();
            if (!text.text().isBlank() && isInXml(field)) {
                assertThat(tree.texts())
                        .anyMatch(value -> value.contains(XmlText.attribute(text.text()))
                                || value.contains(XmlText.content(text.text())));
            }
        });
    }

    /** Ids, tags, diagnoses and names of sections around no line are no part of a test case. */
    private static boolean isInXml(HostileField field) {
        return !List.of(
                        HostileField.ID,
                        HostileField.TAG,
                        HostileField.ROOT,
                        HostileField.SECTION_MESSAGE,
                        HostileField.DIAGNOSIS,
                        HostileField.END_OF_RUN)
                .contains(field);
    }

    /** Half a character is replaced, and the end of an endless name. */
    private static String asJson(HostileField field, HostileText text) {
        String whole = halvesReplaced(text.text());
        boolean isName = List.of(HostileField.ABOUT_NAME, HostileField.EVIDENCE_NAME, HostileField.IDENTITY_NAME)
                .contains(field);
        return isName && whole.length() > 1_000 ? whole.substring(0, 1_000) + "…" : whole;
    }

    private static String halvesReplaced(String text) {
        return text.codePoints()
                .map(character -> character >= 0xD800 && character <= 0xDFFF ? 0xFFFD : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static void hasNoControls(String shown) {
        hasNoControlsButLineEnds(shown);
        assertThat(shown.codePoints().filter(HostileTextTest::isInvisible)).isEmpty();
    }

    private static void hasNoControlsButLineEnds(String shown) {
        assertThat(shown.codePoints().filter(character -> character != '\n' && Character.isISOControl(character)))
                .isEmpty();
        assertThat(shown.codePoints().filter(character -> character >= 0xD800 && character <= 0xDFFF))
                .isEmpty();
    }

    private static boolean isInvisible(int character) {
        return character >= 0x202A && character <= 0x202E
                || character >= 0x2066 && character <= 0x2069
                || character == 0x2028
                || character == 0x2029
                || character == 0x200B;
    }
}
