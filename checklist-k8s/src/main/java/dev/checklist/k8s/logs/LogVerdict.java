package dev.checklist.k8s.logs;

import dev.checklist.Outcome;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges what was found in the logs of some pods: a line that is there proves itself, its absence takes the whole log. */
public final class LogVerdict {
    private static final int MOST_NAMED = 3;

    private final LogTerms terms;
    private final List<Finding> findings;
    private final Set<String> pods;

    private LogVerdict(LogTerms terms, List<Finding> findings) {
        this.terms = terms;
        this.findings = List.copyOf(findings);
        this.pods = findings.stream().map(Finding::pod).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Judges that no line matches: PASSED only if every log was read from its start to its end.
     *
     * @param findings one for each container, or for each pod that was not read; none is FAILED
     */
    public static Outcome none(LogTerms terms, List<Finding> findings, Instant now) {
        LogVerdict verdict = new LogVerdict(terms, findings);
        Outcome outcome = verdict.none(now);
        return new ShownLines(terms, findings).on(outcome);
    }

    /**
     * Judges that a line matches in every pod, or in any. It may pass where other logs could not be read.
     *
     * @param findings one for each container, or for each pod that was not read; none is FAILED
     */
    public static Outcome some(LogTerms terms, boolean inEveryPod, List<Finding> findings, Instant now) {
        LogVerdict verdict = new LogVerdict(terms, findings);
        Outcome outcome = verdict.some(inEveryPod, now);
        return new ShownLines(terms, findings).on(outcome);
    }

    private Outcome none(Instant now) {
        String expected = "expected no log line " + terms;
        List<Finding> found =
                findings.stream().filter(finding -> finding.matches() > 0).toList();
        if (!found.isEmpty()) {
            int matches = found.stream().mapToInt(Finding::matches).sum();
            Outcome failed = Outcome.failed(expected + " but found " + matches + " in " + places(found));
            return terms.window().isFixed() ? failed.conclusively() : failed;
        }
        Outcome unread = unread(expected, findings, now);
        if (unread != null) {
            return unread;
        }
        List<Finding> silent = terms.allowsSilence()
                ? List.of()
                : findings.stream()
                        .filter(finding -> finding.silence().isPresent())
                        .toList();
        if (!silent.isEmpty()) {
            return Outcome.error(expected + ", but the logs were not read completely: "
                    + silent.get(0).place() + ": " + silent.get(0).silence().orElseThrow() + more(silent.size() - 1)
                    + "; where that is normal, say allowingSilence()");
        }
        return findings.isEmpty()
                ? Outcome.failed(expected + " but there is no container to ask")
                : Outcome.passed("no line " + terms + " among " + seen());
    }

    private Outcome some(boolean inEveryPod, Instant now) {
        String expected = "expected a log line " + terms + (inEveryPod ? " in every pod" : " in any pod");
        List<Finding> found =
                findings.stream().filter(finding -> finding.matches() > 0).toList();
        Set<String> with = found.stream().map(Finding::pod).collect(Collectors.toSet());
        List<Finding> without = findings.stream()
                .filter(finding -> !with.contains(finding.pod()))
                .toList();
        if (!found.isEmpty() && (!inEveryPod || without.isEmpty())) {
            Outcome passed = Outcome.passed("found in " + with.size() + " of " + pods.size() + " pods: a line " + terms
                    + ", in " + places(found));
            return findings.stream().anyMatch(finding -> !finding.gaps().isEmpty())
                    ? passed.warning("not all logs were read: " + gaps(findings))
                    : passed;
        }
        Outcome unread = unread(expected, without, now);
        if (unread != null) {
            return unread;
        }
        List<String> missing = without.stream().map(Finding::pod).distinct().toList();
        return Outcome.failed(expected + " but found none in "
                + (missing.isEmpty() ? "no container at all" : first(missing) + ", among " + seen()));
    }

    /** Returns null where all was read. */
    private @Nullable Outcome unread(String expected, List<Finding> asked, Instant now) {
        if (terms.window().isAfter(now)) {
            return Outcome.error(expected + ", but that time has not come: it is " + now);
        }
        if (asked.stream().allMatch(finding -> finding.gaps().isEmpty())) {
            return null;
        }
        String message = expected + ", but the logs were not read completely: " + gaps(asked);
        boolean isForbidden =
                asked.stream().flatMap(finding -> finding.gaps().stream()).anyMatch(Gap::isForbidden);
        return isForbidden ? Outcome.notPermitted(message) : Outcome.error(message);
    }

    private static String gaps(List<Finding> findings) {
        List<Finding> open =
                findings.stream().filter(finding -> !finding.gaps().isEmpty()).toList();
        return open.get(0).place() + ": " + open.get(0).gaps().get(0).why() + more(open.size() - 1);
    }

    private String seen() {
        int lines = findings.stream().mapToInt(Finding::lines).sum();
        return lines + " lines of " + findings.size() + " containers in " + pods.size() + " pods";
    }

    private static String places(List<Finding> found) {
        return first(found.stream().map(Finding::place).toList());
    }

    private static String first(List<String> names) {
        return names.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")) + more(names.size() - MOST_NAMED);
    }

    private static String more(int others) {
        return others > 0 ? " and " + others + " more" : "";
    }
}
