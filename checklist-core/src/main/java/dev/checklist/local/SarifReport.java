package dev.checklist.local;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Collects what matters of a SARIF 2.1.0 log while it is read: of its only run the rules, whose properties say how bad
 * they are, the results, the invocation and the image.
 */
final class SarifReport {
    private final Set<String> names = new LinkedHashSet<>();
    private final Map<String, String> ruleIds = new HashMap<>();
    private final Map<String, Severity> severities = new HashMap<>();
    private final Map<String, String> results = new HashMap<>();
    private final List<Instant> ends = new ArrayList<>();
    private String version = "";
    private String scanner = "a scanner";
    private int runs;
    private int invocations;
    private int successes;

    void take(Leaf leaf) {
        List<String> path = leaf.path();
        String text = leaf.value().text();
        if (path.equals(List.of("version"))) {
            version = text;
        }
        if (path.size() < 2 || !path.get(0).equals("runs")) {
            return;
        }
        if (path.size() == 2) {
            runs++;
            return;
        }
        switch (path.get(2)) {
            case "tool" -> tool(path, text);
            case "results" -> result(path, text);
            case "invocations" -> invocation(path, text);
            case "properties" -> {
                if (Set.of("imageID", "repoDigests").contains(path.get(Math.min(3, path.size() - 1)))) {
                    names.add(text);
                }
            }
            default -> {}
        }
    }

    private void tool(List<String> path, String text) {
        if (path.size() == 5 && path.get(4).equals("name")) {
            scanner = Shown.plain(text);
        }
        if (path.size() < 7 || !path.get(4).equals("rules")) {
            return;
        }
        String rule = path.get(5);
        if (path.size() == 7 && path.get(6).equals("id")) {
            ruleIds.put(rule, text);
        } else if (path.size() == 8 && path.get(7).equals("security-severity")) {
            score(text).ifPresent(severity -> severities.put(rule, severity));
        }
    }

    private void result(List<String> path, String text) {
        if (path.size() == 4) {
            results.put(path.get(3), "");
        } else if (path.size() == 5 && path.get(4).equals("ruleId")) {
            results.put(path.get(3), text);
        }
    }

    private void invocation(List<String> path, String text) {
        if (path.size() == 4) {
            invocations++;
        } else if (path.size() == 5 && path.get(4).equals("executionSuccessful") && text.equals("true")) {
            successes++;
        } else if (path.size() == 5 && path.get(4).equals("endTimeUtc")) {
            TrivyReport.time(text).ifPresent(ends::add);
        }
    }

    /** Rates a CVSS score, as GitHub does for SARIF. */
    private static Optional<Severity> score(String text) {
        try {
            BigDecimal score = new BigDecimal(text);
            if (score.compareTo(BigDecimal.valueOf(9)) >= 0) {
                return Optional.of(Severity.CRITICAL);
            }
            if (score.compareTo(BigDecimal.valueOf(7)) >= 0) {
                return Optional.of(Severity.HIGH);
            }
            return Optional.of(score.compareTo(BigDecimal.valueOf(4)) >= 0 ? Severity.MEDIUM : Severity.LOW);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Returns what was read, if it was a SARIF log. */
    Optional<ScanReport> report() {
        if (!version.equals("2.1.0")) {
            return Optional.empty();
        }
        Map<String, Severity> byId = new HashMap<>();
        severities.forEach((rule, severity) ->
                byId.merge(ruleIds.getOrDefault(rule, ""), severity, (a, b) -> a.compareTo(b) > 0 ? a : b));
        List<ScanReport.Finding> findings = results.values().stream()
                .map(id ->
                        new ScanReport.Finding(id.isEmpty() ? "?" : Shown.plain(id), Optional.ofNullable(byId.get(id))))
                .toList();
        boolean allRated =
                findings.stream().allMatch(finding -> finding.severity().isPresent());
        Optional<Instant> made = ends.stream().min(Instant::compareTo);
        return Optional.of(new ScanReport(scanner, names, made, unscanned(allRated), false, findings));
    }

    private Optional<String> unscanned(boolean allRated) {
        if (runs != 1) {
            return Optional.of("it holds " + runs + " runs: expected one scan of one image");
        }
        if (!allRated) {
            return Optional.of("a result of it has no severity (its rule has no security-severity)");
        }
        return invocations > 0 && successes == invocations
                ? Optional.empty()
                : Optional.of("it does not say that the scan was successful (invocations[].executionSuccessful)");
    }
}
