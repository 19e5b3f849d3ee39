package dev.checklist.report;

import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.RunFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Words the times of one run: the time of day in UTC, with the date where the run has more than one. */
final class Times {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DATE_AND_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final RunFacts facts;
    private final DateTimeFormatter form;
    private final ZoneId reader;

    private Times(RunFacts facts, DateTimeFormatter form, ZoneId reader) {
        this.facts = facts;
        this.form = form;
        this.reader = reader;
    }

    static Times of(Report report, ZoneId reader) {
        LocalDate day = day(report.facts().startedAt());
        boolean oneDay = report.results().stream()
                .flatMap(result -> result.seenAt().stream())
                .allMatch(seen -> day(seen).equals(day));
        return new Times(report.facts(), oneDay ? TIME : DATE_AND_TIME, reader);
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

    /** Returns the hour and minute of it in the reader's zone, with +1 or -1 on another day; empty in UTC or if never. */
    String local(Result result) {
        return isUtc() ? "" : result.seenAt().map(this::local).orElse("");
    }

    private String local(Instant time) {
        int days = Period.between(day(time), LocalDate.ofInstant(time, reader)).getDays();
        return HOUR.format(time.atZone(reader)) + (days == 0 ? "" : days > 0 ? "+1" : "-1");
    }

    private boolean isUtc() {
        return reader.normalized().equals(ZoneOffset.UTC);
    }

    /** Returns the zones in which the times of lines are given. */
    String zones() {
        return isUtc() ? "UTC" : "UTC and " + reader.getId();
    }

    /** Returns a moment with its date, in UTC and in the reader's zone if that is another. */
    String moment(Instant time) {
        return full(time) + (isUtc() ? "" : " (" + HOUR.format(time.atZone(reader)) + " " + reader.getId() + ")");
    }

    /** Returns a moment with its date, in UTC. */
    static String full(Instant time) {
        return DATE_AND_TIME.format(time.atOffset(ZoneOffset.UTC)) + " UTC";
    }

    /** Returns the number of characters of a time. */
    int width() {
        return form.equals(TIME) ? "00:00:00".length() : "0000-00-00 00:00:00".length();
    }

    /** Returns the start, the end and the length of the run in UTC, and in the reader's zone if that is another. */
    List<Detail> ofRun() {
        Duration length = Duration.between(facts.startedAt(), facts.endedAt());
        Detail utc = Detail.words("time", span(ZoneOffset.UTC) + " UTC · took " + words(length));
        return isUtc() ? List.of(utc) : List.of(utc, Detail.words("local", span(reader) + " " + reader.getId()));
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

    /** Words an age roughly: "5 minutes", "3 hours", "2 days". */
    static String age(Duration measured) {
        if (measured.compareTo(Duration.ofHours(2)) < 0) {
            return Wording.count((int) Math.max(0, measured.toMinutes()), "minute");
        }
        return measured.compareTo(Duration.ofDays(2)) < 0 ? measured.toHours() + " hours" : measured.toDays() + " days";
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
