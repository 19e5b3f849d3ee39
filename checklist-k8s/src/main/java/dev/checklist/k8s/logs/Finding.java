package dev.checklist.k8s.logs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Is what a pattern found in the logs of one container.
 *
 * @param pod the name of its pod
 * @param container its name; empty where the whole pod was not read
 * @param lines how many lines were read
 * @param matches how many of them match
 * @param shown the first of those
 * @param gaps why lines may be missing, for sure
 * @param silence why lines may be missing, if the container is not silent by nature
 */
public record Finding(
        String pod,
        String container,
        int lines,
        int matches,
        List<LogLine> shown,
        List<Gap> gaps,
        Optional<String> silence) {
    /** How long a container may take to its first line; a rotated log begins later, too. */
    private static final Duration FIRST_LINE = Duration.ofSeconds(60);

    /** Says that a pod, or one of its containers, was not read at all. */
    public static Finding unread(String pod, String container, Gap why) {
        return new Finding(pod, container, 0, 0, List.of(), List.of(why), Optional.empty());
    }

    /**
     * Searches the logs of one container.
     *
     * @param logs of its last instance, and of the one before if there was one
     * @param start from when on lines count
     * @throws InterruptedException if the thread is interrupted while the pattern looks
     */
    public static Finding of(
            String pod, String container, Pattern pattern, List<ContainerLog> logs, Instances instances, Instant start)
            throws InterruptedException {
        List<LineSearch> searches = new ArrayList<>();
        for (ContainerLog log : logs) {
            searches.add(LineSearch.of(pattern, log, start));
        }
        List<Gap> gaps = Stream.concat(
                        searches.stream().flatMap(search -> search.gaps().stream()),
                        instances.lostSince(start).stream())
                .toList();
        return new Finding(
                pod,
                container,
                searches.stream().mapToInt(LineSearch::lines).sum(),
                searches.stream().mapToInt(LineSearch::matches).sum(),
                searches.stream()
                        .flatMap(search -> search.shown().stream())
                        .limit(LineSearch.MOST_SHOWN)
                        .toList(),
                gaps,
                silence(searches, instances.firstLineAfter(start)));
    }

    private static Optional<String> silence(List<LineSearch> searches, Instant since) {
        Optional<Instant> first =
                searches.stream().flatMap(search -> search.first().stream()).min(Instant::compareTo);
        if (first.isEmpty()) {
            return Optional.of("no line was seen since " + since);
        }
        return first.filter(time -> time.isAfter(since.plus(FIRST_LINE)))
                .map(time -> "its first line is of " + time + ", "
                        + Duration.between(since, time).toSeconds() + " s after " + since
                        + ": rotated away or silent");
    }

    /** Returns where it was, such as {@code api-1/web}. */
    String place() {
        return container.isEmpty() ? pod : pod + "/" + container;
    }
}
