package dev.checklist.report;

import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.RunFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Words the times of one run: the time of day in UTC, with the date where the run has more than one. */
final class Times {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DATE_AND_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final RunFacts facts;
    private final DateTimeFormatter form;

    private Times(RunFacts facts, DateTimeFormatter form) {
        this.facts = facts;
        this.form = form;
    }

    static Times of(Report report) {
        LocalDate day = day(report.facts().startedAt());
        boolean oneDay = report.results().stream()
                .flatMap(result -> result.seenAt().stream())
                .allMatch(seen -> day(seen).equals(day));
        return new Times(report.facts(), oneDay ? TIME : DATE_AND_TIME);
    }

    /** Returns the time of day in UTC, for a line that is shown while the run goes on. */
    static String ofDay(Instant time) {
        return TIME.format(time.atOffset(ZoneOffset.UTC));
    }

    /** Returns when a line was seen; as wide as {@link #width} or empty. */
    String seen(Result result) {
        return result.seenAt()
                .map(time -> form.format(time.atOffset(ZoneOffset.UTC)))
                .orElse("");
    }

    /** Returns the number of characters of a time. */
    int width() {
        return form.equals(TIME) ? "00:00:00".length() : "0000-00-00 00:00:00".length();
    }

    /** Returns the start, the end and the length of the run in UTC, and in the reader's zone if that is another. */
    List<Detail> ofRun(ZoneId reader) {
        Duration length = Duration.between(facts.startedAt(), facts.endedAt());
        Detail utc = Detail.words("time", span(ZoneOffset.UTC) + " UTC · took " + words(length));
        return reader.normalized().equals(ZoneOffset.UTC)
                ? List.of(utc)
                : List.of(utc, Detail.words("local", span(reader) + " " + reader.getId()));
    }

    private String span(ZoneId zone) {
        boolean oneDay =
                LocalDate.ofInstant(facts.startedAt(), zone).equals(LocalDate.ofInstant(facts.endedAt(), zone));
        DateTimeFormatter end = oneDay ? TIME : DATE_AND_TIME;
        return DATE_AND_TIME.format(facts.startedAt().atZone(zone)) + " to "
                + end.format(facts.endedAt().atZone(zone));
    }

    /** Words a length of time with its two largest units; zero where a clock was set back. */
    static String words(Duration measured) {
        Duration length = measured.isNegative() ? Duration.ZERO : measured;
        if (length.compareTo(Duration.ofSeconds(1)) < 0) {
            return length.toMillis() + " ms";
        }
        if (length.compareTo(Duration.ofMinutes(1)) < 0) {
            return length.toSeconds() + " s";
        }
        return length.compareTo(Duration.ofHours(1)) < 0
                ? length.toMinutes() + " min " + length.toSecondsPart() + " s"
                : length.toHours() + " h " + length.toMinutesPart() + " min";
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
