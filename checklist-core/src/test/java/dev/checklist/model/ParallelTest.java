package dev.checklist.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Checklist;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.Attempt;
import dev.checklist.run.Cause;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.testing.FakeRunClock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ParallelTest {
    private static final int RUNS = 500;

    /** Is all that a report says of an item, times left out. */
    private record Said(
            String id, Status status, String message, List<Outcome> outcomes, List<String> roots, Extras extras) {
        static Said of(Result result) {
            List<Outcome> outcomes =
                    result.attempts().stream().map(Attempt::outcome).toList();
            Extras extras = new Extras(
                    result.earlierMessage(),
                    result.waiver().isPresent(),
                    result.attestation().map(Object::toString),
                    result.endOfRun());
            return new Said(result.id(), result.status(), result.message(), outcomes, result.roots(), extras);
        }
    }

    private record Extras(
            Optional<String> earlier, boolean waived, Optional<String> attestation, Optional<String> endOfRun) {}

    @Test
    void five_hundred_parallel_runs_say_the_same_as_serial_ones_and_as_those_on_a_virtual_clock() {
        int compared = 0;
        for (long seed = 1_000_000; compared < RUNS; seed++) {
            Spec spec = Generator.list(seed, true);
            if (Model.run(spec) != null) {
                Report serial = run(spec, runner -> runner.withParallelism(1));
                Report parallel = run(spec, runner -> runner.withParallelism(64));
                Report virtual = run(spec, runner -> runner.withClock(FakeRunClock.create()));
                same(seed, parallel, serial);
                same(seed, virtual, serial);
                compared++;
            }
        }
    }

    private static Report run(Spec spec, UnaryOperator<ChecklistRunner> how) {
        Checklist list = RealList.of(spec);
        return how.apply(RealList.runner(spec)).run(list);
    }

    private static void same(long seed, Report one, Report other) {
        assertThat(said(one)).as("seed %d", seed).isEqualTo(said(other));
        assertThat(one.headline()).as("seed %d", seed).isEqualTo(other.headline());
        assertThat(one.findings()).as("seed %d", seed).isEqualTo(other.findings());
        assertThat(causes(one)).as("seed %d", seed).isEqualTo(causes(other));
    }

    private static List<Said> said(Report report) {
        return report.results().stream().map(Said::of).toList();
    }

    private static List<List<String>> causes(Report report) {
        return report.causes().stream()
                .map(Cause::lines)
                .map(lines -> lines.stream().map(Result::id).toList())
                .toList();
    }
}
