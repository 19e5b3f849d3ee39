package dev.checklist.rules;

import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.rating;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;
import static dev.checklist.rules.Lines.answering;
import static dev.checklist.rules.Lines.fails;
import static dev.checklist.rules.Lines.no;
import static dev.checklist.rules.Lines.passes;
import static dev.checklist.rules.Lines.yes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Item;
import dev.checklist.Outcome;
import dev.checklist.Rating;
import dev.checklist.SignOff;
import dev.checklist.Status;
import dev.checklist.run.Attestation;
import dev.checklist.run.Attestor;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Question;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.Verdict;
import dev.checklist.testing.CheckTester;
import dev.checklist.testing.ScriptedProbe;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SignOffTest {
    private static final SignOff READ = signOff("the rollback plan was read").by("release manager");

    private static Checklist list(Item first, Item... rest) {
        return checklist("Release", first, rest).about("version", "1.4.2");
    }

    @Test
    void no_answer_is_pending_at_once() {
        CheckTester tester = CheckTester.create();
        Result result = tester.run(READ);
        assertThat(result.status()).isEqualTo(Status.PENDING);
        assertThat(result.message()).isEqualTo("waits for the release manager");
        assertThat(result.seenAt()).isEmpty();
        assertThat(tester.elapsed()).isZero();
        assertThat(tester.run(signOff("read")).message()).isEqualTo("waits for an answer");
    }

    @Test
    void confirmed_is_passed_and_what_stands_behind_it_runs() {
        Check behind = passes("behind").requires(READ);
        Report report = answering(yes()).run(list(READ, behind));
        Result result = report.result(READ);
        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(result.message()).isEqualTo("confirmed by Kim");
        assertThat(result.seenAt()).contains(report.facts().startedAt());
        assertThat(report.result(behind).status()).isEqualTo(Status.PASSED);
    }

    @Test
    void refused_is_failed() {
        Check behind = passes("behind").requires(READ);
        Report report = answering(no()).run(list(READ, behind));
        assertThat(report.result(READ).status()).isEqualTo(Status.FAILED);
        assertThat(report.result(READ).message()).isEqualTo("refused by Kim");
        assertThat(report.result(behind).status()).isEqualTo(Status.BLOCKED);
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_READY);
    }

    @Test
    void comment_and_evidence_of_an_answer_are_shown() {
        Result result = answering(question -> Optional.of(question.confirmedBy("Kim")
                        .withComment("with the on-call team")
                        .withEvidence("wiki/4711")))
                .run(READ);
        assertThat(result.message()).isEqualTo("confirmed by Kim: with the on-call team (wiki/4711)");
        Attestation attestation = result.attestation().orElseThrow();
        assertThat(attestation.comment()).contains("with the on-call team");
        assertThat(attestation.evidence()).contains("wiki/4711");
        assertThat(attestation.answer()).isEqualTo(Attestation.Answer.CONFIRMED);
        assertThat(attestation).hasToString("CONFIRMED by Kim");
    }

    @Test
    void an_attestor_is_asked_once_per_item_when_it_falls_due() {
        List<String> asked = new ArrayList<>();
        Attestor attestor = question -> {
            asked.add(question.line().id());
            return Optional.of(question.confirmedBy("Kim"));
        };
        Check slow = check("slow", ScriptedProbe.passing("x").takes(ofSeconds(9)));
        SignOff late = signOff("late").requires(slow);
        Report report = answering(attestor).run(list(section("A", late, READ), slow.orStop(), signOff("behind")));
        assertThat(asked).containsExactly("a/the-rollback-plan-was-read", "a/late", "behind");
        assertThat(report.result(late).seenAt())
                .contains(report.facts().startedAt().plusSeconds(9));
    }

    @Test
    void what_is_blocked_or_skipped_is_never_asked() {
        List<String> asked = new ArrayList<>();
        Attestor attestor = question -> {
            asked.add(question.line().title());
            return Optional.of(question.confirmedBy("Kim"));
        };
        SignOff skipped = signOff("skipped").onlyIf(dev.checklist.Checklists.precondition("c", () -> false));
        Report report =
                answering(attestor).run(list(READ, skipped, fails("gate").orStop(), signOff("blocked")));
        assertThat(asked).containsExactly("the rollback plan was read");
        assertThat(report.result("blocked").status()).isEqualTo(Status.BLOCKED);
    }

    @Test
    void one_question_at_a_time_on_a_thread_of_its_own() {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<String> threads = new ArrayList<>(); // touched by the one thread that asks
        Attestor attestor = question -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            threads.add(Thread.currentThread().getName());
            Thread.yield();
            atOnce.decrementAndGet();
            return Optional.of(question.confirmedBy("Kim"));
        };
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            items.add(signOff("question " + i));
        }
        Report report = ChecklistRunner.create().withAttestor(attestor).run(checklist("list", items));
        assertThat(report.count(Status.PASSED)).isEqualTo(50);
        assertThat(most).hasValue(1);
        assertThat(threads).hasSize(50).containsOnly("checklist-attestor");
    }

    @Test
    void a_question_has_no_timeout_of_its_own_and_machine_lines_go_on() {
        CountDownLatch machine = new CountDownLatch(20);
        Attestor patient = question -> {
            machine.await();
            return Optional.of(question.confirmedBy("Kim"));
        };
        List<Item> items = new ArrayList<>(List.of(READ));
        for (int i = 0; i < 20; i++) {
            items.add(check("line " + i, context -> {
                machine.countDown();
                return Outcome.passed("ran");
            }));
        }
        Report report = ChecklistRunner.create()
                .withAttestor(patient)
                .withDefaultTimeout(ofSeconds(20))
                .run(checklist("list", items));
        assertThat(report.verdict()).isEqualTo(Verdict.READY);
    }

    @Test
    void a_question_still_open_at_the_end_of_the_run_is_pending() {
        CountDownLatch asked = new CountDownLatch(1);
        Attestor silent = question -> {
            asked.countDown();
            new CountDownLatch(1).await();
            return Optional.empty();
        };
        Check behind = passes("behind").requires(READ);
        var run = ChecklistRunner.create().withAttestor(silent).start(list(READ, behind, passes("good")));
        await(asked);
        run.cancel();
        Report report = run.report();
        assertThat(report.result(READ).status()).isEqualTo(Status.PENDING);
        assertThat(report.result(READ).message())
                .isEqualTo("waits for the release manager; no answer before the end of the run: the run was cancelled");
        assertThat(report.result(behind).status()).isEqualTo(Status.BLOCKED);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void an_attestor_that_fails_or_returns_null_leaves_the_line_pending_and_says_why() {
        assertThat(answering(question -> {
                            throw new IllegalStateException("no terminal");
                        })
                        .run(READ)
                        .message())
                .isEqualTo("waits for the release manager: the attestor failed: IllegalStateException: no terminal");
        Result onNull = answering(question -> null).run(READ);
        assertThat(onNull.status()).isEqualTo(Status.PENDING);
        assertThat(onNull.message()).endsWith(": the attestor returned null");
        assertThat(answering(question -> {
                            throw new StackOverflowError();
                        })
                        .run(READ)
                        .status())
                .isEqualTo(Status.PENDING);
    }

    /** Answers a question with what was answered to the first one. */
    private static Attestor replaying() {
        AtomicReference<Attestation> first = new AtomicReference<>();
        return question -> {
            first.compareAndSet(null, question.confirmedBy("Kim"));
            return Optional.of(first.get());
        };
    }

    @Test
    void an_attestation_belongs_to_the_id_the_text_and_what_the_list_is_about() {
        Checklist release = list(READ);
        CheckTester tester = answering(replaying());
        assertThat(tester.run(release).result(READ).status()).isEqualTo(Status.PASSED);
        assertThat(tester.run(release).result(READ).status())
                .as("the same line of the same release")
                .isEqualTo(Status.PASSED);
        List<Checklist> changed = List.of(
                checklist("Release", READ).about("version", "1.4.3"),
                checklist("Release", READ).about("release", "1.4.2"),
                checklist("Release", READ),
                release.about("environment", "production"),
                list(READ.id("other")),
                list(section("part", READ)),
                list(READ.because("so says the policy")),
                list(READ.by("on-call")),
                list(signOff("the rollback plan was tested").by("release manager")),
                list(rating("the rollback plan was read").atLeast(3).id("the-rollback-plan-was-read")));
        for (Checklist list : changed) {
            Result result = tester.run(list).lines().get(0);
            assertThat(result.status()).as("%s about %s", result, list.about()).isEqualTo(Status.PENDING);
            assertThat(result.message())
                    .startsWith("the answer of Kim no longer counts: ")
                    .contains("; waits for ");
        }
    }

    @Test
    void names_and_values_of_the_parameters_are_told_apart() {
        CheckTester tester = answering(replaying());
        Checklist two = checklist("Release", READ).about("a", "1").about("b", "2");
        Checklist one = checklist("Release", READ).about("a", "1, b=2");
        assertThat(tester.run(two).result(READ).status()).isEqualTo(Status.PASSED);
        assertThat(tester.run(one).result(READ).status()).isEqualTo(Status.PENDING);
    }

    @Test
    void tags_and_gates_of_a_line_do_not_change_what_was_signed() {
        CheckTester tester = answering(replaying());
        assertThat(tester.run(list(READ)).verdict()).isEqualTo(Verdict.READY);
        assertThat(tester.run(list(READ.tag("x").orStop(), passes("y"))).verdict())
                .isEqualTo(Verdict.READY);
    }

    @Test
    void an_answer_keeps_the_time_at_which_it_was_given() {
        Instant yesterday = Instant.parse("2029-12-31T08:00:00Z");
        Result result = answering(
                        question -> Optional.of(question.confirmedBy("Kim").at(yesterday)))
                .run(READ);
        assertThat(result.seenAt()).contains(yesterday);
    }

    @Test
    void a_rating_is_passed_from_at_least_on_failed_below_and_pending_without_an_answer() {
        Rating security = rating("security").atLeast(4);
        for (int score = 1; score <= 5; score++) {
            int given = score;
            Result result = answering(question -> Optional.of(question.ratedBy("Kim", given)))
                    .run(security);
            assertThat(result.status()).isEqualTo(score >= 4 ? Status.PASSED : Status.FAILED);
            assertThat(result.message())
                    .isEqualTo((score >= 4 ? "" : "expected at least 4, but ") + "rated " + score + " of 5 by Kim");
            assertThat(result.attestation().orElseThrow().score()).hasValue(score);
        }
        Result open = CheckTester.create().run(security.by("CISO"));
        assertThat(open.status()).isEqualTo(Status.PENDING);
        assertThat(open.message()).isEqualTo("waits for the CISO");
        assertThat(answering(question -> Optional.of(question.ratedBy("Kim", 10)))
                        .run(rating("area").outOf(10).atLeast(10))
                        .status())
                .isEqualTo(Status.PASSED);
    }

    @Test
    void a_yes_is_no_number_and_a_number_is_no_yes() {
        Result yes = answering(yes()).run(rating("security").atLeast(4));
        assertThat(yes.status()).isEqualTo(Status.PENDING);
        assertThat(yes.message()).isEqualTo("expected a number, not a yes; waits for an answer");
        assertThat(answering(no()).run(rating("security").atLeast(4)).status()).isEqualTo(Status.FAILED);
        AtomicReference<Question> asked = new AtomicReference<>();
        Result open = answering(question -> {
                    asked.set(question);
                    return Optional.empty();
                })
                .run(READ);
        assertThat(open.status()).isEqualTo(Status.PENDING);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> asked.get().ratedBy("Kim", 3))
                .withMessageContaining("is a sign-off: answer confirmedBy or refusedBy");
    }

    @Test
    void a_score_outside_the_scale_is_refused() {
        AtomicReference<Question> asked = new AtomicReference<>();
        Result open = answering(question -> {
                    asked.set(question);
                    return Optional.empty();
                })
                .run(rating("security").atLeast(2));
        assertThat(open.status()).isEqualTo(Status.PENDING);
        for (int score : new int[] {-1, 0, 6}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> asked.get().ratedBy("Kim", score))
                    .withMessage("the score for \"security\" (rating-security) is " + score + ": expected 1 to 5");
        }
        assertThat(asked.get().ratedBy("Kim", 1).score()).hasValue(1);
        assertThat(asked.get().ratedBy("Kim", 5).score()).hasValue(5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> asked.get().confirmedBy(" "))
                .withMessageContaining("is blank: give a name");
    }

    @Test
    void a_question_says_what_is_asked() {
        AtomicReference<Question> asked = new AtomicReference<>();
        Result open = answering(question -> {
                    asked.set(question);
                    return Optional.empty();
                })
                .run(list(READ.because("a release may have to be undone")))
                .result(READ);
        assertThat(open.status()).isEqualTo(Status.PENDING);
        Question question = asked.get();
        assertThat(question.checklist()).isEqualTo("Release");
        assertThat(question.about()).containsEntry("version", "1.4.2");
        assertThat(question.line().title()).isEqualTo("the rollback plan was read");
        assertThat(question.line().reason()).contains("a release may have to be undone");
        assertThat(question.line().role()).contains("release manager");
        assertThat(question.scale()).isEmpty();
        assertThat(question.seen()).isEmpty();
        assertThat(question.binding()).matches("[0-9a-f]{64}");
    }

    @Test
    void questions_of_the_same_letters_in_other_parts_are_different_questions() {
        List<String> bindings = new ArrayList<>();
        Attestor keeping = question -> {
            bindings.add(question.binding());
            return Optional.empty();
        };
        for (SignOff read : List.of(
                signOff("read").because("ab").by("c"),
                signOff("read").because("a").by("bc"))) {
            answering(keeping).run(list(read));
        }
        assertThat(bindings).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void automatic_results_are_never_carried_over_from_an_earlier_run() {
        ScriptedProbe probe = ScriptedProbe.answering(Outcome.passed("up"), Outcome.failed("down"));
        Check line = check("line", probe);
        CheckTester tester = CheckTester.create();
        assertThat(tester.run(line).status()).isEqualTo(Status.PASSED);
        assertThat(tester.run(line).status()).isEqualTo(Status.FAILED);
    }
}
