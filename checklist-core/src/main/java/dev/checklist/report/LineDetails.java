package dev.checklist.report;

import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.Attestation;
import dev.checklist.run.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists what is told of one line besides its title and message. */
final class LineDetails {
    private LineDetails() {}

    /** Returns everything, for the line in its place on the list. */
    static List<Detail> of(Result result) {
        return of(result, result.evidence());
    }

    /** Returns everything, with this of its evidence. */
    static List<Detail> of(Result result, Map<String, String> evidence) {
        List<Detail> details = seen(result, evidence);
        result.waiver().ifPresent(waiver -> details.add(Detail.words("waived", Wording.waiver(waiver))));
        if (result.status() != Status.PASSED) {
            details.addAll(why(result));
        }
        return details;
    }

    /** Returns what was seen, said and noticed. */
    static List<Detail> seen(Result result) {
        return seen(result, result.evidence());
    }

    private static List<Detail> seen(Result result, Map<String, String> evidence) {
        List<Detail> details = new ArrayList<>();
        Map<String, String> shown = new LinkedHashMap<>(evidence);
        shown.remove(Outcome.GRANT); // which ends the block of what could not be looked at
        if (!shown.isEmpty() && !result.message().isBlank()) {
            details.add(saw(result, Wording.pairs(shown)));
        }
        result.attestation()
                .filter(answer -> !result.message().contains(answer.who()))
                .ifPresent(answer -> details.add(Detail.words("answer", Wording.answer(answer))));
        result.attestation()
                .map(Attestation::about)
                .filter(about -> !about.isEmpty())
                .ifPresent(about -> details.add(Detail.folded("for", Wording.words(about))));
        result.earlierMessage()
                .filter(text -> !text.isBlank())
                .ifPresent(text -> details.add(Detail.words("earlier", text)));
        result.warnings().forEach(text -> details.add(Detail.words("warning", text)));
        return details;
    }

    /** Shows the windows of a soak and the areas of a scorecard whole: one that is missed must not be cut off. */
    private static Detail saw(Result result, String evidence) {
        boolean isWhole = !result.basis().isEmpty() && result.line().highlight().isEmpty();
        return isWhole ? Detail.words("saw", evidence) : Detail.folded("saw", evidence);
    }

    static List<Detail> why(Result result) {
        return result.line()
                .reason()
                .map(text -> List.of(Detail.words("why", text)))
                .orElse(List.of());
    }
}
