package dev.checklist.run;

import dev.checklist.Checklist;
import dev.checklist.Entry;
import java.util.List;
import java.util.Set;

/** Makes the report of a run from its nodes. */
final class Closing {
    private Closing() {}

    static Report report(Checklist checklist, RunFacts facts, Board board, Report.Scope scope) {
        List<Result> results = board.nodes().stream().map(Node::ending).toList();
        return new Report(checklist.title(), checklist.about(), facts, results, scope);
    }

    /** Makes the report of all that has ended: before the signatures of the whole list, what these sign. */
    static Report rest(Checklist checklist, RunFacts facts, Board board, Report.Scope scope) {
        List<Result> results = board.nodes().stream()
                .filter(node -> !node.isSignature())
                .map(node -> node.isEnded() ? node.ending() : SectionResult.open(node))
                .toList();
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
