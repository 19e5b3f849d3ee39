package dev.checklist.k8s.health;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** The times of a cron schedule of five fields, or of a name such as {@code @daily}, as robfig/cron reads them. */
final class CronSchedule {

    private static final Pattern RANGE = Pattern.compile("(\\*|\\?|(\\w+)(?:-(\\w+))?)(?:/([1-9]\\d{0,3}))?");
    private static final Map<String, String> NAMED = Map.of(
            "@hourly", "0 * * * *",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@weekly", "0 0 * * 0",
            "@monthly", "0 0 1 * *",
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *");
    private static final List<String> MONTHS =
            List.of("", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

    /** Two years, of which the first has a 29th of February. */
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    private static final int CYCLE = 731;

    /** Minutes since the first day, ascending. */
    private final long[] times;

    private CronSchedule(long[] times) {
        this.times = times;
    }

    /** Reads a schedule; empty for one that cannot be read. */
    static Optional<CronSchedule> of(String schedule) {
        String text = schedule.strip().replaceFirst("^(CRON_)?TZ=\\S+\\s+", "");
        String[] fields =
                NAMED.getOrDefault(text, text).toLowerCase(Locale.ROOT).split("\\s+");
        if (fields.length != 5) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CronSchedule(times(fields)));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty(); // the caller says which schedule it was
        }
    }

    /** The shortest time that so many steps take, anywhere in two years; empty if there are not so many in them. */
    Optional<Duration> shortest(long steps) {
        if (steps < 1 || steps >= times.length) {
            return Optional.empty();
        }
        long shortest = Long.MAX_VALUE;
        for (int i = 0; i + steps < times.length; i++) {
            shortest = Math.min(shortest, times[(int) (i + steps)] - times[i]);
        }
        return Optional.of(Duration.ofMinutes(shortest));
    }

    private static long[] times(String[] fields) {
        SortedSet<Integer> minutes = values(fields[0], 0, 59, List.of());
        SortedSet<Integer> hours = values(fields[1], 0, 23, List.of());
        SortedSet<Integer> daysOfMonth = values(fields[2], 1, 31, List.of());
        SortedSet<Integer> months = values(fields[3], 1, 12, MONTHS);
        SortedSet<Integer> daysOfWeek = values(fields[4], 0, 7, DAYS);
        boolean anyDay = isAny(fields[2]) || isAny(fields[4]);
        LongStream.Builder times = LongStream.builder();
        for (int past = 0; past < CYCLE; past++) {
            LocalDate day = FIRST.plusDays(past);
            boolean inMonth = daysOfMonth.contains(day.getDayOfMonth());
            boolean inWeek = daysOfWeek.contains(day.getDayOfWeek().getValue())
                    || day.getDayOfWeek() == DayOfWeek.SUNDAY && daysOfWeek.contains(0);
            // two restricted day fields are either-or, as in every cron
            if (months.contains(day.getMonthValue()) && (anyDay ? inMonth && inWeek : inMonth || inWeek)) {
                for (int hour : hours) {
                    for (int minute : minutes) {
                        times.add((past * 24L + hour) * 60 + minute);
                    }
                }
            }
        }
        return times.build().toArray();
    }

    private static boolean isAny(String field) {
        return field.startsWith("*") || field.startsWith("?");
    }

    private static SortedSet<Integer> values(String field, int least, int most, List<String> names) {
        SortedSet<Integer> values = new TreeSet<>();
        for (String part : field.split(",", -1)) {
            Matcher range = RANGE.matcher(part);
            if (!range.matches()) {
                throw new IllegalArgumentException(part);
            }
            boolean isAny = range.group(2) == null;
            int from = isAny ? least : number(range.group(2), names);
            boolean isOpen = isAny || range.group(3) == null && range.group(4) != null;
            int to = isOpen ? most : range.group(3) == null ? from : number(range.group(3), names);
            int step = range.group(4) == null ? 1 : Integer.parseInt(range.group(4));
            if (from < least || to > most || from > to) {
                throw new IllegalArgumentException(part);
            }
            for (int value = from; value <= to; value += step) {
                values.add(value);
            }
        }
        return values;
    }

    private static int number(String text, List<String> names) {
        return names.contains(text) ? names.indexOf(text) : Integer.parseInt(text);
    }
}
