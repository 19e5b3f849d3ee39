package dev.checklist.http;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Looks whether a group of rules is loaded, healthy and evaluated. */
record RulesProbe(Asker asker, Call call, String group, int least) implements Probe {
    private static final Duration LEAST_AGE = Duration.ofMinutes(5);
    private static final int SHOWN = 5;

    @Override
    public Outcome evaluate(CheckContext context) throws Exception {
        String expected = least + (least == 1 ? " rule" : " rules") + " or more of group " + Quote.cut(group)
                + ", each healthy and evaluated lately";
        return PrometheusData.judge(
                asker, context, call, expected, data -> judge(expected, Rule.of(group, data), context.now()));
    }

    private Outcome judge(String expected, List<Rule> rules, Instant now) {
        boolean isAhead = rules.stream().anyMatch(rule -> rule.evaluatedAt().isAfter(now.plus(LEAST_AGE)));
        if (isAhead) {
            return Outcome.error(
                    "expected " + expected + " but rules were evaluated in the future: compare the clocks");
        }
        List<String> faults = new ArrayList<>();
        if (rules.size() < least) {
            faults.add(rules.isEmpty() ? "no such group, or one without rules" : rules.size() + " rules");
        }
        rules.stream()
                .filter(rule -> !rule.isHealthy())
                .limit(SHOWN)
                .forEach(rule -> faults.add(shown(rule.name()) + " is " + shown(rule.health()) + cause(rule)));
        rules.stream()
                .filter(rule -> rule.isHealthy() && isOld(rule, now))
                .limit(SHOWN)
                .forEach(rule -> faults.add(shown(rule.name()) + " was last evaluated at " + rule.evaluatedAt()));
        Outcome outcome = faults.isEmpty()
                ? Outcome.passed("found " + rules.size() + (rules.size() == 1 ? " rule" : " rules"))
                : Outcome.failed("expected " + expected + " but found " + String.join("; ", faults));
        return outcome.with("rules", rules.size()).with("names", names(rules));
    }

    private String cause(Rule rule) {
        return rule.error().isEmpty() ? "" : ": " + shown(rule.error());
    }

    private static boolean isOld(Rule rule, Instant now) {
        Duration two = rule.interval().multipliedBy(2);
        Duration allowed = two.compareTo(LEAST_AGE) > 0 ? two : LEAST_AGE;
        return Duration.between(rule.evaluatedAt(), now).compareTo(allowed) > 0;
    }

    private String names(List<Rule> rules) {
        return rules.stream().limit(SHOWN).map(rule -> shown(rule.name())).collect(Collectors.joining(", "))
                + (rules.size() > SHOWN ? ", …" : "");
    }

    private String shown(String text) {
        return Quote.of(call, text);
    }
}
