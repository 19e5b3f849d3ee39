package dev.checklist.k8s.health;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One field of a schedule: the values it names.
 *
 * @param values the values
 * @param any whether it restricts nothing, as {@code *} and {@code ?} do, but not a step over them
 */
record CronField(BitSet values, boolean any) {
    private static final Pattern PART = Pattern.compile(
            "(?<all>[*?])(?:/(?<each>\\d{1,2}))?|(?<from>\\w+)(?:-(?<to>\\w+))?(?:/(?<step>\\d{1,2}))?");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

    static Optional<CronField> months(String text) {
        return of(text, 1, 12, MONTHS);
    }

    static Optional<CronField> daysOfWeek(String text) {
        return of(text, 0, 6, DAYS);
    }

    static Optional<CronField> numbers(String text, int min, int max) {
        return of(text, min, max, List.of());
    }

    private static Optional<CronField> of(String text, int min, int max, List<String> names) {
        BitSet values = new BitSet();
        boolean any = false;
        for (String part : text.split(",", -1)) {
            Matcher matcher = PART.matcher(part);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            boolean all = matcher.group("all") != null;
            String stepText = all ? matcher.group("each") : matcher.group("step");
            int step = stepText == null ? 1 : Integer.parseInt(stepText);
            int from = all ? min : number(matcher.group("from"), min, names);
            // "5/10" means from 5 to the end, every 10
            int to = all || matcher.group("to") == null && stepText != null
                    ? max
                    : matcher.group("to") == null ? from : number(matcher.group("to"), min, names);
            if (step == 0 || from < min || to > max || from > to) {
                return Optional.empty();
            }
            for (int value = from; value <= to; value += step) {
                values.set(value);
            }
            any |= all && step == 1;
        }
        return Optional.of(new CronField(values, any));
    }

    /** Returns -1 for what is no number and no name. */
    private static int number(String text, int min, List<String> names) {
        int name = names.indexOf(text.toLowerCase(Locale.ROOT));
        if (name >= 0) {
            return name + min;
        }
        return text.matches("\\d{1,2}") ? Integer.parseInt(text) : -1;
    }

    boolean has(int value) {
        return values.get(value);
    }
}
