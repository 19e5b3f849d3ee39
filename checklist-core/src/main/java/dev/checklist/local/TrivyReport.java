package dev.checklist.local;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Collects what matters of a JSON report of Trivy (SchemaVersion 2) while it is read. */
final class TrivyReport {
    private static final Set<String> PACKAGES = Set.of("os-pkgs", "lang-pkgs");

    private final Set<String> names = new LinkedHashSet<>();
    private final List<ScanReport.Finding> findings = new ArrayList<>();
    private String schema = "";
    private String created = "";
    private String family = "";
    private boolean isEndOfLife;
    private boolean scannedPackages;
    private int rated;

    void take(Leaf leaf) {
        List<String> path = leaf.path();
        String text = leaf.value().text();
        if (path.size() == 1) {
            switch (path.get(0)) {
                case "SchemaVersion" -> schema = text;
                case "CreatedAt" -> created = text;
                case "ArtifactName" -> names.add(text);
                default -> {}
            }
        } else if (path.size() > 1 && path.get(0).equals("Metadata")) {
            metadata(path, leaf);
        } else if (path.size() > 1 && path.get(0).equals("Results")) {
            result(path, leaf);
        }
    }

    private void metadata(List<String> path, Leaf leaf) {
        if (path.equals(List.of("Metadata", "OS", "Family"))) {
            family = leaf.value().text();
        } else if (path.equals(List.of("Metadata", "OS", "EOSL"))) {
            isEndOfLife = leaf.value().text().equals("true");
        } else if (leaf.name().equals("ImageID") && path.size() == 2
                || path.size() == 3 && path.get(1).equals("RepoDigests")) {
            names.add(leaf.value().text());
        }
    }

    private void result(List<String> path, Leaf leaf) {
        String text = leaf.value().text();
        if (path.size() == 3 && leaf.name().equals("Class")) {
            scannedPackages |= PACKAGES.contains(text);
        } else if (path.size() == 4 && path.get(2).equals("Vulnerabilities")) {
            findings.add(new ScanReport.Finding("?", Optional.empty())); // the next one begins
        } else if (path.size() == 5 && path.get(2).equals("Vulnerabilities")) {
            vulnerability(leaf.name(), text);
        }
    }

    private void vulnerability(String name, String text) {
        int last = findings.size() - 1;
        ScanReport.Finding finding = findings.get(last);
        if (name.equals("VulnerabilityID")) {
            findings.set(last, new ScanReport.Finding(Shown.plain(text), finding.severity()));
        } else if (name.equals("Severity")) {
            findings.set(last, new ScanReport.Finding(finding.id(), severity(text)));
            rated += severity(text).isPresent() || text.equals("UNKNOWN") ? 1 : 0;
        }
    }

    private static Optional<Severity> severity(String text) {
        for (Severity severity : Severity.values()) {
            if (severity.name().equals(text.toUpperCase(Locale.ROOT))) {
                return Optional.of(severity);
            }
        }
        return Optional.empty();
    }

    /** Returns what was read, if it was a report of Trivy. */
    Optional<ScanReport> report() {
        return schema.equals("2")
                ? Optional.of(new ScanReport("Trivy", names, time(created), unscanned(), isEndOfLife, findings))
                : Optional.empty();
    }

    private Optional<String> unscanned() {
        if (!scannedPackages) {
            return Optional.of("nothing was scanned: it has no result of class os-pkgs or lang-pkgs");
        }
        if (rated != findings.size()) {
            return Optional.of("a vulnerability of it has no severity");
        }
        return family.isBlank() || family.equals("none") || family.equals("unknown")
                ? Optional.of("the scanner did not recognize the operating system of the image")
                : Optional.empty();
    }

    static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
