package dev.checklist.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Is what is known of a run when all its checks have looked.
 *
 * @param line the line that is computed
 * @param sources ids of the lines it is computed from
 * @param lines every line of the list, in its order
 * @param about what the list is about
 * @param identity which things were judged, by name
 * @param now the time, by the run's clock
 */
public record RunSoFar(
        Line line,
        List<String> sources,
        List<Line> lines,
        Map<String, String> about,
        Map<String, Set<String>> identity,
        Instant now) {}
