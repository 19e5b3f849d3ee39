package dev.checklist.rules;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.precondition;
import static dev.checklist.Checklists.signOff;
import static dev.checklist.rules.Lines.answering;
import static dev.checklist.rules.Lines.no;
import static dev.checklist.rules.Lines.passes;
import static dev.checklist.rules.Lines.yes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.checklist.Check;
import dev.checklist.Mark;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import dev.checklist.SignOff;
import dev.checklist.Status;
import dev.checklist.run.Attestation;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Question;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.Run;
import dev.checklist.run.Verdict;
import dev.checklist.testing.CheckTester;
import dev.checklist.testing.ScriptedProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OrAskTest {
    private static final SignOff QUESTION =
            signOff("the dump is encrypted").by("DBA").because("seen by hand");
    private static final Outcome UNSUPPORTED = Outcome.unsupported("this store has no such API");
    private static final Outcome NOT_PERMITTED = Outcome.notPermitted("needs s3:GetEncryptionConfiguration");

    private static Check line(Outcome outcome) {
        return check("encrypted", ScriptedProbe.answering(outcome)).orAsk(QUESTION);
    }

    static Stream<Outcome> couldNotLook() {
        return Stream.of(UNSUPPORTED, NOT_PERMITTED);
    }

    @ParameterizedTest
    @MethodSource("couldNotLook")
    void an_error_marked_unsupported_or_not_permitted_becomes_a_question_that_shows_what_the_machine_said(
            Outcome outcome) {
        AtomicReference<Question> asked = new AtomicReference<>();
        Result result = answering(question -> {
                    asked.set(question);
                    return Optional.empty();
                })
                .run(line(outcome));
        assertThat(result.status()).isEqualTo(Status.PENDING);
        assertThat(result.message()).isEqualTo("waits for the DBA; the machine could not look: " + outcome.message());
        assertThat(result.line().title()).isEqualTo("encrypted");
        assertThat(result.attempts()).hasSize(1);
        assertThat(asked.get().seen()).contains(outcome.message());
        assertThat(asked.get().line().title()).isEqualTo("the dump is encrypted");
        assertThat(asked.get().line().role()).contains("DBA");
        assertThat(asked.get().line().reason()).contains("seen by hand");
        assertThat(asked.get().line().id()).isEqualTo("encrypted");
    }

    @Test
    void a_question_still_open_at_the_end_of_the_run_is_pending_and_keeps_what_the_machine_said()
            throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        Run run = ChecklistRunner.create()
                .withAttestor(question -> {
                    asked.countDown();
                    new CountDownLatch(1).await();
                    return Optional.empty();
                })
                .start(checklist("list", line(UNSUPPORTED)));
        asked.await();
        run.cancel();
        Result result = run.report().result("encrypted");
        assertThat(result.status()).isEqualTo(Status.PENDING);
        assertThat(result.message())
                .isEqualTo("waits for the DBA; no answer before the end of the run: the run was cancelled;"
                        + " the machine could not look: this store has no such API");
        assertThat(result.attempts()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("couldNotLook")
    void without_or_ask_the_line_stays_an_error(Outcome outcome) {
        Result result = answering(yes()).run(check("encrypted", ScriptedProbe.answering(outcome)));
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.mark()).isEqualTo(outcome.mark());
        assertThat(result.mark().couldNotLook()).isTrue();
    }

    @Test
    void confirmed_it_is_passed_and_refused_it_is_failed() {
        Result passed = answering(yes()).run(line(UNSUPPORTED));
        assertThat(passed.status()).isEqualTo(Status.PASSED);
        assertThat(passed.message())
                .isEqualTo("confirmed by Kim; the machine could not look: this store has no such API");
        assertThat(passed.attestation().orElseThrow().who()).isEqualTo("Kim");
        assertThat(passed.seenAt()).isPresent();
        assertThat(answering(no()).run(line(UNSUPPORTED)).status()).isEqualTo(Status.FAILED);
    }

    static Stream<Probe> brokenOrFailed() {
        return Stream.of(
                ScriptedProbe.failing("not encrypted"),
                ScriptedProbe.answering(Outcome.failed("not encrypted").conclusively()),
                ScriptedProbe.answering(Outcome.error("503")),
                ScriptedProbe.throwing(new java.net.ConnectException("refused")),
                ScriptedProbe.passing("x").hangs(),
                context -> null);
    }

    @ParameterizedTest
    @MethodSource("brokenOrFailed")
    void failed_time_outs_5xx_and_unreachable_targets_never_become_a_question(Probe probe) {
        List<Question> asked = new ArrayList<>();
        Result result = answering(question -> {
                    asked.add(question);
                    return Optional.of(question.confirmedBy("Kim"));
                })
                .run(check("encrypted", probe).orAsk(QUESTION));
        assertThat(result.status()).isIn(Status.FAILED, Status.ERROR);
        assertThat(result.mark()).isEqualTo(Mark.PLAIN);
        assertThat(asked).isEmpty();
    }

    @Test
    void the_answer_is_bound_to_what_the_machine_said() {
        AtomicReference<Attestation> earlier = new AtomicReference<>();
        CheckTester first = answering(question -> {
            earlier.set(question.confirmedBy("Kim"));
            return Optional.of(earlier.get());
        });
        assertThat(first.run(line(UNSUPPORTED)).status()).isEqualTo(Status.PASSED);
        CheckTester later = answering(question -> Optional.of(earlier.get()));
        assertThat(later.run(line(UNSUPPORTED)).status()).isEqualTo(Status.PASSED);
        Result otherWords = later.run(line(NOT_PERMITTED));
        assertThat(otherWords.status()).isEqualTo(Status.PENDING);
        assertThat(otherWords.message())
                .isEqualTo("the answer of Kim no longer counts: the machine says something else now;"
                        + " waits for the DBA; the machine could not look: needs s3:GetEncryptionConfiguration");
    }

    @Test
    void the_machine_is_asked_first_as_often_as_its_policy_says() {
        ScriptedProbe probe = ScriptedProbe.answering(UNSUPPORTED, UNSUPPORTED, Outcome.passed("encrypted"));
        Check line = check("encrypted", probe).orAsk(QUESTION).retry(attempts(5));
        Result result = answering(no()).run(line);
        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(result.attestation()).isEmpty();
        ScriptedProbe never = ScriptedProbe.answering(UNSUPPORTED);
        Result asked =
                answering(yes()).run(check("encrypted", never).orAsk(QUESTION).retry(attempts(3)));
        assertThat(asked.attempts()).hasSize(3);
        assertThat(asked.status()).isEqualTo(Status.PASSED);
    }

    @Test
    void an_open_question_closes_a_gate_and_leaves_the_list_incomplete() {
        Check gate = line(UNSUPPORTED).orStop();
        Report report = CheckTester.create().run(checklist("list", passes("good"), gate, passes("behind")));
        assertThat(report.result("behind").status()).isEqualTo(Status.BLOCKED);
        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(answering(yes())
                        .run(checklist("list", gate, passes("behind")))
                        .verdict())
                .isEqualTo(Verdict.READY);
    }

    @Test
    void once_the_run_has_ended_nobody_is_asked_any_more() {
        Check slow = check("slow", ScriptedProbe.answering(UNSUPPORTED).takes(ofSeconds(20)))
                .orAsk(QUESTION);
        Result result = answering(yes())
                .with(runner -> runner.withDeadline(ofSeconds(10)))
                .run(slow);
        assertThat(result.status()).isEqualTo(Status.ERROR);
        Check waiting = check("waiting", ScriptedProbe.answering(UNSUPPORTED))
                .orAsk(QUESTION)
                .retry(attempts(9).every(ofSeconds(7)));
        Result cut = answering(yes())
                .with(runner -> runner.withDeadline(ofSeconds(10)))
                .run(waiting);
        assertThat(cut.status()).isEqualTo(Status.ERROR);
        assertThat(cut.message()).endsWith("(stopped after 2 of 9 attempts: run deadline 10 s)");
    }

    @Test
    void the_question_takes_by_and_because_and_refuses_other_modifiers() {
        Check line = passes("line");
        List<SignOff> refused = List.of(
                signOff("q").onlyIf(precondition("c", () -> true)),
                signOff("q").id("x"),
                signOff("q").tag("x"),
                signOff("q").requires(line),
                signOff("q").advisory(),
                signOff("q").orStop());
        for (SignOff question : refused) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> line.orAsk(question))
                    .withMessageStartingWith("the question of orAsk \"q\" has ")
                    .withMessageContaining("no meaning there");
        }
        assertThat(line.orAsk(QUESTION).question()).contains(QUESTION);
    }

    private static Check load() {
        return check("500 requests are served", context -> Outcome.passed("500 of 500"))
                .loads()
                .orAsk(signOff("it was tried on staging").by("tester"));
    }

    @Test
    void a_check_that_the_run_does_not_allow_is_asked_of_a_person_and_never_run() {
        AtomicReference<Question> asked = new AtomicReference<>();
        Result open = answering(question -> {
                    asked.set(question);
                    return Optional.empty();
                })
                .run(load());
        assertThat(open.status()).isEqualTo(Status.PENDING);
        assertThat(open.message())
                .isEqualTo("waits for the tester; the machine could not look: puts load on its target: run it with"
                        + " withLoad() to allow that");
        assertThat(open.attempts()).isEmpty();
        assertThat(asked.get().line().title()).isEqualTo("it was tried on staging");

        Result confirmed = answering(yes()).run(load());
        assertThat(confirmed.status()).isEqualTo(Status.PASSED);
        assertThat(confirmed.attempts()).isEmpty();
        assertThat(answering(no()).run(load()).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void a_check_that_the_run_allows_is_asked_of_nobody() {
        Result result = answering(question -> {
                    throw new AssertionError("asked " + question);
                })
                .with(runner -> runner.withLoad())
                .run(load());
        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(result.message()).isEqualTo("500 of 500");
    }

    @Test
    void what_stands_behind_a_check_that_was_answered_in_its_place_is_asked() {
        Check load = load();
        Check after = passes("after").requires(load);
        Report report = answering(yes()).run(checklist("List", load.orStop(), after, passes("next")));
        assertThat(report.verdict()).isEqualTo(Verdict.READY);
        Report open = CheckTester.create().run(checklist("List", load.orStop(), after, passes("next")));
        assertThat(open.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(open.result(after).status()).isEqualTo(Status.BLOCKED);
    }
}
