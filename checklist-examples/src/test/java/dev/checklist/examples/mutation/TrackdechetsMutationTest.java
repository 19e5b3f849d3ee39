package dev.checklist.examples.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.examples.world.state.WorldState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Removes and alters the world of Trackdéchets one thing at a time.
 *
 * <p>Nine thousand looks take long, so one of {@value #SHARES} is taken, spread evenly: which ones, the property {@code
 * mutations.seed} decides, from 0 on. With {@code -Dmutations=all} every one is looked at.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrackdechetsMutationTest {
    private static final int SHARES = 40;
    private static final boolean IS_WHOLE = "all".equals(System.getProperty("mutations"));

    private final WorldState healthy = WorldState.trackdechets();
    private final List<Mutation> resources = ResourceMutations.of(healthy);
    private final List<Mutation> responses = ResponseMutations.of(healthy);
    private final Map<String, Boolean> noticed = new TreeMap<>();
    private Unnoticed reviewed;

    @BeforeAll
    void change_a_share_of_everything() throws Exception {
        reviewed = Unnoticed.read("/world/trackdechets-mutations-without-effect.txt");
        Watchers watchers = new Watchers("trackdechets", healthy);
        noticed.putAll(watchers.resources(share(resources)));
        noticed.putAll(watchers.responses(share(responses)));
        noticed.putAll(watchers.database(List.of("_prisma_migrations")));
    }

    /** Takes every so many, in an order in which like is next to like. */
    private static List<Mutation> share(List<Mutation> all) {
        if (IS_WHOLE) {
            return all;
        }
        List<Mutation> ordered = new ArrayList<>(all);
        ordered.sort(Comparator.comparing(Mutation::plural).thenComparing(Mutation::id));
        List<Mutation> share = new ArrayList<>();
        for (int i = Math.floorMod(Integer.getInteger("mutations.seed", 0), SHARES); i < ordered.size(); i += SHARES) {
            share.add(ordered.get(i));
        }
        return share;
    }

    @Test
    void a_line_notices_each_change_unless_the_reviewed_list_says_why_not() {
        assertThat(String.join("\n", reviewed.missing(noticed))).isEmpty();
    }

    @Test
    void no_entry_of_the_reviewed_list_explains_away_what_was_noticed() {
        assertThat(String.join("\n", reviewed.noticed(noticed))).isEmpty();
    }

    @Test
    void each_entry_of_the_reviewed_list_is_about_something() {
        Stream<String> ids =
                Stream.concat(resources.stream(), responses.stream()).map(Mutation::id);
        assertThat(String.join(
                        "\n",
                        reviewed.useless(Stream.concat(ids, noticed.keySet().stream())
                                .distinct()
                                .toList())))
                .isEmpty();
    }

    @Test
    void a_share_is_spread_over_every_kind_that_has_as_many_changes() {
        assertThat(noticed).hasSizeGreaterThan(200);
        for (String kind : List.of("Deployment/", "ReplicaSet/", "Pod/", "CustomResourceDefinition/", "Service/")) {
            assertThat(noticed.keySet()).as(kind).anyMatch(id -> id.startsWith(kind));
        }
    }
}
