package dev.checklist.attestation;

import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.signOff;
import static dev.checklist.Checklists.signOffs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.checklist.Checklist;
import dev.checklist.Outcome;
import dev.checklist.SignOff;
import dev.checklist.Status;
import dev.checklist.hash.Sha256;
import dev.checklist.run.Attestation;
import dev.checklist.run.Attestor;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where only signed answers count, whatever else somebody wrote leaves the line PENDING. */
class SignaturesOnlyTest {
    private static final KeyPair ANN = pair();
    private static final KeyPair BOB = pair();
    private static final Checklist STRICT = Asked.release().withSignaturesOnly();

    @TempDir
    private Path folder;

    private Path path;
    private KnownSigners known;

    @BeforeEach
    void place() throws IOException {
        path = folder.resolve("answers.jsonl");
        Path signers = folder.resolve("signers.txt");
        Files.writeString(
                signers, "signer: Ann\nkey: " + encoded(ANN) + "\n\nsigner: Bob\nkey: " + encoded(BOB) + "\n");
        known = KnownSigners.read(signers);
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(KeyPair pair) {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    private void signed(KeyPair pair, Attestation answer) throws IOException {
        AttestationFile file = AttestationFile.at(path).signing(answer.who(), pair.getPrivate());
        assertThat(file.record(answer).who()).isEqualTo(answer.who());
    }

    private void typed(Attestation answer) throws IOException {
        assertThat(AttestationFile.at(path).record(answer).who()).isEqualTo(answer.who());
    }

    private Result plan(Checklist list) throws IOException {
        return Asked.run(list, AttestationFile.at(path).knowing(known)).result("plan");
    }

    private void rehash(String line) throws IOException {
        String open = line.substring(0, line.lastIndexOf(",\"hash\":"));
        byte[] bytes = open.getBytes(StandardCharsets.UTF_8);
        Files.writeString(path, open + ",\"hash\":\"" + Sha256.hex(bytes) + "\"}\n");
    }

    /** A file that cannot be believed opens for nobody, so no run gets an answer from it. */
    private void assertUnreadable() {
        assertThatExceptionOfType(BrokenChainException.class)
                .isThrownBy(() -> AttestationFile.at(path).knowing(known));
    }

    @Test
    void a_signed_answer_passes() throws IOException {
        signed(ANN, Asked.plan("Ann"));
        assertThat(plan(STRICT).status()).isEqualTo(Status.PASSED);
    }

    @Test
    void a_self_declared_answer_leaves_the_line_pending_and_says_what_is_missing() throws IOException {
        typed(Asked.plan("Ann"));
        assertThat(plan(Asked.release()).status()).isEqualTo(Status.PASSED);
        Result open = plan(STRICT);
        assertThat(open.status()).isEqualTo(Status.PENDING);
        assertThat(open.message())
                .isEqualTo(
                        "the answer of Ann is self-declared, and this line takes only signed ones: sign it with a key"
                                + " that the signers' file has for Ann; waits for an answer");
    }

    @Test
    void a_line_alone_can_ask_for_a_signature() throws IOException {
        SignOff line = signOff(Asked.PLAN.title()).id("plan").withSignature();
        Checklist list = Asked.release("1.4.2", line, Asked.RESTORE, Asked.SECURITY);
        typed(Asked.plan("Ann"));
        assertThat(plan(list).status()).isEqualTo(Status.PENDING);
        signed(ANN, Asked.plan("Ann"));
        assertThat(plan(list).status()).isEqualTo(Status.PASSED);
    }

    @Test
    void a_rating_counts_only_signed_too() throws IOException {
        typed(Asked.question("security").ratedBy("Ann", 5));
        AttestationFile file = AttestationFile.at(path).knowing(known);
        assertThat(Asked.run(STRICT, file).result("security").status()).isEqualTo(Status.PENDING);
        signed(ANN, Asked.question("security").ratedBy("Ann", 4));
        assertThat(Asked.run(STRICT, file).result("security").message()).startsWith("rated 4 of 5 by Ann");
    }

    @Test
    void a_question_in_place_of_a_check_counts_only_signed_too() {
        Checklist list = Asked.release(
                        "1",
                        check("encryption", context -> Outcome.unsupported("no such API"))
                                .orAsk(signOff("the dump is encrypted")))
                .withSignaturesOnly();
        Report report = Asked.run(list, question -> Optional.of(question.confirmedBy("Ann")));
        assertThat(report.result("encryption").status()).isEqualTo(Status.PENDING);
        assertThat(report.result("encryption").message()).contains("is self-declared");
        assertThat(Asked.run(
                                list,
                                question ->
                                        Optional.of(question.confirmedBy("Ann").signedBy("Ann")))
                        .verdict())
                .isEqualTo(Verdict.READY);
    }

    @Test
    void a_signature_of_the_whole_counts_only_signed_too() {
        Checklist list = Asked.release("1", check("up", context -> Outcome.passed("up")), signOffs("DevOps lead"))
                .withSignaturesOnly();
        Report typed = Asked.run(list, question -> Optional.of(question.confirmedBy("Ann")));
        assertThat(typed.verdict()).isNotEqualTo(Verdict.READY);
        Report signed = Asked.run(
                list, question -> Optional.of(question.confirmedBy("Ann").signedBy("Ann")));
        assertThat(signed.verdict()).isEqualTo(Verdict.READY);
    }

    @Test
    void an_answer_signed_by_another_person_does_not_count() {
        Attestor forwarding =
                question -> Optional.of(question.confirmedBy("Ann").signedBy("Bob"));
        Result open = Asked.run(STRICT, forwarding).result("plan");
        assertThat(open.status()).isEqualTo(Status.PENDING);
        assertThat(open.message()).startsWith("the answer of Ann was signed by Bob, not by Ann");
    }

    @Test
    void the_key_of_another_person_or_of_nobody_opens_nothing() throws IOException {
        signed(BOB, Asked.plan("Ann"));
        assertUnreadable();
        Files.delete(path);
        signed(pair(), Asked.plan("Ann"));
        assertUnreadable();
    }

    @Test
    void a_name_that_only_looks_the_same_is_not_the_signer() throws IOException {
        typed(Asked.plan("Ann"));
        for (String name : List.of("ann", "Ann ", "\u0410nn", "Ann\u200b")) {
            typed(Asked.plan(name));
            assertThat(plan(STRICT).status()).as(name).isEqualTo(Status.PENDING);
        }
    }

    @Test
    void a_signature_copied_from_another_record_opens_nothing() throws IOException {
        signed(ANN, Asked.question("restore").confirmedBy("Ann"));
        String signature = Files.readString(path).replaceFirst("(?s).*(,\"signature\":\"[^\"]+\").*", "$1");
        Files.delete(path);
        typed(Asked.plan("Ann"));
        rehash(Files.readString(path).strip().replace(",\"hash\":", signature + ",\"hash\":"));
        assertUnreadable();
    }

    @Test
    void a_whole_record_copied_from_another_release_does_not_count() throws IOException {
        Checklist earlier = Asked.release("1.4.1", Asked.PLAN, Asked.RESTORE, Asked.SECURITY);
        signed(ANN, Asked.run(earlier, Attestor.none()).question("plan").confirmedBy("Ann"));
        assertThat(plan(STRICT).status()).isEqualTo(Status.PENDING);
        assertThat(plan(STRICT).message()).contains("version was 1.4.1 and is 1.4.2");
    }

    @Test
    void an_edited_text_opens_nothing_or_asks_anew() throws IOException {
        signed(ANN, Asked.plan("Ann"));
        Checklist reworded = Asked.release(
                        "1.4.2", signOff("the rollback was tried").id("plan"))
                .withSignaturesOnly();
        assertThat(plan(reworded).status()).isEqualTo(Status.PENDING);
        rehash(Files.readString(path).strip().replace("the rollback plan was read", "the rollback was tried"));
        assertUnreadable();
    }

    @Test
    void a_signature_taken_off_leaves_the_line_pending() throws IOException {
        signed(ANN, Asked.plan("Ann"));
        rehash(Files.readString(path).strip().replaceFirst(",\"signature\":\"[^\"]+\"", ""));
        assertThat(plan(STRICT).status()).isEqualTo(Status.PENDING);
    }

    @Test
    void without_the_signers_file_nothing_counts_as_signed() throws IOException {
        signed(ANN, Asked.plan("Ann"));
        Result open = Asked.run(STRICT, AttestationFile.at(path)).result("plan");
        assertThat(open.status()).isEqualTo(Status.PENDING);
    }

    @Test
    void an_unsigned_yes_behind_a_signed_one_changes_nothing_and_an_unsigned_no_counts() throws IOException {
        signed(ANN, Asked.plan("Ann"));
        typed(Asked.plan("Bob"));
        assertThat(plan(STRICT).message()).isEqualTo("confirmed by Ann");
        typed(Asked.question("plan").refusedBy("Bob"));
        assertThat(plan(STRICT).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void what_is_typed_on_a_terminal_counts_where_the_file_signs_it() throws IOException {
        assertThat(terminal(AttestationFile.at(path).knowing(known)).status()).isEqualTo(Status.PENDING);
        assertThat(path).doesNotExist();
        AttestationFile signing = AttestationFile.at(path).knowing(known).signing("Ann", ANN.getPrivate());
        assertThat(terminal(signing).status()).isEqualTo(Status.PASSED);
    }

    private static Result terminal(AttestationFile file) throws IOException {
        Attestor typing = TerminalAttestor.on(new BufferedReader(new StringReader("y\n")), new StringBuilder())
                .as("Ann");
        Checklist list = Asked.release("1.4.2", Asked.PLAN).withSignaturesOnly();
        return Asked.run(list, file.asking(typing)).result("plan");
    }

    @Test
    void the_demand_stays_when_the_list_is_changed_afterwards() {
        assertThat(STRICT.about("environment", "production").concurrently().needsSignatures())
                .isTrue();
        assertThat(Asked.release().needsSignatures()).isFalse();
        SignOff line = signOff("read").withSignature();
        assertThat(line.by("SRE")
                        .withEvidence()
                        .validFor(java.time.Duration.ofDays(1))
                        .needsSignature())
                .isTrue();
        assertThat(line.over(Path.of("plan.md")).needsSignature()).isTrue();
    }
}
