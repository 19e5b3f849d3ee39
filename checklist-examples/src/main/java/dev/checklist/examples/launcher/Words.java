package dev.checklist.examples.launcher;

import dev.checklist.run.Report;
import dev.checklist.run.Verdict;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Words what several texts of the launcher say. */
final class Words {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Words() {}

    static String of(Verdict verdict) {
        return verdict.name().replace('_', ' ');
    }

    static String of(Instant time) {
        return TIME.format(time);
    }

    static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /** Says of how little of its list a report speaks, if it does not speak of all of it. */
    static Optional<String> part(Report report) {
        int unasked = report.unselected().size();
        return unasked == 0
                ? Optional.empty()
                : Optional.of(unasked + " of " + count(report.lines().size() + unasked, "line") + " were not selected");
    }

    /** Fits a text into a row: no line breaks, nothing that a terminal obeys, not too long. */
    static String row(String text, int length) {
        String one = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        return one.length() <= length ? one : one.substring(0, length - 1) + "…";
    }
}
