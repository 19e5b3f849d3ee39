package dev.checklist.rules;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.derivedFrom;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;
import static dev.checklist.Checklists.signOffs;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Outcome;
import dev.checklist.Section;
import dev.checklist.SignOff;
import dev.checklist.Status;
import dev.checklist.run.Attestor;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.Verdict;
import dev.checklist.testing.FakeRunClock;
import dev.checklist.testing.ScriptedProbe;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FreshnessTest {
    private static final SignOff LOOKED = signOff("looked");

    private final FakeRunClock clock = FakeRunClock.create();

    private Attestor slowly(Duration time) {
        return question -> {
            clock.advance(time);
            return Optional.of(question.confirmedBy("Kim"));
        };
    }

    private Report run(Attestor attestor, Checklist list) {
        return ChecklistRunner.create()
                .withClock(clock)
                .withDeadline(ofHours(100))
                .withAttestor(attestor)
                .withEvidenceNoOlderThan(ofMinutes(10))
                .run(list);
    }

    @Test
    void what_passed_too_long_ago_is_asked_again_before_the_verdict() {
        Check line = check("line", ScriptedProbe.passing("seen"));
        Report report = run(slowly(ofHours(5)), checklist("list", line, LOOKED.requires(line)));
        Result result = report.result(line);
        assertThat(result.attempts()).hasSize(2);
        assertThat(result.seenAt()).contains(report.facts().endedAt());
        assertThat(report.verdict()).isEqualTo(Verdict.READY);
    }

    @Test
    void what_holds_no_more_is_red_and_so_is_what_is_derived_from_it() {
        AtomicInteger looks = new AtomicInteger();
        Check line = check(
                "line", context -> looks.incrementAndGet() == 1 ? Outcome.passed("up") : Outcome.failed("gone since"));
        Section steps = section("Steps", line);
        Report report =
                run(slowly(ofHours(5)), checklist("list", steps, LOOKED.requires(line), derivedFrom("All", steps)));
        assertThat(report.result(line).status()).isEqualTo(Status.FAILED);
        assertThat(report.result(line).message()).isEqualTo("gone since");
        assertThat(report.result("all").status()).isEqualTo(Status.FAILED);
        assertThat(report.result(steps).status()).isEqualTo(Status.FAILED);
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_READY);
    }

    @Test
    void what_is_fresh_enough_is_not_asked_again() {
        Check line = check("line", ScriptedProbe.passing("seen"));
        Report report = run(slowly(ofMinutes(10)), checklist("list", line, LOOKED.requires(line)));
        assertThat(report.result(line).attempts()).hasSize(1);
        Report never = ChecklistRunner.create()
                .withClock(clock)
                .withDeadline(ofHours(100))
                .withAttestor(slowly(ofHours(9)))
                .run(checklist("list", line, LOOKED.requires(line)));
        assertThat(never.result(line).attempts()).hasSize(1);
    }

    @Test
    void the_second_look_is_retried_as_the_first_one_was() {
        AtomicInteger looks = new AtomicInteger();
        Check line = check(
                        "line",
                        context -> looks.incrementAndGet() == 2 ? Outcome.failed("restarting") : Outcome.passed("up"))
                .retry(attempts(3).every(ofSeconds(5)));
        Report report = run(slowly(ofHours(5)), checklist("list", line, LOOKED.requires(line)));
        assertThat(report.result(line).attempts()).hasSize(3);
        assertThat(report.verdict()).isEqualTo(Verdict.READY);
    }

    @Test
    void what_writes_or_runs_alone_is_listed_instead() {
        Check alone = check("alone", context -> Outcome.passed("fast")).alone();
        Report report = run(slowly(ofHours(5)), checklist("list", alone, LOOKED.requires(alone)));
        assertThat(report.result(alone).attempts()).hasSize(1);
        assertThat(report.findings())
                .singleElement()
                .asString()
                .contains("1 PASSED line(s)")
                .contains("alone");
    }

    @Test
    void what_people_confirmed_is_not_asked_again() {
        AtomicInteger looks = new AtomicInteger();
        Check line = check("line", context -> {
                    looks.incrementAndGet();
                    return Outcome.unsupported("no such API");
                })
                .orAsk(signOff("looked by hand"));
        Report report = run(slowly(ofHours(5)), checklist("list", line, LOOKED.requires(line)));
        assertThat(looks).hasValue(1);
        assertThat(report.verdict()).isEqualTo(Verdict.READY);
    }

    @Test
    void people_sign_what_was_just_seen() {
        AtomicInteger looks = new AtomicInteger();
        Check line = check("line", context -> Outcome.passed("look " + looks.incrementAndGet()));
        AtomicInteger atSignature = new AtomicInteger();
        Attestor attestor = question -> {
            if (question.line().role().isPresent()) {
                atSignature.set(looks.get());
            } else {
                clock.advance(ofHours(5));
            }
            return Optional.of(question.confirmedBy("Kim"));
        };
        Report report = run(attestor, checklist("list", line, LOOKED.requires(line), signOffs("Lead")));
        assertThat(atSignature).hasValue(2);
        assertThat(report.verdict()).isEqualTo(Verdict.READY);
    }

    @Test
    void a_line_that_turns_red_while_people_sign_takes_the_signature_back() {
        AtomicInteger looks = new AtomicInteger();
        Check line = check(
                "line", context -> looks.incrementAndGet() == 1 ? Outcome.passed("up") : Outcome.failed("gone since"));
        Report report = run(slowly(ofHours(5)), checklist("list", line, signOffs("Lead")));
        Result signature = report.result("sign-off-lead");
        assertThat(report.result(line).status()).isEqualTo(Status.FAILED);
        assertThat(signature.status()).isEqualTo(Status.PENDING);
        assertThat(signature.message()).contains("the verdict was READY and is NOT_READY");
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_READY);
    }

    @Test
    void a_signature_stays_when_the_second_look_says_the_same() {
        Check line = check("line", context -> Outcome.passed("up"));
        Report report = run(slowly(ofHours(5)), checklist("list", line, signOffs("Lead", "Other")));
        assertThat(report.verdict()).isEqualTo(Verdict.READY);
        assertThat(report.result(line).attempts()).hasSize(2);
    }

    @Test
    void a_run_that_ends_before_the_second_look_leaves_nothing_green() {
        Check line = check("line", context -> Outcome.passed("up"));
        Report report = ChecklistRunner.create()
                .withClock(clock)
                .withDeadline(ofHours(1))
                .withAttestor(slowly(ofHours(5)))
                .withEvidenceNoOlderThan(ofMinutes(10))
                .run(checklist("list", line, LOOKED.requires(line).advisory()));
        assertThat(report.verdict()).isNotEqualTo(Verdict.READY);
    }

    @Test
    void a_second_look_that_the_end_of_the_run_cuts_short_is_an_error() {
        AtomicInteger looks = new AtomicInteger();
        Check line = check(
                        "line",
                        context -> looks.incrementAndGet() == 1
                                ? Outcome.passed("up")
                                : ScriptedProbe.passing("late")
                                        .takes(ofHours(200))
                                        .evaluate(context))
                .timeout(ofHours(300));
        Report report = run(slowly(ofHours(5)), checklist("list", line, LOOKED.requires(line)));
        assertThat(report.result(line).status()).isEqualTo(Status.ERROR);
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_READY);
    }

    @Test
    void no_time_is_no_limit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChecklistRunner.create().withEvidenceNoOlderThan(Duration.ZERO))
                .withMessageContaining("oldest evidence");
    }
}
