package dev.checklist.run;

import dev.checklist.Checklist;
import dev.checklist.Entry;
import dev.checklist.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells what a run has come to: to people who sign it, to lines that are computed from it, and at its end. */
final class Reporting {
    private final Coordinator run;
    private final Checklist checklist;
    private final Set<Entry> selected;
    private final Instant startedAt;

    Reporting(Coordinator run, Checklist checklist, Set<Entry> selected, Instant startedAt) {
        this.run = run;
        this.checklist = checklist;
        this.selected = selected;
        this.startedAt = startedAt;
    }

    /** Makes the report of a run that is over. */
    Report report(Optional<Ledger> ledger, Optional<String> finding) {
        List<String> findings = new ArrayList<>(run.waivers().findings(checklist, selected));
        ledger.ifPresent(kept -> findings.addAll(run.redactor().mask(kept.findings())));
        finding.ifPresent(findings::add);
        return Closing.report(checklist, facts(ledger), run.board(), scope(findings));
    }

    /** Makes the report of all lines but the signatures of the whole list. */
    Report rest() {
        return Closing.rest(checklist, facts(Optional.empty()), run.board(), scope(List.of()));
    }

    private RunFacts facts(Optional<Ledger> ledger) {
        Map<String, String> traffic = run.redactor().mask(run.reads().traffic());
        return Machine.facts(startedAt, run.wallClock(), traffic, ledger);
    }

    private Report.Scope scope(List<String> findings) {
        return new Report.Scope(
                Closing.unselected(checklist, selected),
                List.copyOf(findings),
                run.abandoned(),
                run.isStopped() ? Optional.of(run.stopReason()) : Optional.empty(),
                Optional.ofNullable(run.settings().limits().oldest()));
    }

    /** Says what is known when all checks have looked. */
    RunSoFar soFar(Node node) {
        Map<String, Set<String>> identity = Report.identity(run.board().nodes().stream()
                .filter(Node::isEnded)
                .map(Node::ending)
                .toList());
        List<Line> lines = checklist.entries().stream()
                .filter(entry -> entry.children().isEmpty())
                .map(Line::of)
                .toList();
        List<String> sources =
                node.sources().stream().map(source -> source.entry().id()).toList();
        return new RunSoFar(node.line(), sources, lines, checklist.about(), identity, run.wallClock());
    }

    /** Takes a signature back that was given to another state of the list than the run came to in the end. */
    void takeBack(Node node, Report rest) {
        Question question = Answers.signing(checklist, node.line(), rest);
        node.amend(result -> result.attestation()
                .flatMap(given -> question.whyNot(given, run.wallClock()))
                .map(why -> new Result(
                        node.line(),
                        Status.PENDING,
                        why + "; " + Answers.waiting(node.line()),
                        List.of(),
                        Result.Details.NONE))
                .map(open -> open.asking(question))
                .orElse(result));
    }
}
