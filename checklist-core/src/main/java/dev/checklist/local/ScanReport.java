package dev.checklist.local;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Is what a scanner reported, whatever its format.
 *
 * @param scanner who scanned
 * @param names everything that says which image was scanned
 * @param made when the scan ended, if the report says
 * @param unscanned why it proves nothing that no vulnerability was found, if so
 * @param isEndOfLife whether nobody publishes what is wrong with the system of the image any more
 * @param findings the vulnerabilities
 */
record ScanReport(
        String scanner,
        Set<String> names,
        Optional<Instant> made,
        Optional<String> unscanned,
        boolean isEndOfLife,
        List<Finding> findings) {
    /**
     * Is a vulnerability.
     *
     * @param severity empty if the scanner does not know
     */
    record Finding(String id, Optional<Severity> severity) {}

    boolean isAbout(String digest) {
        return names.stream().anyMatch(name -> name.equals(digest) || name.endsWith("@" + digest));
    }

    /** Returns the findings that are as bad as this, or worse. */
    List<Finding> atLeast(Severity least) {
        return findings.stream()
                .filter(finding -> finding.severity()
                        .filter(found -> found.compareTo(least) >= 0)
                        .isPresent())
                .toList();
    }

    long withoutSeverity() {
        return findings.stream().filter(finding -> finding.severity().isEmpty()).count();
    }

    /** Reads a report in Trivy's JSON or in SARIF 2.1.0. */
    static ScanReport of(String text) throws Obstacle {
        if (text.isBlank()) {
            throw Obstacle.absent("it is empty");
        }
        TrivyReport trivy = new TrivyReport();
        SarifReport sarif = new SarifReport();
        Json.walk(text, leaf -> {
            trivy.take(leaf);
            sarif.take(leaf);
        });
        return trivy.report()
                .or(sarif::report)
                .orElseThrow(() -> Obstacle.unseen("it is neither a JSON report of Trivy nor SARIF 2.1.0"));
    }
}
