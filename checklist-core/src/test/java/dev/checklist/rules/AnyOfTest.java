package dev.checklist.rules;

import static dev.checklist.Checklists.anyOf;
import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.precondition;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;
import static dev.checklist.rules.Lines.errs;
import static dev.checklist.rules.Lines.fails;
import static dev.checklist.rules.Lines.passes;
import static dev.checklist.rules.Lines.run;
import static dev.checklist.rules.Lines.startsOf;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.checklist.AnyOf;
import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.Precondition;
import dev.checklist.Status;
import dev.checklist.run.Attempt;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import dev.checklist.testing.ScriptedProbe;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnyOfTest {
    private static final Precondition NEVER = precondition("it is a Mac", () -> false);

    private static Result result(Check line) {
        return CheckTester.create().run(line);
    }

    @Test
    void any_of_is_one_line() {
        Report report = run(anyOf("kustomize is available", fails("kustomize"), passes("kubectl")));
        assertThat(report.lines()).singleElement().satisfies(line -> {
            assertThat(line.id()).isEqualTo("kustomize-is-available");
            assertThat(line.attempts()).hasSize(1);
        });
    }

    @Test
    void its_alternatives_are_asked_in_order_until_one_passes() {
        ScriptedProbe third = ScriptedProbe.passing("third");
        Outcome seen = Outcome.passed("kustomize 5.4")
                .with("path", "/usr/bin/kubectl")
                .identifiedBy("tool", "kubectl")
                .warning("old");
        Check line =
                anyOf("any", fails("first"), check("kubectl", ScriptedProbe.answering(seen)), check("third", third));
        Result result = result(line);
        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(result.message()).isEqualTo("kubectl: kustomize 5.4");
        assertThat(result.evidence()).containsEntry("path", "/usr/bin/kubectl");
        assertThat(result.identity()).containsEntry("tool", "kubectl");
        assertThat(result.warnings()).containsExactly("old");
        assertThat(third.timesAsked()).isZero();
    }

    @Test
    void an_alternative_that_could_not_be_judged_does_not_keep_the_next_from_being_asked() {
        assertThat(result(anyOf("any", errs("first"), passes("second"))).status())
                .isEqualTo(Status.PASSED);
        Check broken = check("broken", context -> null);
        assertThat(result(anyOf("any", broken, passes("second"))).status()).isEqualTo(Status.PASSED);
        Check hanging = check("hanging", ScriptedProbe.passing("x").hangs());
        assertThat(result(anyOf("any", hanging, passes("second"))).status()).isEqualTo(Status.PASSED);
    }

    @Test
    void none_passed_is_an_error_if_any_could_not_be_judged() {
        Result result = result(anyOf("any", fails("first"), errs("second"), fails("third")));
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message())
                .isEqualTo("no alternative passed, and not all could be judged: first: first does not hold;"
                        + " second: second could not be judged; third: third does not hold");
    }

    @Test
    void none_passed_is_else_failed_with_all_messages() {
        Result result = result(anyOf("any", fails("first"), fails("second")));
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.message())
                .isEqualTo("no alternative passed: first: first does not hold; second: second does not hold");
    }

    @Test
    void an_alternative_that_passes_without_saying_what_it_saw_does_not_pass() {
        Check silent = check("silent", context -> Outcome.passed(""));
        Result result = result(anyOf("any", silent, fails("second")));
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("silent: passed without saying what was seen");
        assertThat(AnyOf.judge(List.of(new AnyOf.Answer("silent", Outcome.passed(" "))))
                        .status())
                .isEqualTo(Status.ERROR);
    }

    @Test
    void outside_a_run_the_alternatives_are_asked_in_order_too() throws Exception {
        AnyOf probe = new AnyOf(List.of(fails("first"), passes("second"), errs("third")));
        Check wrapped = check("wrapped", probe::evaluate);
        assertThat(result(wrapped).message()).isEqualTo("second: second was seen");
        AnyOf none = new AnyOf(List.of(fails("first"), fails("second")));
        assertThat(result(check("wrapped", none::evaluate)).status()).isEqualTo(Status.FAILED);
        assertThat(AnyOf.judge(List.of()).status()).isEqualTo(Status.ERROR);
    }

    @Test
    void retry_belongs_to_the_any_of_and_starts_with_the_first_alternative_again() {
        ScriptedProbe first = ScriptedProbe.failing("no");
        Check line = anyOf("any", check("first", first), check("second", ScriptedProbe.passingAfter(2, "up")))
                .retry(attempts(5).every(ofSeconds(10)));
        Report report = run(line);
        assertThat(report.result(line).message()).isEqualTo("second: up");
        assertThat(first.timesAsked()).isEqualTo(3);
        assertThat(startsOf(report, line)).containsExactly(ofSeconds(0), ofSeconds(10), ofSeconds(20));
    }

    @Test
    void an_attempt_lasts_as_long_as_all_its_alternatives_and_each_has_the_timeout_to_itself() {
        Check slow = check("slow", ScriptedProbe.failing("no").takes(ofSeconds(20)));
        Check line = anyOf("any", slow, slow.named("again")).retry(attempts(2).every(ofSeconds(5)));
        Report report = run(line);
        assertThat(report.result(line).attempts()).extracting(Attempt::duration).containsOnly(ofSeconds(40));
        assertThat(startsOf(report, line)).containsExactly(ofSeconds(0), ofSeconds(45));
    }

    @Test
    void conclusive_is_what_all_alternatives_say_conclusively() {
        Outcome gone = Outcome.failed("gone").conclusively();
        Check settled =
                anyOf("any", check("a", ScriptedProbe.answering(gone)), check("b", ScriptedProbe.answering(gone)));
        assertThat(result(settled.retry(attempts(9))).attempts()).hasSize(2);
        Check open = anyOf("any", check("a", ScriptedProbe.answering(gone)), fails("b"));
        assertThat(result(open.retry(attempts(9))).attempts()).hasSize(9);
    }

    @Test
    void a_look_that_is_final_keeps_the_line_from_being_asked_again() {
        Check broken = check("broken", context -> null);
        assertThat(result(anyOf("any", broken, fails("b")).retry(attempts(5))).attempts())
                .hasSize(1);
        assertThat(result(anyOf("any", fails("b"), broken).retry(attempts(5))).attempts())
                .hasSize(1);
    }

    @Test
    void alternatives_keep_named_because_timeout_and_only_if() {
        Check first = check("first", ScriptedProbe.passing("x").hangs())
                .timeout(ofSeconds(2))
                .named("other words")
                .because("why");
        Check line = anyOf("any", first, passes("b").onlyIf(NEVER));
        Result result = result(line);
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message())
                .isEqualTo("no alternative passed, and not all could be judged: other words: timed out after 2 s;"
                        + " b: condition not met: it is a Mac");
    }

    @Test
    void alternatives_that_do_not_apply_are_failed_and_conclusive() {
        Check line = anyOf("any", passes("a").onlyIf(NEVER), passes("b").onlyIf(NEVER));
        Check before = check("before", ScriptedProbe.passing("x").takes(ofSeconds(20)));
        Report report = run(
                section("A", before),
                section("B", line.retry(attempts(9).every(ofSeconds(5)).within(ofSeconds(8)))));
        assertThat(report.result(line).status()).isEqualTo(Status.FAILED);
        assertThat(startsOf(report, line)).containsExactly(ofSeconds(20), ofSeconds(25));
    }

    @Test
    void an_alternative_whose_condition_could_not_be_judged_could_not_be_judged() {
        Precondition broken = precondition("odd", () -> null);
        Result result = result(anyOf("any", passes("a").onlyIf(broken), fails("b")));
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("a: the condition \"odd\" answered null");
        assertThat(result(anyOf("any", passes("a").onlyIf(broken), passes("b"))).status())
                .isEqualTo(Status.PASSED);
    }

    @Test
    void cut_short_inside_an_alternative_it_is_an_error() {
        Check slow = check("slow", ScriptedProbe.failing("no").takes(ofSeconds(8)));
        ScriptedProbe never = ScriptedProbe.passing("x");
        Check line =
                anyOf("any", slow, slow.named("again"), check("never", never)).retry(attempts(5));
        Result result = CheckTester.create()
                .with(runner -> runner.withDeadline(ofSeconds(10)))
                .run(line);
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("again: stopped inside attempt 1: run deadline 10 s");
        assertThat(never.timesAsked()).isZero();
    }

    @Test
    void cut_short_between_two_alternatives_of_a_later_attempt_it_is_an_error_too() {
        Check quick = check("quick", ScriptedProbe.failing("no").takes(ofSeconds(2)));
        Check line = anyOf("any", quick, quick.named("again")).retry(attempts(5).every(ofSeconds(2)));
        Check hog = check("hog", ScriptedProbe.passing("x").hangs()).timeout(ofMinutes(9));
        // attempt 1 lasts 0-4 s, attempt 2 starts at 6 s; the line that falls due at 7 s takes the only slot at 8 s
        Check clock = check("clock", ScriptedProbe.passing("x").takes(ofSeconds(7)));
        Report report = CheckTester.create()
                .with(runner -> runner.withDeadline(ofSeconds(30)).withParallelism(2))
                .run(checklist(
                        "list",
                        section(
                                        "all",
                                        line,
                                        section("hogs", hog, hog.id("second")).requires(clock),
                                        clock)
                                .concurrently()));
        assertThat(report.result(line).attempts()).hasSize(2);
        assertThat(report.result(line).status()).isEqualTo(Status.ERROR);
        assertThat(report.result(line).message()).contains("not started: run deadline 30 s");
    }

    @Test
    void fewer_than_two_alternatives_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AnyOf(List.of(passes("only"))))
                .withMessage("anyOf has 1 alternative: expected two or more");
    }

    @Test
    void another_modifier_on_an_alternative_is_refused() {
        List<Check> refused = List.of(
                passes("b").retry(attempts(2)),
                passes("b").alone(),
                passes("b").writes((context, outcome) -> {}),
                passes("b").loads(),
                passes("b").remedy("do"),
                passes("b").onFailure((context, outcome) -> "x"),
                passes("b").orAsk(signOff("x")),
                passes("b").id("x"),
                passes("b").tag("x"),
                passes("b").requires(passes("y")),
                passes("b").advisory(),
                passes("b").orStop(),
                anyOf("b", passes("c"), passes("d")));
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
                "anyOf");
        for (int i = 0; i < refused.size(); i++) {
            Check alternative = refused.get(i);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> anyOf("any", passes("a"), alternative))
                    .withMessage("the alternative \"b\" has " + modifiers.get(i)
                            + ", which has no meaning there: put it on the line itself");
        }
    }
}
