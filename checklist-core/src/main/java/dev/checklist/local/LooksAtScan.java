package dev.checklist.local;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Reads a scanner's report and looks whether it is a fresh one, of this image, without bad findings. */
record LooksAtScan(Path file, Severity severity, String digest, Duration maxAge) implements Probe {
    private static final int LIMIT = 64 * 1024 * 1024;
    private static final int SHOWN = 10;

    /** As far as the clocks of two machines are apart. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    @Override
    public Outcome evaluate(CheckContext context) throws InterruptedException {
        try {
            ScanReport report = ScanReport.of(Contents.text(file, LIMIT));
            return judged(report, context.now())
                    .with("report", file)
                    .with("scanner", report.scanner())
                    .identifiedBy("image", digest);
        } catch (Obstacle e) {
            return e.outcome(expected());
        }
    }

    private String expected() {
        return "a scan of " + digest + " that found nothing "
                + (severity == Severity.CRITICAL ? "critical" : "from " + severity + " up");
    }

    private Outcome judged(ScanReport report, Instant now) {
        String but = "expected " + expected() + " but ";
        if (report.names().isEmpty()) {
            return Outcome.error(but + "the report does not say which image was scanned");
        }
        if (!report.isAbout(digest)) {
            String names = report.names().stream().map(Shown::plain).collect(Collectors.joining(", "));
            return Outcome.failed(but + "the report is about " + names);
        }
        if (report.made().isEmpty()) {
            return Outcome.error(but + "the report does not say when the scan was made");
        }
        Duration age = Duration.between(report.made().get(), now);
        if (age.compareTo(SKEW.negated()) < 0) {
            return Outcome.error(but + "the report is from " + report.made().get() + ", which is yet to come");
        }
        if (age.compareTo(maxAge) > 0) {
            return Outcome.failed(but + "the scan is " + age.toHours() + " hours old, more than " + maxAge.toHours()
                            + ": new vulnerabilities are found every day")
                    .with("made", report.made().get());
        }
        if (report.unscanned().isPresent()) {
            return Outcome.error(but + report.unscanned().get());
        }
        return counted(report, but).with("made", report.made().get());
    }

    private Outcome counted(ScanReport report, String but) {
        List<ScanReport.Finding> bad = report.atLeast(severity);
        if (!bad.isEmpty()) {
            String ids = bad.stream()
                    .map(ScanReport.Finding::id)
                    .distinct()
                    .limit(SHOWN)
                    .collect(Collectors.joining(", "));
            return Outcome.failed(but + "found " + bad.size() + ": " + ids + (bad.size() > SHOWN ? ", …" : ""));
        }
        Outcome passed = Outcome.passed("found none among " + report.findings().size() + " vulnerabilities");
        if (report.isEndOfLife()) {
            passed = passed.warning("the operating system of the image is no longer supported, so few of its"
                    + " vulnerabilities are published");
        }
        long unknown = report.withoutSeverity();
        return unknown == 0 ? passed : passed.warning(unknown + " of them have no severity");
    }
}
