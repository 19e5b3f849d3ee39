package dev.checklist.run;

import dev.checklist.Checklist;
import dev.checklist.Entry;
import java.util.List;
import java.util.Set;

/** Makes the report of a run whose nodes have all ended. */
final class Closing {
    private Closing() {}

    static Report report(Checklist checklist, RunFacts facts, Board board, Report.Scope scope) {
        List<Node> nodes = board.nodes();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Node node = nodes.get(i);
            if (node.scope() != null) {
                node.end(SectionResult.of(node)); // a cleanup may have turned a line since the section ended
            }
        }
        List<Result> results = nodes.stream().map(Node::ending).toList();
        return new Report(checklist.title(), checklist.about(), facts, results, scope);
    }

    /** Returns the lines that a run was not asked for. */
    static List<Line> unselected(Checklist checklist, Set<Entry> selected) {
        return checklist.entries().stream()
                .filter(entry -> entry.children().isEmpty() && !selected.contains(entry))
                .map(Line::of)
                .toList();
    }
}
