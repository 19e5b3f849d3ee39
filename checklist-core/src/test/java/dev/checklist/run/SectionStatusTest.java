package dev.checklist.run;

import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.section;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Checklist;
import dev.checklist.Entry;
import dev.checklist.Item;
import dev.checklist.Outcome;
import dev.checklist.Section;
import dev.checklist.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tries every list of up to three lines, each at top or in a section, required or advisory, selected or not. */
class SectionStatusTest {
    private static final List<Status> MILDEST_FIRST = List.of(
            Status.SKIPPED, Status.PASSED, Status.WAIVED, Status.PENDING, Status.BLOCKED, Status.FAILED, Status.ERROR);
    private static final RunFacts FACTS = new RunFacts(Instant.EPOCH, Instant.EPOCH, "host", "user", "0");

    /** Says where lines stand: each inner list is a section, except that of one line marked as bare. */
    record Shape(List<Part> parts) {
        @Override
        public String toString() {
            return String.join(" ", parts.stream().map(Part::toString).toList());
        }
    }

    record Part(int lines, boolean isSection, boolean advisory) {
        @Override
        public String toString() {
            return isSection ? (advisory ? "advisory[" : "[") + lines + "]" : "line";
        }
    }

    static Stream<Shape> shapes() {
        return Stream.of(1, 2, 3).flatMap(lines -> shapes(lines).stream()).map(Shape::new);
    }

    private static List<List<Part>> shapes(int lines) {
        List<List<Part>> all = new ArrayList<>();
        if (lines == 0) {
            all.add(List.of());
        }
        for (int first = 1; first <= lines; first++) {
            for (List<Part> rest : shapes(lines - first)) {
                List<Part> heads = new ArrayList<>(List.of(new Part(first, true, false), new Part(first, true, true)));
                if (first == 1) {
                    heads.add(new Part(1, false, false));
                }
                for (Part head : heads) {
                    List<Part> shape = new ArrayList<>(List.of(head));
                    shape.addAll(rest);
                    all.add(shape);
                }
            }
        }
        return all;
    }

    private static Checklist list(Shape shape, int advisory) {
        List<Item> items = new ArrayList<>();
        int line = 0;
        for (Part part : shape.parts()) {
            List<Item> lines = new ArrayList<>();
            for (int i = 0; i < part.lines(); i++, line++) {
                Item item = check("line " + line, context -> Outcome.error("never asked"));
                lines.add((advisory >> line & 1) == 1 ? item.advisory() : item);
            }
            Section section = section("section " + line, lines);
            items.add(!part.isSection() ? lines.get(0) : part.advisory() ? section.advisory() : section);
        }
        return checklist("list", items);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void the_status_of_every_section_and_the_verdict_are_those_of_the_specification(Shape shape) {
        int lines = shape.parts().stream().mapToInt(Part::lines).sum();
        for (int advisory = 0; advisory < 1 << lines; advisory++) {
            Checklist list = list(shape, advisory);
            for (int selected = 1; selected < 1 << lines; selected++) {
                List<Entry> chosen = select(list, selected);
                for (List<Status> statuses : statuses(Integer.bitCount(selected))) {
                    tryOut(list, chosen, statuses);
                }
            }
        }
    }

    private static List<Entry> select(Checklist list, int selected) {
        Set<Entry> chosen = new LinkedHashSet<>();
        int line = 0;
        for (Entry entry : list.entries()) {
            if (entry.children().isEmpty() && (selected >> line++ & 1) == 1) {
                entry.parent().ifPresent(chosen::add);
                chosen.add(entry);
            }
        }
        return List.copyOf(chosen);
    }

    private static List<List<Status>> statuses(int length) {
        List<List<Status>> all = List.of(List.of());
        for (int i = 0; i < length; i++) {
            all = all.stream()
                    .flatMap(shorter -> Stream.of(Status.values()).map(status -> {
                        List<Status> longer = new ArrayList<>(shorter);
                        longer.add(status);
                        return longer;
                    }))
                    .map(List::copyOf)
                    .toList();
        }
        return all;
    }

    private static void tryOut(Checklist list, List<Entry> chosen, List<Status> statuses) {
        Board board = new Board(chosen, () -> 0, new Sharers(), result -> {});
        List<Node> lines =
                board.nodes().stream().filter(node -> node.scope() == null).toList();
        List<String> open = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (statuses.get(i) == Status.PENDING) {
                open.add(lines.get(i).entry().id());
            }
        }
        List<String> roots = open.isEmpty() ? List.of("elsewhere") : open;
        for (int i = 0; i < lines.size(); i++) {
            Status status = statuses.get(i);
            board.endAll(lines.get(i), status, "x", Result.Details.NONE);
            lines.get(i).amend(result -> status == Status.BLOCKED ? blocked(result, roots) : result);
        }
        assertThat(board.isOver()).isTrue();
        for (Node node : board.nodes()) {
            if (node.scope() != null) {
                assertThat(node.status()).as("%s: %s", chosen, statuses).isEqualTo(worstOf(node, lines, statuses));
            }
        }
        List<Line> unselected = list.entries().stream()
                .filter(entry -> entry.children().isEmpty() && !chosen.contains(entry))
                .map(Line::of)
                .toList();
        List<Result> results = board.nodes().stream().map(Node::ending).toList();
        Report report = new Report(
                "list",
                Map.of(),
                FACTS,
                results,
                new Report.Scope(unselected, List.of(), 0, Optional.empty(), Optional.empty()));
        assertThat(report.verdict())
                .as("%s: %s", chosen, statuses)
                .isEqualTo(verdict(lines, statuses, !open.isEmpty(), unselected.isEmpty()));
    }

    private static Result blocked(Result result, List<String> roots) {
        return new Result(
                result.line(),
                Status.BLOCKED,
                "x",
                List.of(),
                new Result.Details(roots, null, null, null, List.of(), null, null));
    }

    /** Takes the greatest place in the order among the required lines, or among all where none is required. */
    private static Status worstOf(Node section, List<Node> lines, List<Status> statuses) {
        int required = -1;
        int any = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).parent() == section) {
                int place = MILDEST_FIRST.indexOf(statuses.get(i));
                any = Math.max(any, place);
                if (!lines.get(i).entry().item().isAdvisory()) {
                    required = Math.max(required, place);
                }
            }
        }
        return MILDEST_FIRST.get(required >= 0 ? required : any);
    }

    private static Verdict verdict(List<Node> lines, List<Status> statuses, boolean byPeople, boolean complete) {
        List<Statuses.Judged> judged = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Node parent = lines.get(i).parent();
            boolean advisory = lines.get(i).entry().item().isAdvisory()
                    || parent != null && parent.entry().item().isAdvisory();
            judged.add(new Statuses.Judged(statuses.get(i), !advisory, byPeople));
        }
        return StatusesTest.expected(judged, complete);
    }
}
