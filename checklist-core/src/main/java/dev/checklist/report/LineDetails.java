package dev.checklist.report;

import dev.checklist.Status;
import dev.checklist.run.Result;
import java.util.ArrayList;
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
        if (!evidence.isEmpty() && !result.message().isBlank()) {
            details.add(Detail.folded("saw", Wording.pairs(evidence)));
        }
        result.attestation()
                .filter(answer -> !result.message().contains(answer.who()))
                .ifPresent(answer -> details.add(Detail.words("answer", Wording.answer(answer))));
        result.earlierMessage()
                .filter(text -> !text.isBlank())
                .ifPresent(text -> details.add(Detail.words("earlier", text)));
        result.warnings().forEach(text -> details.add(Detail.words("warning", text)));
        return details;
    }

    static List<Detail> why(Result result) {
        return result.line()
                .reason()
                .map(text -> List.of(Detail.words("why", text)))
                .orElse(List.of());
    }
}
