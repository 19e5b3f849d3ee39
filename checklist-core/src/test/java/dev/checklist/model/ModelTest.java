package dev.checklist.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.checklist.Checklist;
import dev.checklist.Status;
import dev.checklist.model.Model.End;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.Run;
import dev.checklist.testing.FakeRunClock;
import dev.checklist.testing.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the runner against the model on random lists; the seed of one that disagrees is in the message. */
class ModelTest {
    private static final int LISTS = Integer.getInteger("checklist.model.lists", 10_000);
    private static final int AT_ONCE = 40;

    /** Is how an item ended, as far as the clock does not matter: looks are counted. */
    private record Ended(Status status, Set<String> roots, int looks) {}

    /** Is a run under way, and what must come of it. */
    private record Trial(int seed, Spec spec, Checklist list, Map<String, End> expected, Run run) {}

    private final Map<Status, Integer> seen = new EnumMap<>(Status.class);
    private int refused;

    @Test
    void ten_thousand_lists_on_a_virtual_clock_end_as_the_model_says() {
        for (int seed = 1; seed <= LISTS; seed++) {
            Spec spec = Generator.list(seed, false);
            Map<String, End> expected = Model.run(spec);
            if (expected == null) {
                refuses(seed, spec);
            } else {
                Checklist list = RealList.of(spec);
                Run run = RealList.runner(spec).withClock(FakeRunClock.create()).start(list);
                Trial trial = new Trial(seed, spec, list, expected, run);
                agree(trial, run.report());
                looksAgree(trial, run.report());
            }
        }
        theListsWereOfAllKinds();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 64})
    void ten_thousand_lists_on_threads_end_as_the_model_says(int parallelism) {
        List<Trial> trials = new ArrayList<>();
        for (int seed = 1; seed <= LISTS; seed++) {
            Spec spec = Generator.list(seed, true);
            Map<String, End> expected = Model.run(spec);
            if (expected == null) {
                refuses(seed, spec);
            } else {
                Checklist list = RealList.of(spec);
                Run run = RealList.runner(spec).withParallelism(parallelism).start(list);
                trials.add(new Trial(seed, spec, list, expected, run));
            }
            if (trials.size() == AT_ONCE || seed == LISTS) {
                trials.forEach(trial -> agree(trial, trial.run.report()));
                trials.clear();
            }
        }
        theListsWereOfAllKinds();
    }

    private void refuses(int seed, Spec spec) {
        refused++;
        Throwable thrown = catchThrowable(
                () -> RealList.runner(spec).withClock(FakeRunClock.create()).run(RealList.of(spec)));
        assertThat(thrown)
                .as(() -> "seed " + seed + " must be refused: " + spec)
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void agree(Trial trial, Report report) {
        Map<String, Ended> actual = new HashMap<>();
        for (Result result : report.results()) {
            int looks = result.attempts().size();
            actual.put(result.id(), new Ended(result.status(), new HashSet<>(result.roots()), looks));
            seen.merge(result.status(), 1, Integer::sum);
        }
        Map<String, Ended> wanted = new HashMap<>();
        trial.expected.forEach((id, end) ->
                wanted.put(id, new Ended(end.status(), end.roots(), end.looks().size())));
        assertThat(actual).as(about(trial)).isEqualTo(wanted);
        assertThat(report.verdict()).as(about(trial)).isEqualTo(Model.verdict(trial.spec, trial.expected));
    }

    private static void looksAgree(Trial trial, Report report) {
        Map<String, List<Long>> actual = new HashMap<>();
        Map<String, List<Long>> wanted = new HashMap<>();
        for (Result result : report.lines()) {
            List<Long> starts = result.attempts().stream()
                    .map(attempt -> Duration.between(report.facts().startedAt(), attempt.startedAt())
                            .toMillis())
                    .toList();
            actual.put(result.id(), starts);
            wanted.put(result.id(), trial.expected.get(result.id()).looks());
        }
        assertThat(actual).as(about(trial)).isEqualTo(wanted);
    }

    private static Supplier<String> about(Trial trial) {
        return () -> "seed " + trial.seed + ":\n" + Plan.of(trial.list) + "\n" + trial.spec + "\n";
    }

    /** A generator that makes but one kind of list would prove little; few seeds are alike, and say nothing. */
    private void theListsWereOfAllKinds() {
        if (LISTS < 10_000) {
            return;
        }
        assertThat(seen).hasSize(Status.values().length);
        assertThat(seen.values()).allMatch(count -> count > LISTS / 15);
        assertThat(refused).isBetween(LISTS / 50, LISTS / 3);
    }
}
