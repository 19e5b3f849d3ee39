package dev.checklist.http;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Asks an instant query and makes sure that its answer is whole and of now. */
final class PrometheusAnswer {
    private static final Duration OLDEST = Duration.ofMinutes(5);

    private PrometheusAnswer() {}

    /** Judges the series, of which there is at least one. */
    static Outcome judge(
            Asker asker, CheckContext context, Call call, String expected, Function<List<Series>, Outcome> judge)
            throws Exception {
        return PrometheusData.judge(asker, context, call, expected, data -> {
            List<Series> all = Series.of(data);
            return all.isEmpty()
                    ? Outcome.failed("expected " + expected + " but found no data")
                    : stale(all, context.now(), expected).orElseGet(() -> judge.apply(all));
        });
    }

    private static Optional<Outcome> stale(List<Series> all, Instant now, String expected) {
        BigDecimal newest =
                all.stream().map(Series::time).max(Comparator.naturalOrder()).orElseThrow();
        BigDecimal age = BigDecimal.valueOf(now.getEpochSecond()).subtract(newest);
        BigDecimal limit = BigDecimal.valueOf(OLDEST.toSeconds());
        if (age.negate().compareTo(limit) > 0) {
            return Optional.of(
                    Outcome.error("expected " + expected + " but the samples are from the future: compare the clocks"));
        }
        return age.compareTo(limit) > 0
                ? Optional.of(Outcome.failed("expected " + expected + " but the newest sample is "
                        + age.setScale(0, RoundingMode.DOWN).toPlainString() + " s old"))
                : Optional.empty();
    }
}
