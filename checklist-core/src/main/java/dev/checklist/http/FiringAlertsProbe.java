package dev.checklist.http;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Looks whether only the alert fires that always does: without it nobody knows whether alerts are evaluated. */
record FiringAlertsProbe(Asker asker, Call call) implements Probe {
    private static final String ALWAYS = "Watchdog";
    private static final String EXPECTED = "only the alert " + ALWAYS + " firing";

    @Override
    public Outcome evaluate(CheckContext context) throws Exception {
        return PrometheusAnswer.judge(asker, context, call, EXPECTED, FiringAlertsProbe::judge);
    }

    private static Outcome judge(List<Series> firing) {
        Set<String> names = firing.stream()
                .map(series -> series.name().isEmpty() ? "one without a name" : Quote.cut(series.name()))
                .collect(Collectors.toCollection(TreeSet::new));
        boolean isAlive = names.remove(ALWAYS);
        if (!names.isEmpty()) {
            return Outcome.failed("expected " + EXPECTED + " but found " + String.join(", ", names));
        }
        return isAlive
                ? Outcome.passed("only " + ALWAYS + " is firing").with("firing", firing.size())
                : Outcome.failed("expected " + EXPECTED + " but it is not: are alerts evaluated at all?");
    }
}
