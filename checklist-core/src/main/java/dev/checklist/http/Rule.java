package dev.checklist.http;

import dev.checklist.http.PrometheusData.UnreadableException;
import dev.checklist.json.Json;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Is a rule as the server says it went, by {@code /api/v1/rules} of Prometheus' HTTP API.
 *
 * @param name the name
 * @param health "ok", "err" or "unknown"
 * @param error what the server says went wrong; empty if nothing
 * @param evaluatedAt when it was evaluated last; year 1 for never
 * @param interval how often its group is evaluated
 */
record Rule(String name, String health, String error, Instant evaluatedAt, Duration interval) {
    private static final BigDecimal LONGEST =
            BigDecimal.valueOf(Duration.ofDays(1).toSeconds());

    /** Reads the rules of every group of that name; others may be in the answer too. */
    static List<Rule> of(String group, Json data) throws UnreadableException {
        Json groups = data.at("groups");
        if (!groups.isArray()) {
            throw new UnreadableException("the answer has no groups");
        }
        List<Rule> all = new ArrayList<>();
        for (Json one : groups.elements()) {
            if (text(one, "name").equals(group)) {
                Duration interval = interval(one);
                if (!one.at("rules").isArray()) {
                    throw new UnreadableException("the answer has a group without rules");
                }
                for (Json rule : one.at("rules").elements()) {
                    all.add(rule(rule, interval));
                }
            }
        }
        return List.copyOf(all);
    }

    private static Rule rule(Json rule, Duration interval) throws UnreadableException {
        String error = rule.at("lastError").text().orElse("");
        return new Rule(text(rule, "name"), text(rule, "health"), error, time(rule), interval);
    }

    private static Duration interval(Json group) throws UnreadableException {
        BigDecimal seconds = group.at("interval")
                .number()
                .filter(number -> number.signum() > 0 && number.compareTo(LONGEST) <= 0)
                .orElseThrow(() -> new UnreadableException("the answer has a group without an interval up to a day"));
        return Duration.ofSeconds(seconds.longValue());
    }

    private static Instant time(Json rule) throws UnreadableException {
        try {
            return OffsetDateTime.parse(text(rule, "lastEvaluation")).toInstant();
        } catch (DateTimeException e) {
            throw new UnreadableException("the answer has a rule without the time of its last evaluation");
        }
    }

    private static String text(Json object, String name) throws UnreadableException {
        return object.at(name)
                .text()
                .orElseThrow(() -> new UnreadableException("the answer has a group or rule without " + name));
    }

    boolean isHealthy() {
        return health.equals("ok") && error.isEmpty();
    }
}
