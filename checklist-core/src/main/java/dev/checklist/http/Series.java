package dev.checklist.http;

import dev.checklist.http.PrometheusData.UnreadableException;
import dev.checklist.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Is one series of an instant query's answer.
 *
 * @param name the alert's name, else the metric's; empty if it has neither
 * @param time in seconds since 1970
 * @param value as Prometheus writes it: a number, NaN, +Inf or -Inf
 */
record Series(String name, BigDecimal time, String value) {
    /** Reads the series of an answer's data. */
    static List<Series> of(Json data) throws UnreadableException {
        Json result = data.at("result");
        return switch (data.at("resultType").text().orElse("")) {
            case "scalar" -> List.of(sample("", result));
            case "vector" -> vector(result);
            default -> throw new UnreadableException("the answer is no instant vector and no scalar");
        };
    }

    private static List<Series> vector(Json result) throws UnreadableException {
        if (!result.isArray()) {
            throw new UnreadableException("the answer has no result");
        }
        List<Series> all = new ArrayList<>();
        for (Json one : result.elements()) {
            Json metric = one.at("metric");
            String name = metric.at("alertname")
                    .text()
                    .or(metric.at("__name__")::text)
                    .orElse("");
            all.add(sample(name, one.at("value")));
        }
        return List.copyOf(all);
    }

    private static Series sample(String name, Json pair) throws UnreadableException {
        List<Json> both = pair.elements();
        Optional<BigDecimal> time = both.size() == 2 ? both.get(0).number() : Optional.empty();
        Optional<String> value = both.size() == 2 ? both.get(1).text() : Optional.empty();
        if (time.isEmpty() || value.isEmpty()) {
            throw new UnreadableException("the answer has a series without a time and a value");
        }
        return new Series(name, time.get(), value.get());
    }

    /** Returns the value; empty for NaN and infinity. */
    Optional<BigDecimal> number() {
        return new JsonValue(JsonValue.Kind.NUMBER, value).decimal();
    }
}
