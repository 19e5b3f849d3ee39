package dev.checklist.run;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Names a run by when it began and a few digits of a hash, so that a printed page leads back to its file. */
final class RunId {
    private static final DateTimeFormatter START =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int DIGITS = 8;

    private RunId() {}

    static String of(Report report) {
        RunFacts facts = report.facts();
        String hash = TextHash.of(List.of(
                report.title(), facts.startedAt().toString(), facts.endedAt().toString(), facts.host(), facts.user()));
        return START.format(facts.startedAt()) + "-" + hash.substring(0, DIGITS);
    }
}
