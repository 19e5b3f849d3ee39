package dev.checklist.k8s.health;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The schedule of a CronJob as its controller reads it: five fields or a short form such as {@code @daily}. Where both
 * days are restricted, either one will do.
 */
final class CronSchedule {
    private static final Map<String, String> SHORT = Map.of(
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *",
            "@monthly", "0 0 1 * *",
            "@weekly", "0 0 * * 0",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@hourly", "0 * * * *");
    // 29 February of a leap year may be eight years away
    private static final int DAYS_BACK = 8 * 366 + 1;
    // two years, of which the first has a 29 February
    private static final int CYCLE = 731;
    private static final Instant END_OF_CYCLE = Instant.parse("2025-12-31T23:59:59Z");

    private final CronField minutes;
    private final CronField hours;
    private final CronField days;
    private final CronField months;
    private final CronField daysOfWeek;

    private CronSchedule(List<CronField> fields) {
        this.minutes = fields.get(0);
        this.hours = fields.get(1);
        this.days = fields.get(2);
        this.months = fields.get(3);
        this.daysOfWeek = fields.get(4);
    }

    static Optional<CronSchedule> of(String text) {
        String[] parts = SHORT.getOrDefault(text, text).strip().split("\\s+");
        if (parts.length != 5) {
            return Optional.empty();
        }
        List<CronField> fields = new ArrayList<>();
        CronField.numbers(parts[0], 0, 59).ifPresent(fields::add);
        CronField.numbers(parts[1], 0, 23).ifPresent(fields::add);
        CronField.numbers(parts[2], 1, 31).ifPresent(fields::add);
        CronField.months(parts[3]).ifPresent(fields::add);
        CronField.daysOfWeek(parts[4]).ifPresent(fields::add);
        return fields.size() == 5 ? Optional.of(new CronSchedule(fields)) : Optional.empty();
    }

    /**
     * How long two periods are at the moment. Of a regular schedule exactly that; of an irregular one the longer of the
     * last two whole periods, and the time since the last but one was due, so that a night or a weekend counts.
     */
    Optional<Duration> twoPeriods(Instant now, ZoneId zone) {
        List<Instant> due = dueUntil(now, zone, 3);
        if (due.size() < 3) {
            return Optional.empty();
        }
        Duration whole = Duration.between(due.get(2), due.get(0));
        Duration since = Duration.between(due.get(1), now);
        return Optional.of(whole.compareTo(since) > 0 ? whole : since);
    }

    /** The shortest time that so many steps take, anywhere in two years; empty if there are not so many in them. */
    Optional<Duration> shortest(long steps) {
        List<Instant> due = dueUntil(END_OF_CYCLE, ZoneOffset.UTC, Integer.MAX_VALUE, CYCLE);
        if (steps < 1 || steps >= due.size()) {
            return Optional.empty();
        }
        int apart = (int) steps;
        return IntStream.range(0, due.size() - apart)
                .mapToObj(i -> Duration.between(due.get(i + apart), due.get(i)))
                .min(Duration::compareTo);
    }

    /** Lists the last times that it was due, the newest first; fewer if it never falls due. */
    List<Instant> dueUntil(Instant now, ZoneId zone, int count) {
        return dueUntil(now, zone, count, DAYS_BACK);
    }

    private List<Instant> dueUntil(Instant now, ZoneId zone, int count, int days) {
        List<Instant> due = new ArrayList<>();
        LocalDateTime end = LocalDateTime.ofInstant(now, zone);
        for (int back = 0; back < days && due.size() < count; back++) {
            LocalDate day = end.toLocalDate().minusDays(back);
            if (isOn(day)) {
                LocalTime until = back == 0 ? end.toLocalTime() : LocalTime.MAX;
                times(day, until).stream()
                        .map(time -> time.atZone(zone).toInstant())
                        .filter(time -> !time.isAfter(now))
                        .limit(count - due.size())
                        .forEach(due::add);
            }
        }
        return due;
    }

    private List<LocalDateTime> times(LocalDate day, LocalTime until) {
        List<LocalDateTime> times = new ArrayList<>();
        for (int hour = until.getHour(); hour >= 0; hour--) {
            for (int minute = hour == until.getHour() ? until.getMinute() : 59;
                    hours.has(hour) && minute >= 0;
                    minute--) {
                if (minutes.has(minute)) {
                    times.add(day.atTime(hour, minute));
                }
            }
        }
        return times;
    }

    private boolean isOn(LocalDate day) {
        boolean inMonth = days.has(day.getDayOfMonth());
        boolean inWeek = daysOfWeek.has(day.getDayOfWeek().getValue() % 7);
        return months.has(day.getMonthValue())
                && (days.any() || daysOfWeek.any() ? inMonth && inWeek : inMonth || inWeek);
    }
}
