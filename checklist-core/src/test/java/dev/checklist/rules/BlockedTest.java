package dev.checklist.rules;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;
import static dev.checklist.Checklists.steps;
import static dev.checklist.rules.Lines.errs;
import static dev.checklist.rules.Lines.fails;
import static dev.checklist.rules.Lines.passes;
import static dev.checklist.rules.Lines.run;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Item;
import dev.checklist.Section;
import dev.checklist.Status;
import dev.checklist.run.Cause;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.Verdict;
import dev.checklist.testing.CheckTester;
import dev.checklist.testing.ScriptedProbe;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockedTest {
    @Test
    void blocked_items_name_their_roots_and_never_another_blocked_one() {
        Check root = fails("root");
        Check second = passes("second").requires(root);
        Check third = passes("third").requires(second);
        Report report = run(root, second, third);
        assertThat(report.result(third).roots()).containsExactly("root");
        assertThat(report.result(third).message()).isEqualTo("not asked, because of \"root\"");
        assertThat(report.result(third).endOfRun()).isEmpty();
    }

    @Test
    void the_roots_of_a_closed_section_are_its_unpassed_lines() {
        Section gate = section(
                        "gate",
                        passes("good"),
                        fails("bad"),
                        section("inner", errs("unknown"), signOff("open")),
                        fails("note").advisory(),
                        section("notes", fails("deep note").advisory()))
                .orStop();
        Check behind = passes("behind");
        assertThat(run(gate, behind).result(behind).roots())
                .containsExactly("gate/bad", "gate/inner/unknown", "gate/inner/open");
    }

    @Test
    void several_causes_are_all_named_once() {
        Check bad = fails("bad");
        Check open = passes("late").requires(bad);
        Item pending = signOff("open");
        Check behind = passes("behind").requires(bad).requires(open).requires(pending);
        assertThat(run(bad, open, pending, behind).result(behind).roots()).containsExactly("bad", "open");
    }

    @Test
    void the_message_of_a_blocked_line_names_four_roots_at_most() {
        List<Item> bad = new ArrayList<>();
        Check behind = passes("behind");
        for (String name : List.of("a", "b", "c", "d", "e")) {
            Check one = fails(name);
            bad.add(one);
            behind = behind.requires(one);
        }
        bad.add(behind);
        Result result = CheckTester.create().run(checklist("list", bad)).result(behind);
        assertThat(result.roots()).hasSize(5);
        assertThat(result.message()).isEqualTo("not asked, because of \"a\", \"b\", \"c\", \"d\"");
    }

    @Test
    void what_the_end_of_the_run_kept_from_starting_names_the_end_of_the_run() {
        Check slow = check("slow", ScriptedProbe.passing("seen").hangs()).timeout(ofMinutes(10));
        Check never = passes("never");
        Check behind = passes("behind").requires(never);
        Report report = CheckTester.create()
                .with(runner -> runner.withDeadline(ofMinutes(3)))
                .run(checklist("list", section("A", slow), section("B", never, behind)));
        assertThat(report.result(slow).status()).isEqualTo(Status.ERROR);
        for (Check line : List.of(never, behind)) {
            assertThat(report.result(line).status()).isEqualTo(Status.BLOCKED);
            assertThat(report.result(line).roots()).isEmpty();
            assertThat(report.result(line).endOfRun()).contains("run deadline 3 min");
            assertThat(report.result(line).message()).isEqualTo("not asked: run deadline 3 min");
            assertThat(report.result(line).attempts()).isEmpty();
        }
        assertThat(report.endedEarly()).contains("run deadline 3 min");
    }

    @Test
    void the_report_leads_with_causes_and_counts_what_each_blocks() {
        Check gate = fails("the cluster answers").orStop();
        List<Item> items = new ArrayList<>(List.of(gate));
        for (int i = 0; i < 14; i++) {
            items.add(passes("line " + i));
        }
        items.add(fails("a note").advisory());
        Report report = CheckTester.create().run(checklist("list", items));
        assertThat(report.causes()).hasSize(1);
        Cause cause = report.causes().get(0);
        assertThat(cause.first().line().title()).isEqualTo("the cluster answers");
        assertThat(cause.message()).isEqualTo("the cluster answers does not hold");
        assertThat(cause.blocked()).hasSize(15).allMatch(result -> result.status() == Status.BLOCKED);
    }

    @Test
    void each_broken_line_is_a_cause_of_its_own_in_list_order() {
        Report report = run(
                fails("one"),
                passes("good"),
                errs("two"),
                signOff("open"),
                fails("note").advisory());
        assertThat(report.causes())
                .extracting(cause -> cause.first().line().title())
                .containsExactly("one", "two");
        assertThat(report.open()).extracting(result -> result.line().title()).containsExactly("open");
    }

    @Test
    void lines_that_a_condition_broke_are_one_cause() {
        var condition = dev.checklist.Checklists.precondition("the schema changes", () -> {
            throw new IllegalStateException("no database");
        });
        Report report = run(passes("one").onlyIf(condition), passes("two").onlyIf(condition), fails("three"));
        assertThat(report.causes()).hasSize(2);
        assertThat(report.causes().get(0).lines()).extracting(Result::id).containsExactly("one", "two");
    }

    @Test
    void a_retried_gate_blocks_nothing_before_its_last_attempt() {
        Check gate = check("gate", ScriptedProbe.passingAfter(3, "up"))
                .retry(attempts(5).every(ofSeconds(1)))
                .orStop();
        Check behind = passes("behind");
        Report report = run(steps("steps", gate, behind));
        assertThat(report.verdict()).isEqualTo(Verdict.READY);
        assertThat(Lines.startOf(report, behind)).isEqualTo(ofSeconds(3));
    }
}
