package dev.checklist.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Status;
import dev.checklist.examples.page.Phase;
import dev.checklist.examples.trackdechets.TrackdechetsChecklist;
import dev.checklist.examples.trackdechets.TrackdechetsSettings;
import dev.checklist.examples.world.World;
import dev.checklist.examples.world.state.Resource;
import dev.checklist.examples.world.state.WorldState;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs the phase of the way back after a roll-back: one that was done well, and those that were not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RollbackWorldsTest {
    private static final WorldState HEALTHY = WorldState.trackdechets();
    private static final WorldState BACK = RolledBack.of(HEALTHY);

    private Map<String, List<String>> table;

    /** What can be wrong with a roll-back. */
    private enum Fault {
        NEVER_DONE(HEALTHY.knowing("trackdechets", "rollback.version", RolledBack.VERSION)
                .knowing("trackdechets", "rollback.migration", RolledBack.MIGRATION)),
        WRONG_IMAGES(wrongImages(0, 5)),
        OTHER_WRONG_IMAGES(wrongImages(5, 10)),
        OLD_PODS_STAY(oldPodStays()),
        DATABASE_TOO_NEW(BACK.withDatabase(HEALTHY.database()));

        private final WorldState state;

        Fault(WorldState state) {
            this.state = state;
        }
    }

    /** An undo too many: the revision before the one before. */
    private static WorldState wrongImages(int from, int until) {
        WorldState state = BACK;
        for (String name : RolledBack.DEPLOYMENTS.subList(from, until)) {
            state = state.changing("Deployment/trackdechets/" + name, RollbackWorldsTest::older)
                    .changing("ReplicaSet/trackdechets/" + name + "-59c8f7d6b4", RollbackWorldsTest::older)
                    .changing("Pod/trackdechets/" + name + "-59c8f7d6b4-2xk8p", RollbackWorldsTest::older);
        }
        return state;
    }

    private static Resource older(Resource resource) {
        return resource.mapText(text -> text.replace(":" + RolledBack.VERSION, ":1.40.9"));
    }

    /** The release's own pod does not go, so that two versions serve. */
    private static WorldState oldPodStays() {
        Resource left = HEALTHY.resource("Pod/trackdechets/ui-6d4b9c7f58-2xk8p");
        return BACK.adding(left)
                .changing("ReplicaSet/trackdechets/ui-6d4b9c7f58", set -> set.with("/status/replicas", 1))
                .changing("Deployment/trackdechets/ui", deployment -> deployment.with("/status/replicas", 2));
    }

    @BeforeAll
    void read() throws IOException {
        table = BrokenLines.table("/broken-rollback.txt");
    }

    private static Report look(World world) {
        Map<String, String> settings = new TreeMap<>(world.settings("trackdechets"));
        settings.put("rollout.patience", "PT0.001S");
        try (TrackdechetsChecklist page = new TrackdechetsChecklist(TrackdechetsSettings.of(settings))) {
            return ChecklistRunner.create()
                    .withSecrets(page.secrets())
                    .run(page.phases().get(Phase.ROLLBACK));
        }
    }

    @Test
    void a_release_that_was_rolled_back_well_is_ready() throws IOException {
        try (World world = World.start(BACK)) {
            Report report = look(world);
            assertThat(report.causes()).isEmpty();
            assertThat(report.lines())
                    .hasSizeGreaterThan(30)
                    .allSatisfy(line -> assertThat(line.status()).isEqualTo(Status.PASSED));
            assertThat(report.verdict()).isEqualTo(Verdict.READY);
            assertThat(report.lines().stream().flatMap(line -> line.identity().values().stream()))
                    .as("the images that run again")
                    .filteredOn(value -> value.contains(RolledBack.DIGEST))
                    .hasSize(RolledBack.DEPLOYMENTS.size());
        }
    }

    @Test
    void without_a_roll_back_its_lines_do_not_apply_and_say_so() throws IOException {
        try (World world = World.start(HEALTHY)) {
            Report report = look(world);
            List<Result> skipped = report.lines().stream()
                    .filter(line -> line.status() == Status.SKIPPED)
                    .toList();
            assertThat(skipped)
                    .hasSize(11)
                    .allSatisfy(line -> assertThat(line.message()).contains("rollback.version"));
            assertThat(report.verdict()).isEqualTo(Verdict.READY);
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void exactly_the_lines_that_should_see_it_are_broken(Fault fault) throws IOException {
        try (World world = World.start(fault.state)) {
            Report report = look(world);
            assertThat(BrokenLines.of(report, world.settings("trackdechets")))
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(table.getOrDefault(fault.name(), List.of()));
            assertThat(report.verdict()).isEqualTo(Verdict.NOT_READY);
        }
    }
}
