package dev.checklist.attestation;

import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.Attestation;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Run;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TerminalAttestorTest {
    private final StringBuilder shown = new StringBuilder();

    @TempDir
    private Path folder;

    private TerminalAttestor typing(String... lines) {
        return TerminalAttestor.on(new BufferedReader(new StringReader(String.join("\n", lines))), shown);
    }

    private Report run(String... lines) {
        return Asked.run(Asked.release(), typing(lines));
    }

    private static Attestation answer(Report report, String id) {
        return report.result(id).attestation().orElseThrow();
    }

    @Test
    void yes_no_and_a_number_answer_in_the_name_that_was_typed_first() {
        Report report = run("Ann", "y", "no", "4");
        assertThat(report.result("plan").message()).isEqualTo("confirmed by Ann");
        assertThat(report.result("restore").message()).isEqualTo("refused by Ann");
        assertThat(report.result("security").message()).isEqualTo("rated 4 of 5 by Ann");
    }

    @Test
    void comment_evidence_and_another_name_may_come_before_the_answer() throws IOException {
        Path log = Files.createFile(folder.resolve("restore.log"));
        Report report = run("Ann", "c with the team", "e https://wiki.example/7", "y", "by Bob", "e " + log, "yes");
        assertThat(answer(report, "plan").comment()).contains("with the team");
        assertThat(answer(report, "plan").evidence()).contains("https://wiki.example/7");
        assertThat(answer(report, "restore").who()).isEqualTo("Bob");
        assertThat(answer(report, "restore").comment())
                .as("it belonged to the other line")
                .isEmpty();
        assertThat(answer(report, "restore").evidence().orElseThrow())
                .isEqualTo(log + " (sha256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855)");
        assertThat(report.result("security").status()).isEqualTo(Status.PENDING);
    }

    @Test
    void later_and_the_end_of_the_input_leave_lines_pending() {
        Report report = run("later", "Ann", "l", "5");
        assertThat(report.result("plan").status()).isEqualTo(Status.PENDING);
        assertThat(report.result("restore").status()).isEqualTo(Status.PENDING);
        assertThat(report.result("security").status()).isEqualTo(Status.PASSED);
        assertThat(run().count(Status.PENDING)).isEqualTo(3);
        assertThat(run("Ann", "c a comment without an answer").count(Status.PENDING))
                .isEqualTo(3);
    }

    @Test
    void nothing_else_is_an_answer() {
        for (String typed : new String[] {"", "Y", "ye", "y y", "4", "ok", "n no", "c", "e", "by", "true", "yes!"}) {
            Report report = Asked.run(Asked.release("1", Asked.PLAN), typing("Ann", typed));
            assertThat(report.result("plan").status()).as("typed \"%s\"", typed).isEqualTo(Status.PENDING);
        }
        for (String typed : new String[] {"y", "0", "6", "-1", "4.5", "44444444444444444444", "4 4", "٤"}) {
            Report report = Asked.run(Asked.release("1", Asked.SECURITY), typing("Ann", typed));
            assertThat(report.result("security").status())
                    .as("typed \"%s\"", typed)
                    .isEqualTo(Status.PENDING);
        }
        assertThat(shown).contains("y or n; before it c <comment>, e <link or file>, by <name>; later");
        assertThat(shown).contains("1 to 5, or n; before it");
    }

    @Test
    void a_line_that_needs_evidence_is_asked_for_it() {
        Report report = Asked.run(
                Asked.release("1", signOff("restored").id("plan").withEvidence()), typing("Ann", "y", "e wiki/7", "y"));
        assertThat(report.result("plan").message()).isEqualTo("confirmed by Ann (wiki/7)");
        assertThat(shown).contains("This line needs evidence first: e <link or file>");
    }

    @Test
    void the_question_shows_what_it_is_about_and_what_was_seen_before() throws IOException {
        Path hpa = Files.createFile(folder.resolve("hpa.yaml"));
        Check seen = check("pods run", context -> Outcome.passed("3 of 3\nready\u001b[2J"));
        Report report = Asked.run(
                Asked.release(
                        "1.4.2",
                        section(
                                "Release",
                                seen.orStop(),
                                signOff("the autoscaler was reviewed")
                                        .by("lead")
                                        .because("it was wrong once")
                                        .over(hpa)
                                        .validFor(Duration.ofDays(1)))),
                typing("Ann", "y"));
        assertThat(report.count(Status.PASSED)).isEqualTo(2);
        assertThat(shown.toString().lines())
                .containsExactly(
                        "",
                        "Release · version 1.4.2",
                        "the autoscaler was reviewed (lead)",
                        "  why: it was wrong once",
                        "  over: " + hpa + " (sha256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855)",
                        "  before: PASSED pods run: 3 of 3 ready\\u001b[2J",
                        "  an answer counts for 24 h",
                        "  y or n; before it c <comment>, e <link or file>, by <name>; later",
                        "your name> Ann> ");
    }

    @Test
    void what_the_machine_said_where_it_could_not_look_is_shown() {
        Check blind = check("encrypted", context -> Outcome.unsupported("the store has no such API"))
                .orAsk(signOff("the dump is encrypted"));
        assertThat(Asked.run(Asked.release("1", blind), typing("Ann", "y")).count(Status.PASSED))
                .isEqualTo(1);
        assertThat(shown).contains("  the machine could not look: the store has no such API");
    }

    @Test
    void answers_are_kept_in_a_file_and_only_what_is_due_is_asked() throws IOException {
        Path path = folder.resolve("answers.jsonl");
        Report first = Asked.run(Asked.release(), AttestationFile.at(path).asking(typing("Ann", "y", "later", "4")));
        assertThat(first.count(Status.PASSED)).isEqualTo(2);
        shown.setLength(0);
        TerminalAttestor bob = typing("y").as("Bob");
        Report second = Asked.run(Asked.release(), AttestationFile.at(path).asking(bob));
        assertThat(second.count(Status.PASSED)).isEqualTo(3);
        assertThat(shown)
                .contains("a restore was tested")
                .doesNotContain("rollback plan")
                .doesNotContain("security");
        assertThat(Asked.names(AttestationFile.at(path))).containsExactly("Ann", "Ann", "Bob");
    }

    @Test
    void automatic_checks_go_on_while_a_person_thinks() throws IOException, InterruptedException {
        CountDownLatch looked = new CountDownLatch(5);
        try (PipedWriter typed = new PipedWriter();
                PipedReader read = new PipedReader(typed)) {
            TerminalAttestor terminal = TerminalAttestor.on(new BufferedReader(read), shown);
            Check[] machine = new Check[5];
            for (int i = 0; i < machine.length; i++) {
                machine[i] = check("machine " + i, context -> {
                    looked.countDown();
                    return Outcome.passed("seen");
                });
            }
            Check behind = check("behind", context -> Outcome.passed("seen")).requires(Asked.PLAN);
            Run run = ChecklistRunner.create()
                    .withAttestor(terminal)
                    .start(Asked.release("1", Asked.PLAN, section("Later", List.of(machine)), behind, Asked.RESTORE));
            looked.await();
            typed.write("Ann\ny\nn\n");
            typed.flush();
            Report report = run.report();
            assertThat(report.result("plan").status()).isEqualTo(Status.PASSED);
            assertThat(report.result("behind").status()).isEqualTo(Status.PASSED);
            assertThat(report.result("restore").status()).isEqualTo(Status.FAILED);
        }
    }

    @Test
    void a_blank_name_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> typing().as(" "));
        assertThat(run("", "  ", "Ann", "y").result("plan").message()).isEqualTo("confirmed by Ann");
    }
}
