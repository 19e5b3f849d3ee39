package dev.checklist.rules;

import static dev.checklist.Checklists.anyOf;
import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.precondition;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;
import static dev.checklist.rules.Lines.fails;
import static dev.checklist.rules.Lines.passes;
import static dev.checklist.rules.Lines.run;
import static dev.checklist.rules.Lines.startOf;
import static dev.checklist.rules.Lines.statusOf;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.checklist.Check;
import dev.checklist.Item;
import dev.checklist.Outcome;
import dev.checklist.Precondition;
import dev.checklist.Section;
import dev.checklist.Status;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import dev.checklist.testing.ScriptedProbe;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PreconditionTest {
    private static final Precondition NEVER = precondition("the schema changes", () -> false);

    @Test
    void a_condition_that_holds_lets_the_item_be_asked() {
        Check line = passes("line").onlyIf(precondition("always", () -> true));
        assertThat(statusOf(run(line), line)).isEqualTo(Status.PASSED);
    }

    @Test
    void a_condition_that_does_not_hold_skips_the_item_with_the_condition_as_reason() {
        ScriptedProbe probe = ScriptedProbe.passing("seen");
        Check line = check("line", probe).onlyIf(NEVER);
        Result result = run(line).result(line);
        assertThat(result.status()).isEqualTo(Status.SKIPPED);
        assertThat(result.message()).isEqualTo("condition not met: the schema changes");
        assertThat(probe.timesAsked()).isZero();
        assertThat(result.attempts()).isEmpty();
    }

    @Test
    void every_condition_must_hold_and_they_are_asked_in_order() {
        AtomicInteger asked = new AtomicInteger();
        Precondition second = precondition("second", () -> asked.incrementAndGet() > 0);
        Check line = passes("line").onlyIf(NEVER).onlyIf(second);
        assertThat(statusOf(run(line), line)).isEqualTo(Status.SKIPPED);
        assertThat(asked).hasValue(0);
        Check other = passes("other").onlyIf(second).onlyIf(NEVER);
        assertThat(statusOf(run(other), other)).isEqualTo(Status.SKIPPED);
        assertThat(asked).hasValue(1);
    }

    @Test
    void failure_or_null_is_an_error_of_all_its_items_with_one_cause_and_not_skipped() {
        Precondition broken = precondition("the schema changes", () -> {
            throw new IllegalStateException("no database");
        });
        Item[] items = {
            passes("one").onlyIf(broken),
            signOff("two").onlyIf(broken),
            section("three", passes("inner")).onlyIf(broken)
        };
        Report report = run(passes("good"), items);
        assertThat(report.count(Status.ERROR)).isEqualTo(3);
        assertThat(report.causes()).singleElement().satisfies(cause -> {
            assertThat(cause.lines()).hasSize(3);
            assertThat(cause.message())
                    .isEqualTo("the condition \"the schema changes\" could not be judged:"
                            + " IllegalStateException: no database");
        });
        Check onNull = passes("line").onlyIf(precondition("odd", () -> null));
        assertThat(run(onNull).result(onNull).message())
                .isEqualTo("the condition \"odd\" could not be judged: the condition \"odd\" answered null");
    }

    @Test
    void an_assertion_that_fails_in_a_condition_is_an_error_too() {
        Check line = passes("line").onlyIf(precondition("odd", () -> {
            throw new AssertionError("expected 1 but was 2");
        }));
        assertThat(statusOf(run(line), line)).isEqualTo(Status.ERROR);
    }

    @Test
    void a_condition_is_asked_with_the_attempt_timeout_and_a_timeout_is_an_error_of_its_items() {
        Check slow = check("prometheus answers", ScriptedProbe.passing("yes").hangs());
        Check line = passes("line").onlyIf(slow);
        CheckTester tester = CheckTester.create();
        assertThat(tester.run(line).message())
                .isEqualTo("the condition \"prometheus answers\" could not be judged: timed out after 30 s");
        assertThat(tester.elapsed()).isEqualTo(ofSeconds(30));
        Check impatient = passes("line").onlyIf(slow.timeout(ofSeconds(3)));
        assertThat(CheckTester.create().run(impatient).message()).endsWith("timed out after 3 s");
    }

    @Test
    void a_condition_is_asked_on_a_worker() {
        AtomicReference<Thread> asker = new AtomicReference<>();
        Check line = passes("line").onlyIf(precondition("always", () -> {
            asker.set(Thread.currentThread());
            return true;
        }));
        assertThat(ChecklistRunner.create()
                        .run(checklist("list", line))
                        .result(line)
                        .status())
                .isEqualTo(Status.PASSED);
        assertThat(asker.get().getName()).isEqualTo("checklist-worker");
    }

    @Test
    void a_condition_is_asked_once_per_identity_and_run() {
        AtomicInteger asked = new AtomicInteger();
        Precondition counted = precondition("counted", () -> asked.incrementAndGet() % 2 == 1);
        Precondition sameWords = precondition("counted", () -> asked.incrementAndGet() > 100);
        Check one = passes("one").onlyIf(counted);
        Check two = passes("two").onlyIf(counted);
        Section three = section("three", passes("inner")).onlyIf(counted);
        Report report = run(one, two, three);
        assertThat(asked).hasValue(1);
        assertThat(report.count(Status.PASSED)).isEqualTo(3);
        assertThat(statusOf(run(one), one)).as("the next run asks anew").isEqualTo(Status.SKIPPED);
        Check other = passes("other").onlyIf(sameWords);
        assertThat(statusOf(run(one, other), other)).isEqualTo(Status.SKIPPED);
        assertThat(asked).hasValue(4);
    }

    @Test
    void items_that_fall_due_while_the_condition_is_asked_wait_for_the_same_answer() {
        ScriptedProbe probe = ScriptedProbe.passing("yes").takes(ofSeconds(9));
        Check condition = check("installed", probe);
        Check one = passes("one").onlyIf(condition);
        Check two = passes("two").onlyIf(condition.named("the same under another name"));
        Report report = run(one, two);
        assertThat(probe.timesAsked()).isOne();
        assertThat(startOf(report, one)).isEqualTo(startOf(report, two)).isEqualTo(ofSeconds(9));
    }

    @Test
    void a_condition_is_asked_lazily_when_the_first_item_needs_it() {
        AtomicInteger asked = new AtomicInteger();
        Precondition counted = precondition("counted", () -> asked.incrementAndGet() > 0);
        Check behind = passes("behind").onlyIf(counted);
        Report report = run(fails("gate").orStop(), behind);
        assertThat(statusOf(report, behind)).isEqualTo(Status.BLOCKED);
        assertThat(asked).hasValue(0);
        Check seesRollout = passes("late").onlyIf(precondition("seen", () -> asked.get() == 7));
        Check rollout = check("rollout", context -> {
            asked.set(7);
            return Outcome.passed("rolled out");
        });
        assertThat(statusOf(run(section("A", rollout), seesRollout), seesRollout))
                .isEqualTo(Status.PASSED);
    }

    @Test
    void only_if_a_check_passed_goes_on_failed_and_conclusive_does_not_apply_and_anything_else_is_an_error() {
        assertThat(under(Outcome.passed("installed")).status()).isEqualTo(Status.PASSED);
        assertThat(under(Outcome.failed("absent").conclusively()).status()).isEqualTo(Status.SKIPPED);
        assertThat(under(Outcome.failed("absent")).status()).isEqualTo(Status.ERROR);
        assertThat(under(Outcome.error("no answer")).status()).isEqualTo(Status.ERROR);
        assertThat(under(Outcome.error("no answer").conclusively()).status()).isEqualTo(Status.ERROR);
        assertThat(under(Outcome.unsupported("no such API")).status()).isEqualTo(Status.ERROR);
        assertThat(under(Outcome.passed(" ")).status()).isEqualTo(Status.ERROR);
        Check throwing = check("odd", ScriptedProbe.throwing(new IllegalStateException("odd")));
        assertThat(CheckTester.create().run(passes("line").onlyIf(throwing)).status())
                .isEqualTo(Status.ERROR);
    }

    private static Result under(Outcome outcome) {
        return CheckTester.create()
                .run(passes("line").onlyIf(check("prometheus is installed", ScriptedProbe.answering(outcome))));
    }

    @Test
    void the_value_that_decided_is_kept() {
        assertThat(under(Outcome.failed("no such namespace").conclusively()).message())
                .isEqualTo("condition not met: prometheus is installed (no such namespace)");
        assertThat(under(Outcome.failed("no such namespace")).message())
                .isEqualTo("the condition \"prometheus is installed\" could not be judged: no such namespace");
    }

    @Test
    void a_condition_applies_to_items_of_every_kind() {
        Section section = section("section", passes("inner")).onlyIf(NEVER);
        Item person = signOff("person").onlyIf(NEVER);
        Item rated = dev.checklist.Checklists.rating("area").atLeast(3).onlyIf(NEVER);
        Check line = anyOf("any", fails("a"), fails("b")).onlyIf(NEVER);
        Report report = run(passes("good"), section, person, rated, line);
        assertThat(report.count(Status.SKIPPED)).isEqualTo(4);
    }

    @Test
    void a_closed_gate_is_looked_at_before_the_condition() {
        Check line = passes("line").onlyIf(NEVER);
        assertThat(statusOf(run(fails("gate").orStop(), line), line)).isEqualTo(Status.BLOCKED);
    }

    @Test
    void an_item_whose_condition_is_still_being_asked_at_the_end_of_the_run_was_never_started() {
        Check hanging = check("hanging", ScriptedProbe.passing("x").hangs());
        Check line = passes("line").onlyIf(hanging);
        CheckTester tester = CheckTester.create().with(runner -> runner.withDeadline(ofSeconds(10)));
        assertThat(tester.run(line).status()).isEqualTo(Status.BLOCKED);
        Check hog = check("hog", ScriptedProbe.passing("x").hangs()).timeout(ofMinutes(9));
        Report report = tester.with(runner -> runner.withParallelism(1)).run(checklist("list", hog, line));
        assertThat(statusOf(report, line)).isEqualTo(Status.BLOCKED);
        assertThat(report.result(line).endOfRun()).contains("run deadline 10 s");
    }

    @Test
    void a_check_that_is_a_condition_takes_named_because_and_timeout() {
        Check plain = passes("condition").named("other words").because("why").timeout(ofSeconds(1));
        Check line = passes("line").onlyIf(plain);
        assertThat(statusOf(run(line), line)).isEqualTo(Status.PASSED);
        assertThat(line.preconditions()).singleElement().hasToString("other words");
    }

    @Test
    void a_check_that_is_a_condition_refuses_other_modifiers() {
        List<Check> refused = List.of(
                passes("condition").retry(attempts(2)),
                passes("condition").alone(),
                passes("condition").writes((context, outcome) -> {}),
                passes("condition").loads(),
                passes("condition").remedy("do"),
                passes("condition").onFailure((context, outcome) -> "x"),
                passes("condition").orAsk(signOff("x")),
                passes("condition").id("x"),
                passes("condition").tag("x"),
                passes("condition").requires(passes("y")),
                passes("condition").advisory(),
                passes("condition").orStop(),
                passes("condition").onlyIf(NEVER),
                anyOf("condition", passes("a"), passes("b")));
        List<String> modifiers = List.of(
                "retry",
                "alone",
                "writes",
                "loads",
                "remedy",
                "onFailure",
                "orAsk",
                "id",
                "tag",
                "requires",
                "advisory",
                "orStop",
                "onlyIf",
                "anyOf");
        for (int i = 0; i < refused.size(); i++) {
            Check condition = refused.get(i);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> passes("line").onlyIf(condition))
                    .withMessage("the condition \"condition\" has " + modifiers.get(i)
                            + ", which has no meaning there: put it on the line itself");
        }
    }
}
