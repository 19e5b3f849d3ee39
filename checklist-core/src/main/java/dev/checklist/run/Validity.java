package dev.checklist.run;

import dev.checklist.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says how old the oldest of what a report rests on is, and until when all of it counts.
 *
 * @param oldest the line that counts and was seen first
 * @param seenAt when it was seen
 * @param end what ends first; empty if nothing ends
 */
public record Validity(Line oldest, Instant seenAt, Optional<End> end) {
    /**
     * Is the end of an answer, of a waiver, or of the age that evidence may have.
     *
     * @param line the line that does not count from then on
     * @param at when that is
     */
    public record End(Line line, Instant at) {}

    /** Looks at the lines that count for something good; empty if no line does. */
    static Optional<Validity> of(Report report) {
        Optional<Result> oldest = counting(report)
                .filter(line -> line.seenAt().isPresent())
                .min(Comparator.comparing(line -> line.seenAt().orElseThrow()));
        return oldest.map(line -> new Validity(line.line(), line.seenAt().orElseThrow(), end(report)));
    }

    private static Stream<Result> counting(Report report) {
        return report.lines().stream()
                .filter(line -> line.status() == Status.PASSED || line.status() == Status.WAIVED)
                .filter(line -> line.line().isRequired());
    }

    private static Optional<End> end(Report report) {
        return counting(report)
                .flatMap(line -> ends(line, report.freshness()).map(time -> new End(line.line(), time)))
                .min(Comparator.comparing(End::at));
    }

    private static Stream<Instant> ends(Result line, Optional<Duration> freshness) {
        Optional<Instant> answer = line.attestation()
                .flatMap(given -> given.when().flatMap(when -> given.validity().map(when::plus)));
        Optional<Instant> waiver = line.waiver()
                .map(given ->
                        given.until().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        Optional<Instant> look = line.attempts().isEmpty() || line.attestation().isPresent()
                ? Optional.empty()
                : line.seenAt().flatMap(seen -> freshness.map(seen::plus));
        return Stream.of(answer, waiver, look).flatMap(Optional::stream);
    }
}
