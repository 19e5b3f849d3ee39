package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.k8s.logs.LogTerms;
import dev.checklist.k8s.logs.LogVerdict;
import dev.checklist.k8s.logs.LogWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Has the checks of the logs of some pods: of a Deployment those of its newest ReplicaSet.
 *
 * <p>Each container of each pod is read by its name, init containers and sidecars too, and of a restarted one the log
 * before its restart, as {@code kubectl logs --timestamps} does. Ephemeral containers, which people add to look into a
 * pod, are no part of what was rolled out: their logs are not searched, and a warning names them. At most 20 pods, 1 MiB a container and 16 MiB a check
 * are read, and 8 KiB of a line. By default lines count from the creation of their pod on. At most 5 lines are shown.
 * An immutable value.
 */
public final class LogChecks {
    private final PodSource pods;
    private final LogWindow window;
    private final boolean allowsSilence;

    private LogChecks(PodSource pods, LogWindow window, boolean allowsSilence) {
        this.pods = pods;
        this.window = window;
        this.allowsSilence = allowsSilence;
    }

    static LogChecks of(PodSource pods) {
        return new LogChecks(pods, LogWindow.SINCE_CREATION, false);
    }

    /** Counts lines from this time on, by the clocks of the nodes; those of younger pods from their creation on. */
    public LogChecks since(Instant start) {
        if (start == null) {
            throw new IllegalArgumentException("the start is null: give the time from which on lines count");
        }
        return new LogChecks(pods, LogWindow.since(start), allowsSilence);
    }

    /**
     * Counts lines that are at most so old at each look.
     *
     * @param age a second or more
     */
    public LogChecks since(Duration age) {
        if (age == null || age.compareTo(Duration.ofSeconds(1)) < 0 || age.compareTo(Duration.ofDays(3650)) > 0) {
            throw new IllegalArgumentException(
                    "the age of the lines is " + age + ": expected a second or more, and at most ten years");
        }
        return new LogChecks(pods, LogWindow.last(age), allowsSilence);
    }

    /**
     * Takes it that a container may write nothing, or nothing for long: then a log that begins late counts as complete.
     * From outside, silence looks like a log whose beginning was rotated away, so without your word it is an ERROR.
     */
    public LogChecks allowingSilence() {
        return new LogChecks(pods, window, true);
    }

    /**
     * Passes when no line matches and every log was read from its start to its end.
     *
     * <p>It is an ERROR when a limit was hit, when a log could not be read, such as that of a container which waits to
     * start, when logs of earlier restarts are gone, when a container wrote nothing, or nothing in the first 60 seconds.
     *
     * @param pattern a regular expression that is looked for within each line, see {@link Pattern}
     */
    public Check hasNoLogLine(String pattern) {
        LogTerms terms = terms(pattern);
        return pods.check("has no log line " + pattern, "has no log line " + terms, new HasNoLogLine(pods, terms));
    }

    /**
     * Passes when a line matches, in every pod or in any; then other logs may be unread.
     *
     * @param pattern a regular expression that is looked for within each line, see {@link Pattern}
     * @param among in how many pods
     */
    public Check hasLogLine(String pattern, AmongPods among) {
        LogTerms terms = terms(pattern);
        if (among == null) {
            throw new IllegalArgumentException("the number of pods is null: give EVERY_POD or ANY_POD");
        }
        boolean inEvery = among == AmongPods.EVERY_POD;
        return pods.check(
                "has log line " + pattern,
                "has in " + (inEvery ? "every" : "any") + " pod a log line " + terms,
                new HasLogLine(pods, terms, inEvery));
    }

    private LogTerms terms(String pattern) {
        if (pattern == null || pattern.isBlank()) {
            throw new IllegalArgumentException("the pattern is " + (pattern == null ? "null" : "blank")
                    + ": give a regular expression such as ERROR|FATAL");
        }
        try {
            return new LogTerms(pattern, window, allowsSilence, pods.server().showsLogs());
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "the pattern is \"" + pattern + "\": " + e.getDescription() + " at character " + e.getIndex(), e);
        }
    }

    record HasNoLogLine(PodSource pods, LogTerms terms) implements ClusterProbe {
        @Override
        public ApiServer server() {
            return pods.server();
        }

        @Override
        public Rights needs() {
            return pods.needs().and(Rights.logs(pods.namespace()));
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            LogReading logs = new LogReading(pods, reader, terms);
            return logs.noted(LogVerdict.none(terms, logs.searchToTheEnd(), reader.now()));
        }
    }

    record HasLogLine(PodSource pods, LogTerms terms, boolean inEveryPod) implements ClusterProbe {
        @Override
        public ApiServer server() {
            return pods.server();
        }

        @Override
        public Rights needs() {
            return pods.needs().and(Rights.logs(pods.namespace()));
        }

        @Override
        public Outcome judge(Reader reader) throws Exception {
            LogReading logs = new LogReading(pods, reader, terms);
            return logs.noted(LogVerdict.some(terms, inEveryPod, logs.search(), reader.now()));
        }
    }
}
