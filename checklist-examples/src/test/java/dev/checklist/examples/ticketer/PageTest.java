package dev.checklist.examples.ticketer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Checklists;
import dev.checklist.Derived;
import dev.checklist.Entry;
import dev.checklist.RetryPolicy;
import dev.checklist.Section;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the list against the page on paper: nothing runs here. */
class PageTest {
    /** The tag of lines that stand for the rollback of the page, which is a step and no box. */
    private static final String STEP = "rollback";

    private static final Path PAPER = Path.of("../../shared/checklists/ticketer.md");

    @TempDir
    private Path folder;

    @Test
    void the_numbers_of_machine_lines_and_of_lines_for_people_are_these() throws Exception {
        assertThat(TicketerChecklist.tally(page())).isEqualTo("machine 85, people 31");
    }

    @Test
    void every_box_of_the_page_has_a_line_and_every_line_a_box() throws Exception {
        List<String> boxes = boxes();
        assertThat(boxes).hasSize(84).doesNotHaveDuplicates();
        assertThat(tags(page()))
                .containsExactlyInAnyOrderElementsOf(
                        boxes.stream().map(line -> "T" + line).toList());
        for (Entry line : lines(page())) {
            assertThat(line.item().tags()).as("%s", line).isNotEmpty();
        }
    }

    @Test
    void the_page_on_paper_has_its_boxes_on_these_lines() throws Exception {
        assumeTrue(
                Files.exists(PAPER),
                () -> "the page on paper is not beside this repository: "
                        + PAPER.toAbsolutePath().normalize());
        List<String> paper = Files.readAllLines(PAPER);
        List<String> found = IntStream.range(0, paper.size())
                .filter(i -> paper.get(i).startsWith("- [ ]"))
                .mapToObj(i -> String.valueOf(i + 1))
                .toList();
        assertThat(found).isEqualTo(boxes());
    }

    @Test
    void the_lines_keep_the_order_of_the_page_but_for_evidence_that_only_the_rollout_gives() throws Exception {
        List<Integer> first = lines(page()).stream()
                .filter(line -> !line.item().tags().contains(STEP))
                .map(line -> line.item().tags().stream()
                        .filter(tag -> !tag.equals("T34"))
                        .mapToInt(tag -> Integer.parseInt(tag.substring(1)))
                        .min()
                        .orElseThrow())
                .toList();
        assertThat(first).isSorted();
    }

    @ParameterizedTest
    @CsvSource({"PT5M, 31", "PT2S, 2", "PT1H, 361"})
    void a_rollout_is_read_every_ten_seconds_for_as_long_as_the_setting_says(Duration patience, int attempts)
            throws Exception {
        Map<String, String> settings = GivenSettings.in(folder);
        settings.put("rollout.patience", patience.toString());
        assertThat(rollout(page(settings)))
                .contains(Checklists.attempts(attempts)
                        .every(Duration.ofSeconds(10))
                        .within(patience));
    }

    private static Optional<RetryPolicy> rollout(Checklist page) {
        return page.entries().stream()
                .map(Entry::item)
                .filter(item -> item.title().equals("deployment ticketer is rolled out"))
                .findFirst()
                .flatMap(item -> ((Check) item).retryPolicy());
    }

    private static List<String> boxes() throws Exception {
        try (InputStream in = Objects.requireNonNull(PageTest.class.getResourceAsStream("/boxes.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("ticketer.md | "))
                    .map(line -> line.split(" \\| ", -1)[1])
                    .toList();
        }
    }

    private static List<Entry> lines(Checklist page) {
        return page.entries().stream()
                .filter(entry -> !(entry.item() instanceof Section) && !(entry.item() instanceof Derived))
                .toList();
    }

    private static List<String> tags(Checklist page) {
        return page.entries().stream()
                .flatMap(entry -> entry.item().tags().stream())
                .filter(tag -> !tag.equals(STEP))
                .distinct()
                .toList();
    }

    private Checklist page() throws Exception {
        return page(GivenSettings.in(folder));
    }

    private static Checklist page(Map<String, String> settings) {
        try (TicketerChecklist ticketer = new TicketerChecklist(TicketerSettings.of(settings))) {
            return ticketer.page();
        }
    }
}
