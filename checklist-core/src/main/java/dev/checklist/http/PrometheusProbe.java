package dev.checklist.http;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import java.util.List;
import java.util.stream.Collectors;

/** Looks whether every series of a query keeps a bound. */
record PrometheusProbe(Asker asker, Call call, Bound bound) implements Probe {
    private static final int SHOWN = 5;

    @Override
    public Outcome evaluate(CheckContext context) throws Exception {
        String expected = "every series " + bound;
        return PrometheusAnswer.judge(asker, context, call, expected, all -> judge(expected, all));
    }

    private Outcome judge(String expected, List<Series> all) {
        List<Series> beyond = all.stream()
                .filter(series -> !series.number().map(bound::holds).orElse(false))
                .toList();
        Outcome outcome = beyond.isEmpty()
                ? Outcome.passed("found " + shown(all) + (all.size() == 1 ? "" : " in " + all.size() + " series"))
                : Outcome.failed("expected " + expected + " but found " + shown(beyond) + " in " + beyond.size()
                        + " of " + all.size());
        return outcome.with("series", all.size()).with("values", shown(all));
    }

    private static String shown(List<Series> all) {
        return all.stream()
                        .limit(SHOWN)
                        .map(series -> Quote.cut(series.value()))
                        .collect(Collectors.joining(", "))
                + (all.size() > SHOWN ? ", …" : "");
    }
}
