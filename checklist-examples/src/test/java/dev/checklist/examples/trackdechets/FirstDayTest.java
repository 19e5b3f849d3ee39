package dev.checklist.examples.trackdechets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Status;
import dev.checklist.examples.page.Phase;
import dev.checklist.examples.world.World;
import dev.checklist.examples.world.fault.TrackdechetsFault;
import dev.checklist.examples.world.state.WorldState;
import dev.checklist.history.RunArchive;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Kind;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.Verdict;
import dev.checklist.testing.FakeRunClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lives the first day after a deployment on a virtual clock: the page is run once an hour, by a process of its own each
 * time, and its lines of the day say what the archive proves.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstDayTest {
    private static final int HOURS = 24;
    private static final int RESTART = 13;
    private static final WorldState HEALTHY = WorldState.trackdechets();
    private static final Instant START = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final String PODS = "the pods are healthy for a day";

    private Path folder;
    private World world;
    private final List<Report> hours = new ArrayList<>();
    private Report restarting;
    private int archives;

    @BeforeAll
    void live_the_day(@TempDir Path temporary) throws IOException {
        folder = temporary;
        world = World.start(HEALTHY);
        for (int hour = 0; hour < HOURS; hour++) {
            hours.add(look(hour, HEALTHY, folder.resolve("none")));
        }
        restarting = look(RESTART, TrackdechetsFault.TD_REDIS_POD_DOWN.apply(HEALTHY), folder.resolve("none"));
    }

    @AfterAll
    void stop() {
        world.close();
    }

    /** Runs the phase so many hours after the start, in a world that looks like this then. */
    private Report look(int hour, WorldState state, Path archive) {
        Instant time = START.plus(Duration.ofHours(hour));
        world.become(state, time);
        Map<String, String> settings = new HashMap<>(world.settings("trackdechets"));
        settings.put("archive", archive.toString());
        try (TrackdechetsChecklist page = new TrackdechetsChecklist(TrackdechetsSettings.of(settings))) {
            return ChecklistRunner.create()
                    .withClock(FakeRunClock.startingAt(time))
                    .withSecrets(page.secrets())
                    .run(page.phases().get(Phase.FIRST_DAY));
        }
    }

    /** Looks when so many hours have passed, in each of which the page was run but in those that were missed. */
    private Report after(int passed, Set<Integer> missed, boolean isRestarting) throws IOException {
        Path archive = folder.resolve("archive-" + archives++);
        for (int hour = 0; hour < passed; hour++) {
            if (!missed.contains(hour)) {
                Report kept = isRestarting && hour == RESTART ? restarting : hours.get(hour);
                assertThat(RunArchive.at(archive).add(kept).problem()).isEmpty();
            }
        }
        return look(passed, HEALTHY, archive);
    }

    private static List<Result> day(Report report) {
        List<Result> day = report.lines().stream()
                .filter(result -> result.line().kind() == Kind.DERIVED)
                .toList();
        assertThat(day).hasSize(8);
        return day;
    }

    private static Result pods(Report report) {
        return day(report).stream()
                .filter(result -> result.line().title().equals(PODS))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void every_hour_of_the_day_holds_by_itself_and_the_day_is_open() {
        assertThat(hours).allSatisfy(hour -> {
            assertThat(hour.causes()).isEmpty();
            assertThat(day(hour)).allSatisfy(line -> assertThat(line.status()).isEqualTo(Status.PENDING));
            assertThat(hour.verdict()).isEqualTo(Verdict.INCOMPLETE);
        });
    }

    @Test
    void until_the_last_hour_has_ended_the_day_counts_its_windows() throws IOException {
        Report seven = after(7, Set.of(5), false);
        assertThat(day(seven)).allSatisfy(line -> {
            assertThat(line.status()).isEqualTo(Status.PENDING);
            assertThat(line.message())
                    .isEqualTo("7 of 24 windows, 1 missed; the last one ends at " + START.plus(Duration.ofDays(1)));
            assertThat(line.basis()).containsEntry("windows from " + START, "✓✓✓✓✓·✓" + "_".repeat(17));
        });
        assertThat(after(23, Set.of(5), false).verdict()).isEqualTo(Verdict.INCOMPLETE);
    }

    @Test
    void a_day_with_one_hour_missed_is_ready() throws IOException {
        Report whole = after(HOURS, Set.of(5), false);
        assertThat(day(whole)).allSatisfy(line -> {
            assertThat(line.status()).isEqualTo(Status.PASSED);
            assertThat(line.message()).isEqualTo("24 of 24 windows, 1 missed");
            assertThat(line.seenAt()).contains(START);
        });
        assertThat(whole.verdict()).isEqualTo(Verdict.READY);
    }

    @Test
    void a_second_missed_hour_fails_each_line_of_the_day_as_soon_as_it_is_over() throws IOException {
        Report early = after(7, Set.of(5, 6), false);
        assertThat(day(early)).allSatisfy(line -> {
            assertThat(line.status()).isEqualTo(Status.FAILED);
            assertThat(line.message())
                    .isEqualTo("expected 24 windows of PT1H, at most 1 missed and 0 failed, but found 7 of 24 windows,"
                            + " 2 missed");
        });
        assertThat(early.verdict()).isEqualTo(Verdict.NOT_READY);
        Report whole = after(HOURS, Set.of(5, 17), false);
        assertThat(day(whole)).allSatisfy(line -> assertThat(line.status()).isEqualTo(Status.FAILED));
    }

    @Test
    void a_pod_that_restarted_in_one_hour_fails_the_day_of_the_pods_and_no_other() throws IOException {
        assertThat(restarting.causes()).hasSize(1);
        Report whole = after(HOURS, Set.of(), true);
        assertThat(pods(whole).status()).isEqualTo(Status.FAILED);
        assertThat(pods(whole).message())
                .isEqualTo("expected 24 windows of PT1H, at most 1 missed and 0 failed, but found 24 of 24 windows,"
                        + " 1 failed");
        assertThat(pods(whole).basis()).containsEntry("windows from " + START, "✓".repeat(13) + "✗" + "✓".repeat(10));
        assertThat(day(whole))
                .filteredOn(line -> !line.line().title().equals(PODS))
                .hasSize(7)
                .allSatisfy(line -> assertThat(line.message()).isEqualTo("24 of 24 windows"))
                .allSatisfy(line -> assertThat(line.status()).isEqualTo(Status.PASSED));
        assertThat(whole.verdict()).isEqualTo(Verdict.NOT_READY);
    }

    @Test
    void a_day_that_nobody_looked_at_is_never_over() throws IOException {
        Report never = after(HOURS, Set.copyOf(all()), false);
        assertThat(day(never)).allSatisfy(line -> {
            assertThat(line.status()).isEqualTo(Status.PENDING);
            assertThat(line.message()).startsWith("0 of 24 windows");
        });
    }

    private static List<Integer> all() {
        List<Integer> all = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            all.add(hour);
        }
        return all;
    }
}
