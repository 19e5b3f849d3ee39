package dev.checklist.examples.page;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds both lists against the pages on paper, and docs/coverage.md against both: nothing runs here. */
class CoverageTest {
    private static final Path PAPER = Path.of("../../shared/checklists");
    private static final Path DOCUMENT = Path.of("../docs/coverage.md");

    private List<Box> boxes;
    private Coverage coverage;

    @BeforeEach
    void read(@TempDir Path folder) throws IOException {
        boxes = Box.all();
        coverage = Pages.coverage(folder);
    }

    @Test
    void every_box_has_a_line() {
        assertThat(boxes).hasSize(243).doesNotHaveDuplicates();
        assertThat(boxes).filteredOn(box -> coverage.of(box).isEmpty()).isEmpty();
    }

    @Test
    void every_tag_of_a_line_is_a_box_but_that_of_the_way_back_which_is_a_step() {
        assertThat(coverage.tags())
                .filteredOn(tag -> !tag.equals("rollback"))
                .isSubsetOf(boxes.stream().map(Box::tag).toList());
    }

    @Test
    void a_box_counts_as_its_weakest_line_and_166_are_machines_and_52_people() {
        Map<Box.Answer, Long> counts = new TreeMap<>(
                boxes.stream().collect(groupingBy(box -> coverage.of(box).get(0).answer(), counting())));
        assertThat(counts.get(Box.Answer.MACHINE)).isGreaterThanOrEqualTo(166);
        assertThat(counts.get(Box.Answer.PERSON)).isLessThanOrEqualTo(52);
    }

    @Test
    void no_box_is_answered_more_weakly_than_it_can_be_without_a_reason() {
        assertThat(boxes)
                .filteredOn(box -> coverage.of(box).get(0).answer().compareTo(box.best()) > 0)
                .extracting(Box::tag)
                .isSubsetOf(CoverageDocument.REASONS.keySet());
    }

    @Test
    void every_reason_is_about_a_box_that_is_answered_more_weakly() {
        assertThat(CoverageDocument.REASONS.keySet())
                .isSubsetOf(boxes.stream()
                        .filter(box -> coverage.of(box).get(0).answer().compareTo(box.best()) > 0)
                        .map(Box::tag)
                        .toList());
    }

    @Test
    void the_document_is_what_the_lists_say() throws IOException {
        assertThat(Files.readString(DOCUMENT))
                .as("run dev.checklist.examples.page.CoverageDocument to write it anew")
                .isEqualTo(CoverageDocument.of(boxes, coverage));
    }

    @Test
    void the_pages_on_paper_have_these_boxes() throws Exception {
        assumeTrue(
                Files.isDirectory(PAPER),
                () -> "the pages on paper are not beside this repository: "
                        + PAPER.toAbsolutePath().normalize());
        List<String> found = new ArrayList<>();
        for (String page : List.of("ticketer.md", "trackdechets.md")) {
            List<String> lines = Files.readAllLines(PAPER.resolve(page));
            for (int i = 0; i < lines.size(); i++) {
                String text = lines.get(i).strip();
                if (text.startsWith("- [ ]")) {
                    found.add(page + ":" + (i + 1) + " " + hash(text));
                }
            }
        }
        assertThat(found)
                .isEqualTo(boxes.stream().map(box -> box + " " + box.hash()).toList());
    }

    private static String hash(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest).substring(0, 16);
    }
}
