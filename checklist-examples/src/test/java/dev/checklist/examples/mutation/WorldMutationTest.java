package dev.checklist.examples.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.examples.world.state.WorldState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Removes and alters the world one thing at a time.
 *
 * <p>The lines of a provider see their own part of the world only, so only those are asked.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorldMutationTest {
    private static final int WORLDS = 4;

    private final WorldState healthy = WorldState.ticketer();
    private final Map<String, Boolean> noticed = new TreeMap<>();
    private Unnoticed reviewed;

    @BeforeAll
    void change_everything_once() throws Exception {
        reviewed = Unnoticed.read("/world/mutations-without-effect.txt");
        noticed.putAll(watch(ResourceMutations.of(healthy), "dev.checklist.k8s"));
        noticed.putAll(watch(ResponseMutations.of(healthy), "dev.checklist.http"));
        noticed.putAll(watchDatabase());
    }

    @Test
    void a_line_notices_each_change_unless_the_reviewed_list_says_why_not() {
        assertThat(String.join("\n", reviewed.missing(noticed))).isEmpty();
    }

    @Test
    void each_entry_of_the_reviewed_list_is_still_true() {
        assertThat(String.join("\n", reviewed.stale(noticed))).isEmpty();
    }

    @Test
    void nothing_of_the_world_is_left_out() {
        for (var resource : healthy.resources()) {
            assertThat(noticed).containsKey(resource.id() + " removed");
            assertThat(resource.leaves())
                    .allMatch(leaf -> noticed.keySet().stream()
                            .anyMatch(id -> id.startsWith(resource.id() + " " + leaf + " ")
                                    || leaf.equals("/apiVersion")
                                    || leaf.equals("/kind")));
        }
        for (var response : healthy.responses()) {
            assertThat(noticed).containsKey(response.id().replace("*", "(other)") + " removed");
        }
    }

    private Map<String, Boolean> watch(List<Mutation> mutations, String probes) throws Exception {
        Queue<Mutation> left = new ConcurrentLinkedQueue<>(mutations);
        Map<String, Boolean> seen = new ConcurrentHashMap<>();
        Callable<Void> worker = () -> {
            try (Watch watch = Watch.start(healthy)) {
                assertThat(watch.look(watch.lines(probes)))
                        .as("the healthy world")
                        .isEmpty();
                for (Mutation next = left.poll(); next != null; next = left.poll()) {
                    seen.put(
                            next.id(),
                            !watch.look(next.world(), watch.lines(probes)).isEmpty());
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

    private Map<String, Boolean> watchDatabase() throws Exception {
        Map<String, Boolean> seen = new TreeMap<>();
        String probes = "dev.checklist.jdbc";
        try (Watch watch = Watch.start(healthy);
                DatabaseMutations mutations =
                        DatabaseMutations.open(watch, healthy.database().statements())) {
            assertThat(watch.look(watch.lines(probes))).as("the healthy world").isEmpty();
            for (Map.Entry<String, String> mutation : mutations.all().entrySet()) {
                mutations.become(mutation.getValue());
                seen.put(mutation.getKey(), !watch.look(watch.lines(probes)).isEmpty());
            }
        }
        return seen;
    }
}
