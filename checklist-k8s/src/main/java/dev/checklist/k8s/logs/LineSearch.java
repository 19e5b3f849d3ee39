package dev.checklist.k8s.logs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Is what a pattern found in one log.
 *
 * @param lines how many lines it was asked of
 * @param first when the first of them was written, if there is one
 * @param matches how many it was found in
 * @param shown the first of those
 * @param gaps why that may not be all
 */
record LineSearch(int lines, Optional<Instant> first, int matches, List<LogLine> shown, List<Gap> gaps) {
    /** The most lines that are kept to be shown. */
    static final int MOST_SHOWN = 5;

    /**
     * Asks a pattern of every line from a time on.
     *
     * @throws InterruptedException if the thread is interrupted, also in the middle of one line
     */
    static LineSearch of(Pattern pattern, ContainerLog log, Instant from) throws InterruptedException {
        List<LogLine> asked =
                log.lines().stream().filter(line -> !line.time().isBefore(from)).toList();
        List<LogLine> shown = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>(log.gap().stream().toList());
        int matches = 0;
        try {
            for (LogLine line : asked) {
                if (pattern.matcher(new InterruptibleText(line.text())).find()) {
                    matches++;
                    if (shown.size() < MOST_SHOWN) {
                        shown.add(line);
                    }
                }
            }
        } catch (InterruptibleText.Interruption e) {
            throw interrupted(e);
        } catch (StackOverflowError e) {
            // Groups that repeat, such as (a|b)*, go one call deeper for each character.
            gaps.add(Gap.of("the pattern overflowed the stack on a long line: repeat no group in it"));
        }
        Optional<Instant> first = asked.stream().map(LogLine::time).min(Instant::compareTo);
        return new LineSearch(asked.size(), first, matches, List.copyOf(shown), List.copyOf(gaps));
    }

    private static InterruptedException interrupted(Throwable cause) {
        Thread.interrupted(); // whoever throws this exception takes the flag back
        InterruptedException exception = new InterruptedException("while a pattern was matched");
        exception.initCause(cause);
        return exception;
    }
}
