package dev.checklist.report;

import dev.checklist.run.Ledger;
import dev.checklist.run.Report;
import dev.checklist.run.RunFacts;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Lists what stands at the head of a report: the list, what it is about, what was judged, by whom and when. */
final class Facts {
    private static final String SEPARATOR = " · ";

    private Facts() {}

    static List<Detail> of(Report report, Times times, ZoneId reader) {
        List<Detail> details = new ArrayList<>();
        details.add(Detail.words("list", report.title()));
        addPairs(details, "about", report.about());
        addPairs(details, "judged", judged(report));
        RunFacts facts = report.facts();
        details.add(
                Detail.words("run", facts.user() + " on " + facts.host() + SEPARATOR + "library " + facts.library()));
        addPairs(details, "asked", facts.traffic());
        facts.ledger().ifPresent(kept -> details.add(Detail.words("answers", words(kept))));
        details.addAll(times.ofRun(reader));
        return details;
    }

    private static String words(Ledger kept) {
        return Wording.count(kept.records(), "record") + " in " + kept.where()
                + kept.lastHash().map(hash -> SEPARATOR + "last hash " + hash).orElse("");
    }

    /** Shows it when lines of one run judged different things under one name, such as two clusters. */
    private static Map<String, String> judged(Report report) {
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
