package dev.checklist.report;

import dev.checklist.run.Ledger;
import dev.checklist.run.Report;
import dev.checklist.run.RunFacts;
import dev.checklist.run.Validity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Lists what stands at the head of a report: the list, what it is about, what was judged, by whom and when. */
final class Facts {
    private static final String SEPARATOR = " · ";

    private Facts() {}

    /** Lists what a reader needs to know first. */
    static List<Detail> head(Report report, Times times, Earlier earlier) {
        List<Detail> details = new ArrayList<>();
        details.add(Detail.words("list", report.title()));
        addPairs(details, "about", report.about());
        addPairs(details, "judged", judged(report));
        OpenLines.byOwner(report, earlier).ifPresent(open -> details.add(Detail.words("open", open)));
        details.addAll(Highlights.of(report));
        earlier.sinceTheLast().ifPresent(changes -> details.add(Detail.words("since", Changes.counts(changes))));
        RunFacts facts = report.facts();
        details.add(
                Detail.words("run", facts.user() + " on " + facts.host() + SEPARATOR + "library " + facts.library()));
        details.addAll(times.ofRun());
        return details;
    }

    /** Lists what a printed page needs: how long it can be believed, and what leads back to the run. */
    static List<Detail> foot(Report report, Times times) {
        RunFacts facts = report.facts();
        List<Detail> details = new ArrayList<>();
        report.validity().ifPresent(validity -> details.add(Detail.words("evidence", words(validity, times))));
        details.add(Detail.command("id", report.runId()));
        details.add(Detail.command("digest", report.digest()));
        addPairs(details, "asked", facts.traffic());
        facts.ledger().ifPresent(kept -> details.add(Detail.words("answers", words(kept))));
        return details;
    }

    private static String words(Validity validity, Times times) {
        return "oldest of " + times.moment(validity.seenAt()) + ", \""
                + validity.oldest().title() + "\""
                + validity.end()
                        .map(end -> SEPARATOR + "to be believed until " + times.moment(end.at()) + ", the end of \""
                                + end.line().title() + "\"")
                        .orElse("");
    }

    private static String words(Ledger kept) {
        return Wording.count(kept.records(), "record") + " in " + kept.where()
                + kept.lastHash().map(hash -> SEPARATOR + "last hash " + hash).orElse("");
    }

    /** Shows it when lines of one run judged different things under one name, such as two clusters. */
    static Map<String, String> judged(Report report) {
        Map<String, String> judged = new LinkedHashMap<>();
        report.identity().forEach((name, values) -> {
            String differ = values.size() > 1 ? " (" + values.size() + " different)" : "";
            judged.put(name + differ, String.join(", ", values));
        });
        return judged;
    }

    static void addPairs(List<Detail> details, String label, Map<String, String> pairs) {
        if (!pairs.isEmpty()) {
            details.add(Detail.words(
                    label,
                    pairs.entrySet().stream()
                            .map(pair -> pair.getKey() + " " + pair.getValue())
                            .collect(Collectors.joining(SEPARATOR))));
        }
    }
}
