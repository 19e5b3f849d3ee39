package dev.checklist.attestation;

import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.signOff;
import static dev.checklist.attestation.Asked.PLAN;
import static dev.checklist.attestation.Asked.release;
import static dev.checklist.attestation.Asked.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.checklist.Status;
import dev.checklist.hash.Sha256;
import dev.checklist.run.Attestation;
import dev.checklist.run.Attestor;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Ledger;
import dev.checklist.run.Question;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.testing.FakeRunClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttestationFileTest {
    @TempDir
    private Path folder;

    private Path path;

    @BeforeEach
    void place() {
        path = folder.resolve("answers.jsonl");
    }

    private AttestationFile file() throws IOException {
        return AttestationFile.at(path);
    }

    private static void keep(AttestationFile file, Attestation answer) throws IOException {
        assertThat(file.record(answer).when()).isPresent();
    }

    @Test
    void an_answer_is_given_again_by_the_next_run_of_another_process() throws IOException {
        assertThat(run(release(), file()).count(Status.PENDING)).isEqualTo(3);
        keep(file(), run(release(), file()).question("plan").confirmedBy("Ann").withComment("with Bob"));
        Report report = run(release(), file());
        assertThat(report.result("plan").status()).isEqualTo(Status.PASSED);
        assertThat(report.result("plan").message()).isEqualTo("confirmed by Ann: with Bob");
        assertThat(report.count(Status.PENDING)).isEqualTo(2);
    }

    @Test
    void everything_an_answer_has_is_read_back() throws IOException {
        Attestation given = Asked.question("security")
                .ratedBy("Ann \"the\nrelease manager\" Müller 🦀", 4)
                .as("CISO")
                .withComment("tab\t, escape \u001b[2J, override \u202e, line \u2028")
                .withEvidence("https://wiki.example/7")
                .validFor(Duration.ofDays(3))
                .at(Instant.parse("2026-11-22T10:00:00.123456789Z"));
        keep(file(), given);
        Attestation read = file().records().get(0);
        assertThat(read).usingRecursiveComparison().isEqualTo(given);
        assertThat(read.binding()).isEqualTo(given.binding());
        assertThat(read.signer()).isEmpty();
    }

    @Test
    void the_file_is_lines_of_json_that_a_person_can_read_and_a_terminal_can_show() throws IOException {
        keep(file(), Asked.plan("Zoë\u001b[2J\u202eeve\r\n").at(Instant.parse("2026-11-22T10:00:00Z")));
        List<String> lines = Files.readAllLines(path);
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0))
                .startsWith(
                        "{\"record\":1,\"when\":\"2026-11-22T10:00:00Z\",\"who\":\"Zoë\\u001B[2J\\u202Eeve\\r\\n\",")
                .contains("\"answer\":\"CONFIRMED\",\"id\":\"plan\",\"statement\":\"the rollback plan was read\",")
                .contains("\"about version\":\"1.4.2\"")
                .matches(".*\"binding\":\"[0-9a-f]{64}\",\"previous\":\"0{64}\",\"hash\":\"[0-9a-f]{64}\"}");
        assertThat(lines.get(0).chars().filter(Character::isISOControl)).isEmpty();
    }

    @Test
    void a_new_file_is_for_its_owner_only() throws IOException {
        Asked.fill(path, 1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(path.resolveSibling("answers.jsonl.lock"))))
                .isEqualTo("rw-------");
    }

    @Test
    void opening_and_asking_create_nothing() throws IOException {
        assertThat(run(release(), file()).count(Status.PENDING)).isEqualTo(3);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void an_edited_line_another_version_and_an_expired_answer_are_pending_and_say_why() throws IOException {
        FakeRunClock clock = FakeRunClock.create();
        AttestationFile file = file().withClock(clock);
        keep(file, Asked.plan("Ann").validFor(Duration.ofDays(1)));
        assertThat(run(release(), file).result("plan").status()).isEqualTo(Status.PASSED);
        assertThat(run(release("1.4.3", PLAN), file).result("plan").message())
                .isEqualTo("the answer of Ann no longer counts: version was 1.4.2 and is 1.4.3; waits for an answer");
        assertThat(run(
                                release(
                                        "1.4.2",
                                        signOff("the rollback plan was rehearsed")
                                                .id("plan")),
                                file)
                        .result("plan")
                        .message())
                .isEqualTo("the answer of Ann no longer counts: the line was edited since; it was given to"
                        + " \"the rollback plan was read\"; waits for an answer");
        clock.advance(Duration.ofDays(1));
        Result expired = ChecklistRunner.create()
                .withClock(clock)
                .withAttestor(file)
                .run(release())
                .result("plan");
        assertThat(expired.status()).isEqualTo(Status.PENDING);
        assertThat(expired.message()).startsWith("the answer of Ann expired at 2030-01-02T00:00:00Z");
    }

    @Test
    void an_answer_for_an_earlier_version_counts_again_for_that_version() throws IOException {
        keep(file(), Asked.plan("Ann"));
        keep(file(), run(release("1.4.3", PLAN), file()).question("plan").refusedBy("Ann"));
        assertThat(run(release(), file()).result("plan").status()).isEqualTo(Status.PASSED);
        assertThat(run(release("1.4.3", PLAN), file()).result("plan").status()).isEqualTo(Status.FAILED);
    }

    @Test
    void a_list_about_nothing_is_refused_before_the_run() throws IOException {
        AttestationFile file = file();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(checklist("Release", PLAN), file))
                .withMessageContaining("the list \"Release\" does not say what it is about")
                .withMessageContaining("add about(\"version\", ...)");
        Question unbound = run(checklist("Release", PLAN), Attestor.none()).question("plan");
        assertThatIllegalArgumentException().isThrownBy(() -> file.record(unbound.confirmedBy("Ann")));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void the_report_names_the_file_the_number_of_records_and_the_last_hash() throws IOException {
        assertThat(run(release(), file()).facts().ledger())
                .contains(new Ledger("answers.jsonl", 0, Optional.empty(), List.of()));
        Asked.fill(path, 3);
        Ledger ledger = run(release(), file()).facts().ledger().orElseThrow();
        assertThat(ledger.records()).isEqualTo(3);
        assertThat(Files.readString(path))
                .endsWith("\"hash\":\"" + ledger.lastHash().orElseThrow() + "\"}\n");
    }

    @Test
    void a_tail_that_was_cut_off_shows_against_what_a_report_printed() throws IOException {
        Asked.fill(path, 3);
        Ledger seen = file().ledger().orElseThrow();
        String last = seen.lastHash().orElseThrow();
        Asked.fill(path, 1);
        assertThat(file().expecting(3, last).records()).as("more may follow").hasSize(4);
        assertThat(file().expecting(0, "").records()).hasSize(4);
        List<String> lines = Files.readAllLines(path);
        Files.write(path, lines.subList(0, 2));
        assertThat(file().records()).as("a chain cannot see it by itself").hasSize(2);
        assertThatExceptionOfType(BrokenChainException.class)
                .isThrownBy(() -> file().expecting(3, last))
                .withMessageContaining("record 3 is expected and missing: there are 2, so the end was cut off");
        Asked.fill(path, 2);
        assertThatExceptionOfType(BrokenChainException.class)
                .isThrownBy(() -> file().expecting(3, last))
                .withMessageContaining("record 3 has another hash than expected");
    }

    @Test
    void a_clock_that_goes_backwards_changes_neither_the_order_nor_what_counts() throws IOException {
        FakeRunClock today = FakeRunClock.create();
        FakeRunClock lastYear = FakeRunClock.startingAt(FakeRunClock.DEFAULT_START.minus(Duration.ofDays(365)));
        keep(file().withClock(today), Asked.plan("Ann"));
        keep(file().withClock(lastYear), Asked.question("plan").refusedBy("Ann"));
        assertThat(run(release(), file()).result("plan").status()).isEqualTo(Status.FAILED);
        keep(file().withClock(lastYear), Asked.plan("Ann"));
        assertThat(run(release(), file()).result("plan").status()).isEqualTo(Status.PASSED);
    }

    @Test
    void a_record_of_one_megabyte_is_kept_and_one_beyond_the_limit_is_refused() throws IOException {
        String long1 = "x".repeat(1024 * 1024);
        keep(file(), Asked.plan("Ann").withComment(long1));
        keep(file(), Asked.plan("Bob"));
        assertThat(file().records().get(0).comment()).contains(long1);
        assertThat(Asked.names(file())).containsExactly("Ann", "Bob");
        String tooLong = "x".repeat(RecordReader.LONGEST);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> file().record(Asked.plan("Ann").withComment(tooLong)))
                .withMessageContaining("put the rest into a file, as evidence");
        assertThat(Asked.names(file())).containsExactly("Ann", "Bob");
    }

    @Test
    void a_text_that_cannot_be_written_faithfully_is_refused_and_breaks_nothing() throws IOException {
        Asked.fill(path, 1);
        Question odd = run(release("\ud800", PLAN), Attestor.none()).question("plan");
        assertThatIllegalArgumentException().isThrownBy(() -> file().record(odd.confirmedBy("Ann")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> file().record(Asked.plan("Ann").withComment("half \udc00 a character")))
                .withMessageContaining("comment is \"half \\udc00 a character\"");
        assertThat(Asked.names(file())).containsExactly("person 1");
    }

    @Test
    void what_the_file_does_not_answer_is_asked_and_kept_and_not_asked_again() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        Attestor person = question -> {
            asked.incrementAndGet();
            return question.line().id().equals("plan") ? Optional.of(question.confirmedBy("Ann")) : Optional.empty();
        };
        assertThat(run(release(), file().asking(person)).count(Status.PASSED)).isEqualTo(1);
        assertThat(asked).hasValue(3);
        assertThat(run(release(), file().asking(person)).count(Status.PASSED)).isEqualTo(1);
        assertThat(asked).hasValue(5);
        assertThat(Asked.names(file())).containsExactly("Ann");
    }

    @Test
    void an_answer_that_does_not_count_is_not_kept() throws IOException {
        Attestor other = question -> Optional.of(Asked.question("restore").confirmedBy("Ann"));
        Report report = run(release("1.4.2", PLAN), file().asking(other));
        assertThat(report.result("plan").status()).isEqualTo(Status.PENDING);
        assertThat(report.result("plan").message()).contains("it was given to the line restore");
        assertThat(path).doesNotExist();
    }

    @Test
    void a_refused_line_is_asked_again_and_a_confirmed_one_is_not() throws IOException {
        keep(file(), Asked.question("plan").refusedBy("Ann"));
        assertThat(run(release(), file().asking(question -> Optional.empty()))
                        .result("plan")
                        .status())
                .isEqualTo(Status.FAILED);
        Attestor bob = question -> Optional.of(question.confirmedBy("Bob"));
        assertThat(run(release("1.4.2", PLAN), file().asking(bob))
                        .result("plan")
                        .message())
                .as("the refusal of another stands")
                .isEqualTo("refused by Ann");
        Attestor ann = question -> Optional.of(question.confirmedBy("Ann"));
        assertThat(run(release("1.4.2", PLAN), file().asking(ann))
                        .result("plan")
                        .status())
                .isEqualTo(Status.PASSED);
    }

    @Test
    void an_answer_that_cannot_be_kept_does_not_count() throws IOException {
        AttestationFile file = file().asking(question -> Optional.of(question.confirmedBy("Ann")));
        Files.delete(Files.createDirectory(path.resolveSibling("answers.jsonl.lock")));
        assertThat(Files.createDirectory(path.resolveSibling("answers.jsonl.lock")))
                .isDirectory();
        Report report = run(release("1.4.2", PLAN), file);
        assertThat(report.result("plan").status()).isEqualTo(Status.PENDING);
        assertThat(report.result("plan").message()).contains("the attestor failed: ");
    }

    @Test
    void what_is_no_regular_file_or_stands_in_no_folder_is_refused() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> AttestationFile.at(folder))
                .withMessageContaining("is no regular file");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> AttestationFile.at(Path.of("/dev/full")))
                .withMessageContaining("is no regular file");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> AttestationFile.at(folder.resolve("absent").resolve("answers.jsonl")))
                .withMessageContaining("does not exist: create it first");
    }

    @Test
    void a_file_that_shrinks_or_vanishes_while_it_is_used_is_refused() throws IOException {
        Asked.fill(path, 2);
        AttestationFile file = file();
        Files.write(path, Files.readAllLines(path).subList(0, 1));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(file::records)
                .withMessageContaining("was cut off or replaced while it was in use");
        Files.delete(path);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> file.record(Asked.plan("Ann")))
                .withMessageContaining("was deleted while it was in use");
        assertThat(path).doesNotExist();
    }

    @Test
    void a_field_that_a_later_version_adds_is_left_alone() throws IOException {
        String line = "{\"record\":1,\"colour\":[1,{\"a\":null}],"
                + new String(
                                RecordWriter.write(Asked.plan("Ann").at(Instant.EPOCH), 1, Chain.NOTHING, null),
                                StandardCharsets.UTF_8)
                        .substring("{\"record\":1,".length());
        String open = line.substring(0, line.lastIndexOf(",\"hash\":"));
        byte[] bytes = open.getBytes(StandardCharsets.UTF_8);
        Files.writeString(path, open + ",\"hash\":\"" + Sha256.hex(bytes) + "\"}\n");
        assertThat(Asked.names(file())).containsExactly("Ann");
    }
}
