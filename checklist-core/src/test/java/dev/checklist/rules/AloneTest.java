package dev.checklist.rules;

import static dev.checklist.Checklists.anyOf;
import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.rules.Lines.endOf;
import static dev.checklist.rules.Lines.run;
import static dev.checklist.rules.Lines.startOf;
import static dev.checklist.rules.Lines.startsOf;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Item;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.testing.ScriptedProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AloneTest {
    private static Check lasting(String title, Duration time) {
        return check(title, ScriptedProbe.passing(title).takes(time));
    }

    @Test
    void it_starts_when_nothing_else_runs_and_nothing_starts_meanwhile() {
        Check before = lasting("before", ofSeconds(7));
        Check beside = lasting("beside", ofSeconds(4));
        Check alone = lasting("alone", ofSeconds(5)).alone();
        Check after = lasting("after", ofSeconds(1));
        Report report = run(before, beside, alone, after);
        assertThat(startOf(report, beside)).isEqualTo(ZERO);
        assertThat(startOf(report, alone)).isEqualTo(endOf(report, before)).isEqualTo(ofSeconds(7));
        assertThat(startOf(report, after)).isEqualTo(endOf(report, alone)).isEqualTo(ofSeconds(12));
    }

    @Test
    void two_that_are_alone_run_one_after_the_other() {
        Check one = lasting("one", ofSeconds(3)).alone();
        Check two = lasting("two", ofSeconds(3)).alone();
        Check three = lasting("three", ofSeconds(3));
        Report report = run(one, two, three);
        assertThat(startOf(report, one)).isEqualTo(ZERO);
        assertThat(startOf(report, two)).isEqualTo(ofSeconds(3));
        assertThat(startOf(report, three)).isEqualTo(ofSeconds(6));
    }

    @Test
    void each_attempt_and_each_alternative_runs_alone_and_waiting_between_them_holds_up_nobody() {
        Check alone = check("alone", ScriptedProbe.failing("no").takes(ofSeconds(2)))
                .retry(attempts(2).every(ofSeconds(10)))
                .alone();
        Check other = lasting("other", ofSeconds(5));
        Report report = run(alone, other);
        assertThat(startsOf(report, alone)).containsExactly(ZERO, ofSeconds(12));
        assertThat(startOf(report, other)).isEqualTo(ofSeconds(2));
        Check any = anyOf("any", lasting("first", ofSeconds(2)), lasting("second", ofSeconds(2)))
                .alone();
        assertThat(startOf(run(any, other), other)).isEqualTo(ofSeconds(2));
    }

    @Test
    void on_threads_too_nothing_else_runs_meanwhile() {
        AtomicInteger running = new AtomicInteger();
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            boolean alone = i % 7 == 3;
            Check line = check("line " + i, context -> {
                int others = running.incrementAndGet() - 1;
                Thread.yield();
                boolean disturbed = alone && (others > 0 || running.get() > 1);
                running.decrementAndGet();
                return disturbed ? Outcome.failed("not alone") : Outcome.passed("ran");
            });
            items.add(alone ? line.alone() : line);
        }
        Report report = ChecklistRunner.create().run(checklist("list", items));
        assertThat(report.count(Status.PASSED)).isEqualTo(60);
    }
}
