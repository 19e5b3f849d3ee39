package dev.checklist.run.engine;

import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import dev.checklist.Status;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Line;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.RunListener;
import dev.checklist.run.Verdict;
import dev.checklist.testing.FakeRunClock;
import dev.checklist.testing.ScriptedProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LongListTest {
    private static final int LINES = 3_000;

    private record Everything() {}

    private static Checklist list(Probe probe) {
        List<Check> checks = IntStream.range(0, LINES)
                .mapToObj(number -> check("line " + number, probe))
                .toList();
        return checklist("long", checks);
    }

    private static ChecklistRunner runner() {
        return ChecklistRunner.create().withClock(FakeRunClock.create());
    }

    @Test
    void lines_that_fall_due_together_share_one_read_though_most_of_them_wait_for_their_turn() {
        AtomicInteger reads = new AtomicInteger();
        Checklist list =
                list(context -> Outcome.passed("read " + context.shared(new Everything(), reads::incrementAndGet)));

        Report report = ChecklistRunner.create().run(list);

        assertThat(report.verdict()).isEqualTo(Verdict.READY);
        assertThat(reads).hasValue(1);
    }

    @Test
    void a_line_far_down_a_long_list_starts_only_when_lines_before_it_have_ended() {
        List<String> told = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void lineStarted(Line line) {
                told.add("started " + line.id());
            }

            @Override
            public void lineEnded(Result result) {
                told.add("ended " + result.id());
            }
        };

        runner().withListener(listener).run(list(ScriptedProbe.passing("seen").takes(Duration.ofSeconds(1))));

        assertThat(told).hasSize(2 * LINES).containsSubsequence("ended line-0", "started line-2000");
    }

    @Test
    void at_the_deadline_no_line_of_a_long_list_is_lost() {
        Report report = runner().withParallelism(10)
                .withDeadline(Duration.ofSeconds(10))
                .run(list(ScriptedProbe.passing("never seen").hangs()));

        assertThat(report.lines()).hasSize(LINES);
        assertThat(report.count(Status.ERROR)).isEqualTo(10);
        assertThat(report.count(Status.BLOCKED)).isEqualTo(LINES - 10);
        assertThat(report.result("line-2999").message()).isEqualTo("not asked: run deadline 10 s");
    }
}
