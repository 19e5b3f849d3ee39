package dev.checklist.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.examples.world.fault.TrackdechetsFault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Breaks the Trackdéchets world in every way; the table of the lines that see it is reviewed by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrackdechetsWorldsTest {
    private static final int WORLDS = 4;
    private static final int FEW = 8;

    private final Map<TrackdechetsFault, List<String>> found = new EnumMap<>(TrackdechetsFault.class);
    private Map<String, List<String>> table;

    @BeforeAll
    void break_every_world() throws Exception {
        table = BrokenLines.table("/broken-trackdechets.txt");
        ExecutorService threads = Executors.newFixedThreadPool(WORLDS);
        try {
            List<Future<Map<TrackdechetsFault, List<String>>>> shares = new ArrayList<>();
            for (int i = 0; i < WORLDS; i++) {
                int share = i;
                shares.add(threads.submit(() -> look(share)));
            }
            for (Future<Map<TrackdechetsFault, List<String>>> share : shares) {
                found.putAll(share.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Map<TrackdechetsFault, List<String>> look(int share) throws IOException {
        Map<TrackdechetsFault, List<String>> lines = new EnumMap<>(TrackdechetsFault.class);
        try (BrokenTrackdechets worlds = BrokenTrackdechets.start()) {
            for (TrackdechetsFault fault : TrackdechetsFault.values()) {
                if (fault.ordinal() % WORLDS == share) {
                    lines.put(fault, worlds.brokenBy(fault));
                }
            }
        }
        return lines;
    }

    @ParameterizedTest
    @EnumSource(TrackdechetsFault.class)
    void exactly_the_lines_that_should_see_it_are_broken(TrackdechetsFault fault) {
        assertThat(found.get(fault)).containsExactlyInAnyOrderElementsOf(table.getOrDefault(fault.title(), List.of()));
        assertThat(found.get(fault)).isNotEmpty();
    }

    /** Lines that no world shows FAILED, with the reason. */
    private static final Map<String, String> UNPROVEN = Map.of(
            "before: cluster provides load balancers", "without one it asks a person, and never fails",
            "before: git is installed", "a machine without git cannot make the world's repository",
            "verify: the archive has a report of \"Deployment\" for this release, and its date", "ArchivedTest",
            "verify: the archive has a report of \"Before the deployment\" for this release, and its date",
                    "ArchivedTest");

    @Test
    void every_machine_line_fails_in_a_world_in_which_few_do() throws IOException {
        Set<String> proven = new TreeSet<>(UNPROVEN.keySet());
        for (List<String> lines : found.values()) {
            List<String> failed =
                    lines.stream().filter(line -> !line.startsWith("! ")).toList();
            if (failed.size() <= FEW) {
                proven.addAll(failed);
            }
        }
        // A world that was never rolled back has these lines for no version.
        BrokenLines.table("/broken-rollback.txt").values().stream()
                .filter(lines -> lines.size() <= FEW)
                .flatMap(List::stream)
                .forEach(line -> proven.add("rollback: " + line.replace(":" + RolledBack.VERSION, ":none")));
        try (BrokenTrackdechets worlds = BrokenTrackdechets.start()) {
            List<String> unproven = worlds.machineLines().stream()
                    .filter(line -> !proven.contains(line))
                    .toList();
            assertThat(String.join("\n", unproven)).isEmpty();
        }
    }

    @Test
    void the_table_has_every_fault() {
        assertThat(table.keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(TrackdechetsFault.values())
                        .map(TrackdechetsFault::title)
                        .toList());
    }
}
