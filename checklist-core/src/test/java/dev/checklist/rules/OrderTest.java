package dev.checklist.rules;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;
import static dev.checklist.Checklists.steps;
import static dev.checklist.rules.Lines.endOf;
import static dev.checklist.rules.Lines.fails;
import static dev.checklist.rules.Lines.passes;
import static dev.checklist.rules.Lines.run;
import static dev.checklist.rules.Lines.startOf;
import static dev.checklist.rules.Lines.statusOf;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Outcome;
import dev.checklist.SignOff;
import dev.checklist.Status;
import dev.checklist.run.Attestor;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import dev.checklist.testing.ScriptedProbe;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTest {
    private static Check lasting(String title, Duration time) {
        return check(title, ScriptedProbe.passing(title).takes(time));
    }

    @Test
    void sections_keep_the_order_of_the_page() {
        Check first = lasting("first", ofSeconds(10));
        Check second = lasting("second", ofSeconds(10));
        Check third = lasting("third", ofSeconds(10));
        Report report = run(section("A", first), section("B", second), section("C", third));
        assertThat(startOf(report, first)).isEqualTo(ZERO);
        assertThat(startOf(report, second)).isEqualTo(ofSeconds(10));
        assertThat(startOf(report, third)).isEqualTo(ofSeconds(20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PASSED", "FAILED", "ERROR"})
    void a_section_starts_when_everything_before_it_at_its_level_has_ended_whatever_the_result(Status status) {
        Outcome outcome = status == Status.PASSED
                ? Outcome.passed("seen")
                : status == Status.FAILED ? Outcome.failed("broken") : Outcome.error("unknown");
        Check quick = passes("quick");
        Check slow = check("slow", ScriptedProbe.answering(outcome).takes(ofSeconds(20)));
        Check later = passes("later");
        Report report = run(quick, slow, section("section", later));
        assertThat(statusOf(report, slow)).isEqualTo(status);
        assertThat(statusOf(report, later)).isEqualTo(Status.PASSED);
        assertThat(startOf(report, later)).isEqualTo(endOf(report, slow)).isEqualTo(ofSeconds(20));
    }

    @Test
    void what_follows_a_section_starts_when_it_has_ended() {
        Check inner = lasting("inner", ofSeconds(7));
        Check line = passes("line after");
        Report report = run(section("section", inner), line);
        assertThat(startOf(report, line)).isEqualTo(ofSeconds(7));
    }

    @Test
    void a_section_that_is_skipped_or_blocked_lets_what_follows_start() {
        Check skipped = Lines.passes("not here").onlyIf(dev.checklist.Checklists.precondition("never", () -> false));
        Check blocked = passes("behind the root").requires(Lines.ROOT);
        Check after = passes("after");
        Report report = run(Lines.ROOT, section("A", skipped), section("B", blocked), after);
        assertThat(statusOf(report, after)).isEqualTo(Status.PASSED);
    }

    @Test
    void plain_items_next_to_each_other_run_together() {
        Check one = lasting("one", ofSeconds(10));
        Check two = lasting("two", ofSeconds(10));
        Check three = lasting("three", ofSeconds(5));
        Check four = lasting("four", ofSeconds(5));
        Report report = run(one, two, section("section", passes("between")), three, four);
        assertThat(startOf(report, two)).isEqualTo(startOf(report, one)).isEqualTo(ZERO);
        assertThat(startOf(report, four)).isEqualTo(startOf(report, three)).isEqualTo(ofSeconds(10));
    }

    @Test
    void sections_inside_a_section_keep_the_order_of_the_page() {
        Check first = lasting("first", ofSeconds(3));
        Check second = lasting("second", ofSeconds(3));
        Check last = passes("last");
        Report report = run(section("outer", section("A", first), section("B", second)), section("next", last));
        assertThat(startOf(report, second)).isEqualTo(ofSeconds(3));
        assertThat(startOf(report, last)).isEqualTo(ofSeconds(6));
    }

    @Test
    void people_are_never_waited_for() {
        CountDownLatch afterwards = new CountDownLatch(1);
        Attestor patient = question -> {
            afterwards.await(); // answers only once what follows on the page has run
            return Optional.of(question.confirmedBy("Kim"));
        };
        SignOff read = signOff("the plan was read");
        Check beside = passes("beside the person");
        Check after = check("after the person", context -> {
            afterwards.countDown();
            return Outcome.passed("ran while the person thought");
        });
        Report report = ChecklistRunner.create()
                .withAttestor(patient)
                .withDeadline(ofMinutes(1))
                .run(checklist("list", section("people", read, beside), section("next", after)));
        assertThat(statusOf(report, read)).isEqualTo(Status.PASSED);
        assertThat(statusOf(report, after)).isEqualTo(Status.PASSED);
    }

    @Test
    void a_section_of_people_alone_holds_up_nothing_and_the_one_before_it_still_does() {
        Check slow = lasting("slow", ofSeconds(9));
        Check last = passes("last");
        Report report = run(section("machine", slow), section("people", signOff("read")), section("next", last));
        assertThat(startOf(report, last)).isEqualTo(ofSeconds(9));
    }

    @Test
    void a_question_that_stands_in_for_the_machine_is_not_waited_for() {
        CountDownLatch afterwards = new CountDownLatch(1);
        Attestor patient = question -> {
            afterwards.await();
            return Optional.of(question.confirmedBy("Kim"));
        };
        Check blind =
                check("blind", context -> Outcome.unsupported("no such API")).orAsk(signOff("looked by hand"));
        Check after = check("after", context -> {
            afterwards.countDown();
            return Outcome.passed("ran");
        });
        Report report = ChecklistRunner.create()
                .withAttestor(patient)
                .withDeadline(ofMinutes(1))
                .run(checklist("list", section("A", blind), section("B", after)));
        assertThat(statusOf(report, blind)).isEqualTo(Status.PASSED);
        assertThat(statusOf(report, after)).isEqualTo(Status.PASSED);
    }

    @Test
    void steps_makes_each_item_a_gate_for_the_next() {
        Check first = lasting("first", ofSeconds(4));
        Check second = check("second", ScriptedProbe.failing("broken").takes(ofSeconds(4)));
        Check third = passes("third");
        Check fourth = passes("fourth");
        Report report = run(steps("rollout", first, second, third, fourth), passes("outside"));
        assertThat(startOf(report, second)).isEqualTo(ofSeconds(4));
        assertThat(statusOf(report, third)).isEqualTo(Status.BLOCKED);
        assertThat(statusOf(report, fourth)).isEqualTo(Status.BLOCKED);
        assertThat(report.result(fourth).roots())
                .containsExactly(report.result(second).id());
        assertThat(report.count(Status.PASSED)).isEqualTo(2);
    }

    @Test
    void concurrently_lifts_the_order_among_the_parts_of_a_section() {
        Check one = lasting("one", ofSeconds(10));
        Check two = lasting("two", ofSeconds(10));
        Check after = passes("after");
        Report report =
                run(section("outer", section("A", one), section("B", two)).concurrently(), section("C", after));
        assertThat(startOf(report, two)).isEqualTo(ZERO);
        assertThat(startOf(report, after)).isEqualTo(ofSeconds(10));
    }

    @Test
    void concurrently_lifts_the_order_among_the_parts_of_a_list_but_not_inside_them() {
        Check one = lasting("one", ofSeconds(10));
        Check two = lasting("two", ofSeconds(10));
        Check inner = passes("inner");
        Checklist list = checklist("list", section("A", one), section("B", section("C", two), section("D", inner)))
                .concurrently();
        Report report = CheckTester.create().run(list);
        assertThat(startOf(report, two)).isEqualTo(ZERO);
        assertThat(startOf(report, inner)).isEqualTo(ofSeconds(10));
    }

    @Test
    void concurrently_does_not_lift_gates() {
        Check gate = fails("gate").orStop();
        Check behind = passes("behind");
        Report report = run(section("outer", gate, section("B", behind)).concurrently());
        assertThat(statusOf(report, behind)).isEqualTo(Status.BLOCKED);
    }

    @Test
    void a_health_line_after_a_rollout_section_is_never_read_before_the_rollout_ended() {
        Check rollout = check(
                        "rolled out", ScriptedProbe.passingAfter(20, "3 of 3").takes(ofSeconds(2)))
                .retry(attempts(30).every(ofSeconds(10)));
        Check health = check("healthy", context -> Outcome.passed("read at " + context.now()));
        Report report = run(section("Rollout", rollout), health);
        assertThat(report.result(rollout).attempts()).hasSize(21);
        assertThat(startOf(report, health)).isEqualTo(endOf(report, rollout)).isEqualTo(ofSeconds(242));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 64})
    void on_threads_too_a_health_line_is_never_read_before_the_rollout_ended(int parallelism) {
        AtomicInteger rolledOut = new AtomicInteger();
        Check rollout = check("rolled out", context -> {
                    int look = rolledOut.incrementAndGet();
                    return look < 5 ? Outcome.failed("still " + look) : Outcome.passed("done");
                })
                .retry(attempts(9).every(Duration.ofMillis(1)));
        Check health = check(
                "healthy", context -> Outcome.passed("rolled out in " + rolledOut.get() + " looks before this one"));
        Report report = ChecklistRunner.create()
                .withParallelism(parallelism)
                .run(checklist("list", section("Rollout", rollout), section("Health", health)));
        assertThat(report.result(health).message()).isEqualTo("rolled out in 5 looks before this one");
    }

    @Test
    void the_report_is_in_list_order_and_shows_when_each_line_was_seen() {
        Check slow = lasting("slow", ofSeconds(10));
        Check quick = lasting("quick", ofSeconds(1));
        Check last = passes("last");
        Report report = run(slow, quick, section("section", last));
        assertThat(report.results()).extracting(Result::id).containsExactly("slow", "quick", "section", "section/last");
        assertThat(report.lines())
                .extracting(line -> Duration.between(
                                report.facts().startedAt(), line.seenAt().orElseThrow())
                        .toSeconds())
                .containsExactly(10L, 1L, 10L);
    }
}
