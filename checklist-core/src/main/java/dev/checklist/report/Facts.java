package dev.checklist.report;

import dev.checklist.run.Report;
import dev.checklist.run.RunFacts;
import java.time.ZoneId;
import java.util.ArrayList;
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
        report.identity().forEach((name, values) -> {
            String label = values.size() > 1 ? name + " (" + values.size() + " different)" : name;
            details.add(Detail.words("judged", label + " " + String.join(SEPARATOR, values)));
        });
        RunFacts facts = report.facts();
        details.add(
                Detail.words("run", facts.user() + " on " + facts.host() + SEPARATOR + "library " + facts.library()));
        details.addAll(times.ofRun(reader));
        return details;
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
