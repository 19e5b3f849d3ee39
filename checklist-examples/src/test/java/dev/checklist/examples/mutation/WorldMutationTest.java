package dev.checklist.examples.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.examples.world.state.WorldState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    private final WorldState healthy = WorldState.ticketer();
    private final Map<String, Boolean> noticed = new TreeMap<>();
    private Unnoticed reviewed;

    @BeforeAll
    void change_everything_once() throws Exception {
        reviewed = Unnoticed.read("/world/mutations-without-effect.txt");
        Watchers watchers = new Watchers("ticketer", healthy);
        noticed.putAll(watchers.resources(ResourceMutations.of(healthy)));
        noticed.putAll(watchers.responses(ResponseMutations.of(healthy)));
        noticed.putAll(watchers.database(List.of("events", "seats", "bookings")));
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
}
