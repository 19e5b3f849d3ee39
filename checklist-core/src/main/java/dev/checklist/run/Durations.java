package dev.checklist.run;

import java.time.Duration;

/** Words durations for people: "250 ms", "30 s", "3 min", "1 h 30 min". */
final class Durations {
    private Durations() {}

    static String text(Duration duration) {
        if (duration.toSeconds() == 0) {
            return duration.toMillis() + " ms";
        }
        StringBuilder text = new StringBuilder();
        append(text, duration.toHours(), "h");
        append(text, duration.toMinutesPart(), "min");
        append(text, duration.toSecondsPart(), "s");
        append(text, duration.toHours() == 0 && duration.toMinutes() == 0 ? duration.toMillisPart() : 0, "ms");
        return text.toString();
    }

    private static void append(StringBuilder text, long amount, String unit) {
        if (amount > 0) {
            text.append(text.isEmpty() ? "" : " ").append(amount).append(' ').append(unit);
        }
    }
}
