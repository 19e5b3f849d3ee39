package dev.checklist.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.checklist.Status;
import dev.checklist.hash.Sha256;
import dev.checklist.report.TextRenderer;
import dev.checklist.run.Attestation;
import dev.checklist.run.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A signature says who; without one a name is what somebody typed. */
class SignatureTest {
    private static final KeyPair ANN = pair("Ed25519");
    private static final KeyPair BOB = pair("Ed25519");

    @TempDir
    private Path folder;

    private Path path;

    @BeforeEach
    void place() {
        path = folder.resolve("answers.jsonl");
    }

    private static KeyPair pair(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(KeyPair pair) {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    private KnownSigners signers(String... blocks) throws IOException {
        Path file = folder.resolve("signers.txt");
        Files.writeString(file, String.join("\n", blocks));
        return KnownSigners.read(file);
    }

    private KnownSigners both() throws IOException {
        return signers("signer: Ann", "key: " + encoded(ANN), "", "signer: Bob", "key: " + encoded(BOB));
    }

    private AttestationFile signedBy(String name, KeyPair pair) throws IOException {
        return AttestationFile.at(path).signing(name, pair.getPrivate());
    }

    private void rehash(String line) throws IOException {
        String open = line.substring(0, line.lastIndexOf(",\"hash\":"));
        byte[] bytes = open.getBytes(StandardCharsets.UTF_8);
        Files.writeString(path, open + ",\"hash\":\"" + Sha256.hex(bytes) + "\"}\n");
    }

    private void assertRefused(KnownSigners signers) {
        assertThatExceptionOfType(BrokenChainException.class)
                .isThrownBy(() -> AttestationFile.at(path).knowing(signers))
                .withMessageContaining("record 1 is signed as ")
                .withMessageContaining("but by no key that the signers' file has for that name");
    }

    @Test
    void a_signed_answer_says_whose_key_it_was_and_an_unsigned_one_is_self_declared() throws IOException {
        assertThat(signedBy("Ann", ANN).record(Asked.plan("Ann")).signer()).isEmpty();
        AttestationFile file = AttestationFile.at(path).knowing(both());
        assertThat(file.record(Asked.question("restore").confirmedBy("Bob")).signer())
                .isEmpty();
        assertThat(file.records().get(0).signer()).contains("Ann");
        Report report = Asked.run(Asked.release(), file);
        StringBuilder text = new StringBuilder();
        TextRenderer.create().render(report, text);
        assertThat(text).contains("confirmed by Ann (signed by Ann)").contains("confirmed by Bob (self-declared)");
        assertThat(Asked.run(Asked.release(), AttestationFile.at(path))
                        .result("plan")
                        .attestation()
                        .flatMap(Attestation::signer))
                .as("nobody can verify it without the signers' file")
                .isEmpty();
    }

    @Test
    void a_file_that_signs_and_knows_the_signer_says_so_at_once() throws IOException {
        AttestationFile file = signedBy("Ann", ANN).knowing(both());
        assertThat(file.record(Asked.plan("Ann")).signer()).contains("Ann");
    }

    @Test
    void an_edited_record_with_a_new_hash_is_found_by_its_signature() throws IOException {
        assertThat(signedBy("Ann", ANN)
                        .record(Asked.question("plan").refusedBy("Ann"))
                        .who())
                .isEqualTo("Ann");
        String line = Files.readString(path).strip();
        rehash(line.replace("REFUSED", "CONFIRMED"));
        assertThat(AttestationFile.at(path).records())
                .as("the chain cannot see it")
                .hasSize(1);
        assertRefused(both());
        rehash(line.replace("\"who\":\"Ann\"", "\"who\":\"Bob\""));
        assertRefused(both());
        rehash(line.replaceFirst("\"signature\":\"..", "\"signature\":\"zz"));
        assertRefused(both());
        rehash(line.replaceFirst("\"signature\":\"[^\"]+", "\"signature\":\"AAAA"));
        assertRefused(both());
        rehash(line.replaceFirst("(\"previous\":\"0+\"),(\"signature\":\"[^\"]+\")", "$2,$1"));
        assertRefused(both());
    }

    @Test
    void a_signature_without_its_form_is_refused() throws IOException {
        assertThat(signedBy("Ann", ANN).record(Asked.plan("Ann")).who()).isEqualTo("Ann");
        rehash(Files.readString(path).strip().replaceFirst("\"signature\":\"[^\"]+", "\"signature\":\"not base 64"));
        assertThatExceptionOfType(BrokenChainException.class)
                .isThrownBy(() -> AttestationFile.at(path).knowing(both()))
                .withMessageContaining("record 1 ");
    }

    @Test
    void a_signature_taken_off_leaves_a_self_declared_name() throws IOException {
        assertThat(signedBy("Ann", ANN).record(Asked.plan("Ann")).who()).isEqualTo("Ann");
        rehash(Files.readString(path).strip().replaceFirst(",\"signature\":\"[^\"]+\"", ""));
        assertThat(AttestationFile.at(path).knowing(both()).records().get(0).signer())
                .isEmpty();
    }

    @Test
    void a_signature_by_a_key_that_is_not_known_for_that_name_is_refused() throws IOException {
        assertThat(signedBy("Ann", BOB).record(Asked.plan("Ann")).who()).isEqualTo("Ann");
        assertRefused(both());
        assertRefused(signers("signer: Eve", "key: " + encoded(BOB)));
    }

    @Test
    void an_answer_that_would_not_be_believed_is_not_written() throws IOException {
        AttestationFile unknown = AttestationFile.at(path).knowing(both()).signing("Ann", BOB.getPrivate());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> unknown.record(Asked.plan("Ann")))
                .withMessageContaining("would not be believed: record 1 is signed as Ann, but by no key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> signedBy("Ann", ANN).record(Asked.plan("Bob")))
                .withMessageContaining("is given by Bob, but this file signs as Ann");
        assertThat(path).doesNotExist();
    }

    @Test
    void a_signer_signs_in_no_other_role_than_the_signers_file_gives() throws IOException {
        KnownSigners roles = signers("signer: Ann", "key: " + encoded(ANN), "roles: release manager, DBA");
        AttestationFile file = AttestationFile.at(path).signing("Ann", ANN.getPrivate());
        assertThat(file.record(Asked.question("restore").confirmedBy("Ann")).role())
                .contains("DBA");
        assertThat(Asked.run(Asked.release(), AttestationFile.at(path).knowing(roles))
                        .result("restore")
                        .status())
                .isEqualTo(Status.PASSED);
        KnownSigners changed = signers("signer: Ann", "key: " + encoded(ANN), "roles: release manager");
        Report report = Asked.run(Asked.release(), AttestationFile.at(path).knowing(changed));
        assertThat(report.result("restore").status()).isEqualTo(Status.PENDING);
        assertThat(report.result("restore").message())
                .isEqualTo("Ann answered as the release manager, not as the DBA; waits for the DBA");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        file.knowing(changed).record(Asked.question("restore").confirmedBy("Ann")))
                .withMessageContaining("is given as DBA, but the signers' file knows Ann as release manager");
    }

    @Test
    void a_name_may_have_several_keys() throws IOException {
        KnownSigners rotated = signers("signer: Ann", "key: " + encoded(BOB), "signer: Ann", "key: " + encoded(ANN));
        assertThat(signedBy("Ann", ANN).record(Asked.plan("Ann")).who()).isEqualTo("Ann");
        assertThat(signedBy("Ann", BOB).record(Asked.plan("Ann")).who()).isEqualTo("Ann");
        assertThat(AttestationFile.at(path).knowing(rotated).records())
                .hasSize(2)
                .allSatisfy(record -> assertThat(record.signer()).contains("Ann"));
        assertThat(rotated).hasToString("[Ann]");
    }

    @Test
    void bad_keys_are_refused_with_their_place() {
        for (String key : List.of("not base 64!", "AAAA", encoded(pair("RSA")))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> signers("# ours", "signer: Ann", "key: " + key))
                    .withMessageContaining("signers.txt, line 3: key is ")
                    .withMessageContaining("expected an Ed25519 public key in Base64");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> signers("# nobody"))
                .withMessageContaining("has no signer");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> signers("signer: Ann", "key: " + encoded(ANN), "roles: ,"))
                .withMessageContaining("line 3: roles is \",\"");
        assertThatIllegalArgumentException().isThrownBy(() -> signedBy(" ", ANN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> signedBy("Ann", pair("RSA")))
                .withMessageContaining("give an Ed25519 key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> signedBy("Ann", pair("Ed448")).record(Asked.plan("Ann")))
                .withMessageContaining("give an Ed25519 key");
    }
}
