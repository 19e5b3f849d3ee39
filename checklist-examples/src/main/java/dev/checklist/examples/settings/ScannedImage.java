package dev.checklist.examples.settings;

import dev.checklist.Check;
import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import dev.checklist.Status;
import dev.checklist.local.Severity;
import dev.checklist.local.VulnerabilityReportChecks;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Asks a report whether it is about the image that the registry has now, whose digest is known only when the list runs.
 *
 * @param digests what the image may be called: an index has one for itself and one for each platform
 */
record ScannedImage(VulnerabilityReportChecks report, Supplier<Set<String>> digests) implements Probe {
    private static final Duration AGE = Duration.ofHours(24);

    static Check check(String name, VulnerabilityReportChecks report, Supplier<Set<String>> digests) {
        return Check.of(
                "image " + name + " was scanned",
                "the scan of " + name + " is a day old at most, and found nothing critical",
                new ScannedImage(report, digests));
    }

    @Override
    public Outcome evaluate(CheckContext context) throws Exception {
        Set<String> known;
        try {
            known = digests.get();
        } catch (IllegalStateException e) {
            return Outcome.error(
                    "expected a scan of the image that the registry has but that could not be read: " + e.getMessage());
        }
        Outcome last = Outcome.error("expected a scan of the image that the registry has but it names no digest");
        for (String digest : known) {
            last = report.hasNone(Severity.CRITICAL, digest, AGE).probe().evaluate(context);
            if (last.status() == Status.PASSED) {
                return last;
            }
        }
        return last;
    }
}
