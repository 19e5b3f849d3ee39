package dev.checklist.examples.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.examples.mutation.Watch.Line;
import dev.checklist.examples.world.server.ApiKind;
import dev.checklist.examples.world.state.ApiBehaviour;
import dev.checklist.examples.world.state.WorldState;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Looks at mutations of a page's world, several at a time, and tells for each whether a line noticed it.
 *
 * @param list the page, as in {@code ticketer}
 * @param healthy its healthy world
 */
record Watchers(String list, WorldState healthy) {
    private static final int WORLDS = 8; // they mostly wait, since lists are read no faster than a server likes
    private static final String KUBERNETES = "dev.checklist.k8s";

    /** Asks, for each change of an object, the lines that read objects of its kind. */
    Map<String, Boolean> resources(List<Mutation> mutations) throws Exception {
        return watch(mutations, KUBERNETES, readers());
    }

    Map<String, Boolean> responses(List<Mutation> mutations) throws Exception {
        return watch(mutations, "dev.checklist.http", Map.of());
    }

    Map<String, Boolean> database(List<String> tables) throws IOException, SQLException {
        Map<String, Boolean> seen = new TreeMap<>();
        try (Watch watch = Watch.start(list, healthy);
                DatabaseMutations mutations =
                        DatabaseMutations.open(watch, healthy.database().statements(), tables)) {
            Set<Line> lines = watch.lines("dev.checklist.jdbc");
            assertThat(watch.notices(lines)).as("the healthy world").isFalse();
            for (Map.Entry<String, String> mutation : mutations.all().entrySet()) {
                mutations.become(mutation.getValue());
                seen.put(mutation.getKey(), watch.notices(lines));
            }
        }
        return seen;
    }

    /** Tells which lines read a kind: those that cannot pass while it may not be read. */
    private Map<String, Set<Line>> readers() throws IOException {
        Map<String, Set<Line>> readers = new TreeMap<>();
        ApiBehaviour api = healthy.api();
        try (Watch watch = Watch.start(list, healthy)) {
            Set<Line> lines = watch.lines(KUBERNETES);
            healthy.resources().stream()
                    .map(resource -> ApiKind.of(resource).plural())
                    .distinct()
                    .forEach(plural -> readers.put(
                            plural,
                            watch.broken(
                                    healthy.withApi(api.denying("get", plural).denying("list", plural)), lines)));
        }
        return readers;
    }

    private Map<String, Boolean> watch(List<Mutation> mutations, String probes, Map<String, Set<Line>> readers)
            throws Exception {
        Queue<Mutation> left = new ConcurrentLinkedQueue<>(mutations);
        Map<String, Boolean> seen = new ConcurrentHashMap<>();
        Callable<Void> worker = () -> {
            try (Watch watch = Watch.start(list, healthy)) {
                Set<Line> lines = watch.lines(probes);
                assertThat(watch.broken(healthy, lines)).as("the healthy world").isEmpty();
                for (Mutation next = left.poll(); next != null; next = left.poll()) {
                    seen.put(next.id(), watch.notices(next.world().get(), readers.getOrDefault(next.plural(), lines)));
                }
            }
            return null;
        };
        ExecutorService threads = Executors.newFixedThreadPool(WORLDS);
        try {
            List<Callable<Void>> workers = new ArrayList<>();
            for (int i = 0; i < WORLDS; i++) {
                workers.add(worker);
            }
            for (Future<Void> ended : threads.invokeAll(workers)) {
                ended.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(seen).hasSameSizeAs(mutations);
        return seen;
    }
}
