package dev.checklist.rules;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;
import static dev.checklist.rules.Lines.passes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Outcome;
import dev.checklist.run.Attempt;
import dev.checklist.run.Kind;
import dev.checklist.run.Line;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.RunListener;
import dev.checklist.testing.CheckTester;
import dev.checklist.testing.FakeRunClock;
import dev.checklist.testing.ScriptedProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a listener is told, and what a report says of lines and of the run. */
class ToldTest {
    private final List<String> log = new ArrayList<>();

    private final RunListener listener = new RunListener() {
        @Override
        public void runStarted(Checklist checklist) {
            log.add("run " + checklist);
        }

        @Override
        public void lineStarted(Line line) {
            log.add("start " + line.id());
        }

        @Override
        public void attemptEnded(Line line, Attempt attempt, Optional<Duration> next) {
            log.add("attempt " + line.id() + " " + attempt.outcome().status()
                    + next.map(delay -> ", next in " + delay.toSeconds() + " s").orElse(""));
        }

        @Override
        public void lineEnded(Result result) {
            log.add("end " + result.id() + " " + result.status());
        }

        @Override
        public void runEnded(Report report) {
            log.add("ended " + report.verdict());
        }
    };

    @Test
    void a_listener_is_told_what_happens_in_order() {
        Check retried = check("retried", ScriptedProbe.passingAfter(1, "up"))
                .retry(attempts(3).every(ofSeconds(4)));
        CheckTester.create()
                .with(runner -> runner.withListener(listener))
                .run(checklist("list", section("s", retried), signOff("read")));
        assertThat(log)
                .containsExactly(
                        "run list",
                        "start s/retried",
                        "attempt s/retried FAILED, next in 4 s",
                        "attempt s/retried PASSED",
                        "end s/retried PASSED",
                        "end s PASSED",
                        "start read",
                        "end read PENDING",
                        "ended INCOMPLETE");
    }

    @Test
    void what_is_blocked_or_skipped_is_told_as_ended_without_a_start() {
        CheckTester.create()
                .with(runner -> runner.withListener(listener))
                .run(checklist("list", Lines.fails("gate").orStop(), section("s", passes("behind"))));
        assertThat(log).contains("end s/behind BLOCKED", "end s BLOCKED").doesNotContain("start s/behind");
    }

    @Test
    void several_listeners_are_told_and_one_that_throws_disturbs_nobody() {
        RunListener broken = new RunListener() {
            @Override
            public void lineEnded(Result result) {
                throw new IllegalStateException("broken on purpose");
            }
        };
        Report report = CheckTester.create()
                .with(runner -> runner.withListener(broken).withListener(listener))
                .run(checklist("list", passes("good")));
        assertThat(log).contains("end good PASSED", "ended READY");
        assertThat(report.requireReady()).isSameAs(report);
    }

    @Test
    void a_line_says_all_that_was_said_of_its_item() {
        Check line = passes("good")
                .because("why")
                .remedy("kubectl rollout undo")
                .tag("smoke")
                .advisory();
        Report report = CheckTester.create()
                .run(checklist("list", section("s", line), signOff("read").by("Kim"), passes("x")));
        Line told = report.result(line).line();
        assertThat(told.id()).isEqualTo("s/good");
        assertThat(told.title()).isEqualTo("good");
        assertThat(told.kind()).isEqualTo(Kind.CHECK);
        assertThat(told.depth()).isOne();
        assertThat(told.isRequired()).isFalse();
        assertThat(told.reason()).contains("why");
        assertThat(told.remedy()).contains("kubectl rollout undo");
        assertThat(told.tags()).isEqualTo(Set.of("smoke"));
        assertThat(told.role()).isEmpty();
        assertThat(told).hasToString("\"good\" (s/good)");
        assertThat(report.result("read").line().role()).contains("Kim");
        assertThat(report.result("read").line().kind()).isEqualTo(Kind.SIGN_OFF);
        Line section = report.result("s").line();
        assertThat(section.kind()).isEqualTo(Kind.SECTION);
        assertThat(section.kind().isLine()).isFalse();
        assertThat(section.depth()).isZero();
        assertThat(section.isRequired()).isTrue();
        assertThat(report.result("x").line().reason()).isEmpty();
        assertThat(report.result("x").line().tags()).isEmpty();
        assertThat(report.result("x")).hasToString("PASSED \"x\" (x): x was seen");
    }

    @Test
    void a_line_says_the_only_thing_that_was_said_of_its_item() {
        Report report = CheckTester.create()
                .run(checklist(
                        "list",
                        passes("a").because("why"),
                        passes("b").remedy("undo it"),
                        passes("c").tag("smoke"),
                        signOff("d").by("Kim")));
        assertThat(report.result("a").line().reason()).contains("why");
        assertThat(report.result("b").line().remedy()).contains("undo it");
        assertThat(report.result("c").line().tags()).containsExactly("smoke");
        assertThat(report.result("d").line().role()).contains("Kim");
    }

    @Test
    void a_report_says_what_it_is_about_and_when_it_was_made() {
        CheckTester tester = CheckTester.create();
        Check slow = check("slow", ScriptedProbe.passing("x").takes(ofSeconds(7)));
        Report report =
                tester.run(checklist("Release", slow).about("version", "1").about("by", "Kim"));
        assertThat(report.title()).isEqualTo("Release");
        assertThat(report.about().toString()).isEqualTo("{version=1, by=Kim}");
        assertThat(report.facts().startedAt()).isEqualTo(FakeRunClock.DEFAULT_START);
        assertThat(report.facts().endedAt()).isEqualTo(FakeRunClock.DEFAULT_START.plusSeconds(7));
        assertThat(report.facts().host()).isNotBlank();
        assertThat(report.facts().user()).isEqualTo(System.getProperty("user.name"));
        assertThat(report.facts().library()).isNotBlank();
        assertThat(report.endedEarly()).isEmpty();
        assertThat(report.abandonedProbes()).isZero();
        assertThat(report.unselected()).isEmpty();
        Attempt attempt = report.result(slow).attempts().get(0);
        assertThat(attempt).hasToString("2030-01-01T00:00:00Z PASSED: x");
        assertThat(attempt.endedAt()).isEqualTo(report.facts().endedAt());
    }

    @Test
    void a_context_says_what_the_run_is_about() {
        Check line = check(
                        "line",
                        context -> Outcome.passed(context.checklist() + " " + context.about() + " " + context.attempt()
                                + " " + context.remaining() + " " + context.now()))
                .timeout(ofSeconds(9));
        Report report = CheckTester.create().run(checklist("Release", line).about("version", "1"));
        assertThat(report.result(line).message()).isEqualTo("Release {version=1} 1 PT9S 2030-01-01T00:00:00Z");
    }

    @Test
    void a_context_is_dead_after_its_attempt() {
        List<dev.checklist.CheckContext> kept = new ArrayList<>();
        Check line = check("line", context -> {
            kept.add(context);
            return Outcome.passed("x");
        });
        CheckTester.create().run(line);
        org.assertj.core.api.Assertions.assertThatIllegalStateException()
                .isThrownBy(() -> kept.get(0).about())
                .withMessageContaining("do not keep it");
    }

    @Test
    void a_result_of_something_unlisted_is_refused_with_what_there_is() {
        Report report = CheckTester.create().run(checklist("list", passes("a"), passes("b")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report.result("c"))
                .withMessage("no result of the id \"c\" in this run; it has: a, b");
        assertThatIllegalArgumentException().isThrownBy(() -> report.result(passes("a")));
    }
}
