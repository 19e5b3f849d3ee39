package dev.checklist.rules;

import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.rating;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;
import static dev.checklist.rules.Lines.answering;
import static dev.checklist.rules.Lines.passes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.checklist.Check;
import dev.checklist.Item;
import dev.checklist.Outcome;
import dev.checklist.SignOff;
import dev.checklist.Status;
import dev.checklist.run.Attestation;
import dev.checklist.run.Attestor;
import dev.checklist.run.Question;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import dev.checklist.testing.FakeRunClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On which terms an answer counts: over which files, for how long, in which role, with which evidence. */
class SignOffTermsTest {
    private static final Instant START = FakeRunClock.DEFAULT_START;

    @TempDir
    private Path folder;

    private Path hpa() throws IOException {
        return Files.writeString(folder.resolve("hpa.yaml"), "maxReplicas: 5");
    }

    /** Gives the first answer again whenever it is asked, as a store does. */
    private static Attestor keeping(Function<Question, Attestation> answer) {
        AtomicReference<Attestation> kept = new AtomicReference<>();
        return question -> {
            kept.compareAndSet(null, answer.apply(question));
            return Optional.of(kept.get());
        };
    }

    private static Attestor yesAt(Instant when) {
        return question -> Optional.of(question.confirmedBy("Ann").at(when));
    }

    @Test
    void an_answer_over_a_file_counts_until_the_file_changes() throws IOException {
        Path file = hpa();
        SignOff reviewed = signOff("the autoscaler was reviewed").over(file);
        CheckTester tester = answering(keeping(question -> question.confirmedBy("Ann")));
        assertThat(tester.run(reviewed).status()).isEqualTo(Status.PASSED);
        Files.writeString(file, "maxReplicas: 50");
        Result changed = tester.run(reviewed);
        assertThat(changed.status()).isEqualTo(Status.PENDING);
        assertThat(changed.message())
                .isEqualTo("the answer of Ann no longer counts: " + file + " changed since; waits for an answer");
        Files.writeString(file, "maxReplicas: 5");
        assertThat(tester.run(reviewed).status()).isEqualTo(Status.PASSED);
    }

    @Test
    void an_answer_over_one_file_is_none_over_two_and_none_over_none() throws IOException {
        Path file = hpa();
        Path more = Files.writeString(folder.resolve("pdb.yaml"), "minAvailable: 1");
        SignOff reviewed = signOff("reviewed").over(file);
        CheckTester tester = answering(keeping(question -> question.confirmedBy("Ann")));
        assertThat(tester.run(reviewed).status()).isEqualTo(Status.PASSED);
        assertThat(tester.run(reviewed.over(more)).status()).isEqualTo(Status.PENDING);
        assertThat(tester.run(signOff("reviewed")).status()).isEqualTo(Status.PENDING);
        assertThat(tester.run(signOff("reviewed").over(more)).status()).isEqualTo(Status.PENDING);
    }

    @Test
    void nobody_is_asked_over_a_file_that_cannot_be_read() throws IOException {
        AtomicReference<Question> asked = new AtomicReference<>();
        Attestor attestor = question -> {
            asked.set(question);
            return Optional.of(question.confirmedBy("Ann"));
        };
        for (Path unreadable : List.of(folder.resolve("absent.yaml"), folder, Path.of("/dev/zero"))) {
            SignOff line = signOff("reviewed").over(hpa(), unreadable);
            Report report = answering(attestor).run(checklist("list", line));
            assertThat(report.result(line).status()).as("%s", unreadable).isEqualTo(Status.PENDING);
            assertThat(report.result(line).message()).contains(unreadable.toString());
            assertThat(report.result(line).question()).isEmpty();
        }
        assertThat(asked.get()).isNull();
    }

    @Test
    void the_question_names_the_files_with_their_hashes() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty"));
        SignOff line = signOff("reviewed").over(empty);
        Question open = CheckTester.create().run(line).question().orElseThrow();
        assertThat(open.bound())
                .containsEntry("file " + empty, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void an_answer_counts_as_long_as_the_line_or_the_person_allows_whichever_is_less() {
        SignOff day = signOff("read").validFor(Duration.ofDays(1));
        assertThat(answering(yesAt(START.minusSeconds(86_399))).run(day).status())
                .isEqualTo(Status.PASSED);
        Result old = answering(yesAt(START.minusSeconds(86_400))).run(day);
        assertThat(old.status()).isEqualTo(Status.PENDING);
        assertThat(old.message())
                .isEqualTo(
                        "the answer of Ann expired at 2030-01-01T00:00:00Z, 24 h after it was given; waits for an answer");
        for (SignOff line : List.of(day, signOff("read"))) {
            Attestor hour = question -> Optional.of(
                    question.confirmedBy("Ann").validFor(Duration.ofHours(1)).at(START.minusSeconds(3600)));
            assertThat(answering(hour).run(line).status()).isEqualTo(Status.PENDING);
        }
        Attestor year = question -> Optional.of(
                question.confirmedBy("Ann").validFor(Duration.ofDays(366)).at(START.minusSeconds(90_000)));
        assertThat(answering(year).run(day).status()).isEqualTo(Status.PENDING);
        assertThat(answering(year).run(signOff("read")).status()).isEqualTo(Status.PASSED);
    }

    @Test
    void a_refusal_expires_too_but_never_into_a_pass() {
        Attestor no = question -> Optional.of(question.refusedBy("Ann").at(START.minusSeconds(90_000)));
        assertThat(answering(no)
                        .run(signOff("read").validFor(Duration.ofDays(1)))
                        .status())
                .isEqualTo(Status.PENDING);
        assertThat(answering(no).run(signOff("read")).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void an_answer_from_the_future_has_no_age_that_could_be_judged() {
        SignOff day = signOff("read").validFor(Duration.ofDays(1));
        assertThat(answering(yesAt(START.plusSeconds(300))).run(day).status())
                .as("clocks differ a little")
                .isEqualTo(Status.PASSED);
        Result late = answering(yesAt(START.plusSeconds(3600))).run(day);
        assertThat(late.status()).isEqualTo(Status.PENDING);
        assertThat(late.message())
                .contains("was given in the future, at 2030-01-01T01:00:00Z")
                .contains("compare the clocks");
        for (Instant when : List.of(Instant.MIN, Instant.MAX)) {
            assertThat(answering(yesAt(when)).run(day).status()).isEqualTo(Status.PENDING);
            assertThat(answering(yesAt(when)).run(signOff("read")).status()).isEqualTo(Status.PASSED);
        }
    }

    @Test
    void a_line_that_needs_evidence_takes_no_bare_yes() throws IOException {
        SignOff line = signOff("restore was tested").withEvidence();
        Result bare =
                answering(question -> Optional.of(question.confirmedBy("Ann"))).run(line);
        assertThat(bare.status()).isEqualTo(Status.PENDING);
        assertThat(bare.message())
                .isEqualTo("Ann gave no evidence, which this line needs: a link or a file; waits for an answer");
        assertThat(answering(question -> Optional.of(question.confirmedBy("Ann").withEvidence(" ")))
                        .run(line)
                        .status())
                .isEqualTo(Status.PENDING);
        assertThat(answering(question -> Optional.of(question.refusedBy("Ann")))
                        .run(line)
                        .status())
                .isEqualTo(Status.FAILED);
        Path log = Files.createFile(folder.resolve("restore.log"));
        Result proven = answering(
                        question -> Optional.of(question.confirmedBy("Ann").withEvidence(log)))
                .run(line);
        assertThat(proven.status()).isEqualTo(Status.PASSED);
        assertThat(proven.message())
                .isEqualTo("confirmed by Ann (" + log
                        + " (sha256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855))");
    }

    @Test
    void an_answer_in_another_role_does_not_count() {
        SignOff line = signOff("read").by("release manager");
        for (Function<Question, Attestation> answer : List.<Function<Question, Attestation>>of(
                question -> question.confirmedBy("Ann").as("developer"),
                question -> Attestation.recorded(
                        question.line().id(), question.bound(), "read", Attestation.Answer.CONFIRMED, "Ann"))) {
            Result result =
                    answering(question -> Optional.of(answer.apply(question))).run(line);
            assertThat(result.status()).isEqualTo(Status.PENDING);
            assertThat(result.message()).contains("not as the release manager");
        }
        assertThat(answering(question -> Optional.of(question.confirmedBy("Ann").as("developer")))
                        .run(signOff("read"))
                        .status())
                .isEqualTo(Status.PASSED);
    }

    @Test
    void a_score_that_no_question_would_take_does_not_count() {
        for (int score : new int[] {-1, 0, 6}) {
            Attestor odd = question -> Optional.of(question.ratedBy("Ann", 5).withScore(score));
            assertThat(answering(odd).run(rating("security").atLeast(1)).status())
                    .isEqualTo(Status.PENDING);
        }
    }

    @Test
    void what_changed_is_said_by_name() {
        SignOff line = signOff("read").by("lead");
        CheckTester tester = answering(keeping(question -> question.confirmedBy("Ann")));
        assertThat(tester.run(checklist("list", line).about("version", "1").about("site", "a"))
                        .count(Status.PASSED))
                .isEqualTo(1);
        Report next =
                tester.run(checklist("list", signOff("read twice").by("lead").id("read"))
                        .about("version", "2")
                        .about("cluster", "x"));
        assertThat(next.lines().get(0).message())
                .isEqualTo(
                        "the answer of Ann no longer counts: cluster was nothing and is x; site was a and is nothing;"
                                + " version was 1 and is 2; the line was edited since; it was given to \"read\"; waits for the lead");
    }

    @Test
    void the_order_of_the_parameters_does_not_matter() {
        SignOff line = signOff("read");
        CheckTester tester = answering(keeping(question -> question.confirmedBy("Ann")));
        assertThat(tester.run(checklist("list", line).about("a", "1").about("b", "2"))
                        .count(Status.PASSED))
                .isEqualTo(1);
        assertThat(tester.run(checklist("list", line).about("b", "2").about("a", "1"))
                        .count(Status.PASSED))
                .isEqualTo(1);
    }

    @Test
    void a_question_that_stays_open_can_be_answered_after_the_run_and_no_other_can() {
        SignOff open = signOff("read");
        Check writes = passes("writes").writes((context, outcome) -> {});
        Report report = CheckTester.create()
                .run(checklist(
                        "list",
                        section("part", open, passes("up"), writes),
                        passes("behind").requires(open)));
        assertThat(report.question("part/read").line().title()).isEqualTo("read");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report.question("part/up"))
                .withMessage(
                        "\"up\" (part/up) takes no answer: it is PASSED (up was seen); expected a line that is PENDING");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report.question("behind"))
                .withMessageContaining("it is BLOCKED");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report.question("part/writes"))
                .withMessageContaining("run it with withWrites()");
        assertThatIllegalArgumentException().isThrownBy(() -> report.question("nowhere"));
    }

    @Test
    void a_question_shows_what_the_machine_saw_before_it() {
        Check far = passes("far");
        Item asked = signOff("released").requires(far);
        AtomicReference<List<Result>> seen = new AtomicReference<>(List.of());
        Attestor attestor = question -> {
            if (question.line().title().equals("released")) {
                seen.set(question.before());
            }
            return Optional.empty();
        };
        Report report = answering(attestor)
                .run(checklist(
                        "list",
                        section("other", far, passes("unrelated")),
                        section("part", passes("near").orStop(), signOff("read"), asked, passes("after"))));
        assertThat(report.count(Status.PENDING)).isEqualTo(2);
        assertThat(seen.get()).extracting(result -> result.line().title()).containsExactly("far", "near");
    }

    @Test
    void a_question_in_place_of_the_machine_has_its_terms_too() {
        Check blind = check("encrypted", context -> Outcome.unsupported("the store has no such API"))
                .orAsk(signOff("the dump is encrypted").withEvidence().validFor(Duration.ofDays(1)));
        assertThat(answering(question -> Optional.of(question.confirmedBy("Ann")))
                        .run(blind)
                        .status())
                .isEqualTo(Status.PENDING);
        assertThat(answering(question -> Optional.of(question.confirmedBy("Ann").withEvidence("wiki/7")))
                        .run(blind)
                        .status())
                .isEqualTo(Status.PASSED);
    }

    @Test
    void bad_terms_are_refused_when_the_line_is_built() {
        SignOff line = signOff("read");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line.over(Path.of("")))
                .withMessageContaining("file is blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line.validFor(Duration.ZERO))
                .withMessageContaining("time is PT0S");
        assertThatIllegalArgumentException().isThrownBy(() -> line.validFor(Duration.ofDays(367)));
        Question question = CheckTester.create().run(line).question().orElseThrow();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> question.confirmedBy("Ann").validFor(Duration.ofSeconds(-1)));
    }
}
