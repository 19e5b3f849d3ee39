package dev.checklist.history;

import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Derived;
import dev.checklist.Item;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Finding;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.RunDerivation;
import dev.checklist.run.RunSoFar;
import dev.checklist.run.Selection;
import dev.checklist.run.Verdict;
import dev.checklist.testing.CheckTester;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoakTest {
    private static final Instant START = Instant.parse("2030-03-30T12:34:56Z");

    @TempDir
    Path folder;

    private RunArchive archive;
    private Outcome pods = Outcome.passed("3 of 3 ready");
    private String digest = "sha256:aa";
    private String version = "1.4.2";
    private String text = "pods are healthy";

    @BeforeEach
    void open() {
        archive = RunArchive.at(folder);
    }

    private Checklist list(Soak soak) {
        Check healthy = Check.of("pods", text, context -> pods);
        String seen = digest;
        Check image = check(
                "image",
                context -> seen.isEmpty()
                        ? Outcome.error("no answer")
                        : Outcome.passed("1.4.2").identifiedBy("image", seen));
        Derived line = soak.of("Pods stay healthy", healthy).id("soak");
        return checklist("First 24 hours", line, healthy, image).about("version", version);
    }

    private Soak soak() {
        return archive.soak(ofHours(24)).every(ofHours(1));
    }

    private Report run(Duration after, Soak soak) {
        return CheckTester.startingAt(START.plus(after)).run(list(soak));
    }

    private void archived(Duration after) throws IOException {
        archive.add(run(after, soak()));
    }

    private void hours(int from, int until) throws IOException {
        for (int hour = from; hour < until; hour++) {
            archived(ofHours(hour));
        }
    }

    private Result at(Duration after) {
        return run(after, soak()).result("soak");
    }

    @Test
    void an_empty_archive_is_pending() {
        assertThat(at(ofHours(0)).status()).isEqualTo(Status.PENDING);
        assertThat(at(ofHours(0)).message()).startsWith("0 of 24 windows");
    }

    @Test
    void it_is_pending_until_the_last_window_has_ended_and_then_passes() throws IOException {
        hours(0, 7);
        Result seven = at(ofHours(7));
        assertThat(seven.status()).isEqualTo(Status.PENDING);
        assertThat(seven.message()).isEqualTo("7 of 24 windows; the last one ends at 2030-03-31T12:34:56Z");
        assertThat(seven.basis()).containsEntry("windows from 2030-03-30T12:34:56Z", "✓✓✓✓✓✓✓_________________");
        hours(7, 24);
        assertThat(at(ofHours(24).minusSeconds(1)).status()).isEqualTo(Status.PENDING);
        Report whole = run(ofHours(24), soak());
        assertThat(whole.result("soak").status()).isEqualTo(Status.PASSED);
        assertThat(whole.result("soak").message()).isEqualTo("24 of 24 windows");
        assertThat(whole.result("soak").seenAt()).contains(START);
        assertThat(whole.verdict()).isEqualTo(Verdict.READY);
    }

    @Test
    void windows_are_cut_in_utc_so_that_a_change_of_the_clocks_makes_no_23() throws IOException {
        // on 2030-03-31 clocks go forward in Europe
        hours(0, 24);
        assertThat(at(ofHours(24)).basis().values()).containsExactly("✓".repeat(24));
    }

    @Test
    void a_missing_entry_is_a_missed_window_never_a_passed_one() throws IOException {
        hours(0, 10);
        hours(11, 24);
        Result strict = at(ofHours(24));
        assertThat(strict.status()).isEqualTo(Status.FAILED);
        assertThat(strict.message()).endsWith("but found 24 of 24 windows, 1 missed");
    }

    @Test
    void the_budget_forgives_so_many_missed_windows_and_no_more() throws IOException {
        Soak lenient = soak().maxMissed(1);
        for (int hour = 0; hour < 24; hour++) {
            if (hour != 10) {
                archive.add(run(ofHours(hour), lenient));
            }
        }
        Result result = run(ofHours(24), lenient).result("soak");
        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(result.message()).isEqualTo("24 of 24 windows, 1 missed");
        assertThat(result.line().demand()).contains("24 windows of PT1H, at most 1 missed and 0 failed");
    }

    @Test
    void it_fails_as_soon_as_the_budget_is_exceeded() throws IOException {
        hours(0, 3);
        pods = Outcome.failed("pod api-1 restarts");
        archived(ofHours(3));
        pods = Outcome.passed("3 of 3 ready");
        Result result = at(ofHours(3).plusMinutes(30));
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.message()).contains("1 failed");
        assertThat(result.basis().values()).containsExactly("✓✓✓✗____________________");
    }

    @Test
    void the_worst_run_of_a_window_counts() throws IOException {
        hours(0, 24);
        pods = Outcome.failed("pod api-1 restarts");
        archived(ofHours(23).plusMinutes(20));
        pods = Outcome.passed("3 of 3 ready");
        archived(ofHours(23).plusMinutes(40));
        assertThat(at(ofHours(24)).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void a_run_that_could_not_look_makes_its_window_missed() throws IOException {
        hours(0, 23);
        pods = Outcome.error("timed out");
        archived(ofHours(23));
        pods = Outcome.passed("3 of 3 ready");
        archived(ofHours(23).plusMinutes(40));
        assertThat(at(ofHours(24)).message()).endsWith("24 of 24 windows, 1 missed");
    }

    @Test
    void another_image_release_or_text_starts_anew() throws IOException {
        hours(0, 24);
        assertThat(at(ofHours(24)).status()).isEqualTo(Status.PASSED);
        digest = "sha256:bb";
        assertThat(at(ofHours(24)).message()).startsWith("0 of 24 windows");
        digest = "sha256:aa";
        version = "1.4.3";
        assertThat(at(ofHours(24)).message()).startsWith("0 of 24 windows");
        version = "1.4.2";
        text = "pods are very healthy";
        assertThat(at(ofHours(24)).message()).startsWith("0 of 24 windows");
    }

    @Test
    void with_a_start_of_its_own_runs_of_another_image_are_missed_windows() throws IOException {
        Soak fixed = soak().startingAt(START);
        for (int hour = 0; hour < 24; hour++) {
            digest = hour < 2 ? "sha256:old" : "sha256:aa";
            archive.add(run(ofHours(hour), fixed));
        }
        assertThat(run(ofHours(24), fixed).result("soak").message()).endsWith("24 of 24 windows, 2 missed");
    }

    @Test
    void a_run_that_does_not_know_what_it_judged_never_passes_but_its_failure_counts() throws IOException {
        Soak fixed = soak().startingAt(START);
        digest = "";
        archive.add(run(ofHours(0), fixed));
        pods = Outcome.failed("pod api-1 restarts");
        archive.add(run(ofHours(1), fixed));
        pods = Outcome.passed("3 of 3 ready");
        digest = "sha256:aa";
        Result result = run(ofHours(2), fixed).result("soak");
        assertThat(result.basis().values()).containsExactly("·✗______________________");
    }

    @Test
    void an_entry_that_does_not_verify_is_a_missed_window_whatever_else_ran_in_it() throws IOException {
        hours(0, 24);
        archived(ofHours(5).plusMinutes(30));
        hours(24, 25);
        Path edited = archive.runs().stream()
                .filter(run -> run.startedAt().equals(START.plus(ofHours(5).plusMinutes(30))))
                .findFirst()
                .orElseThrow()
                .file();
        Files.writeString(edited, "{}");
        assertThat(at(ofHours(24)).message()).endsWith("24 of 24 windows, 1 missed");
        assertThat(at(ofHours(24)).basis().values()).containsExactly("✓✓✓✓✓!" + "✓".repeat(18));
    }

    @Test
    void a_deleted_entry_is_a_missed_window_and_makes_its_successor_one() throws IOException {
        hours(0, 24);
        Files.delete(archive.runs().get(4).file());
        assertThat(at(ofHours(24)).message()).endsWith("24 of 24 windows, 2 missed");
    }

    @Test
    void an_archive_that_cannot_be_read_is_an_error() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a directory");
        archive = RunArchive.at(file);
        assertThat(at(ofHours(24)).status()).isEqualTo(Status.ERROR);
        assertThat(at(ofHours(24)).message()).startsWith("could not be computed");
    }

    @Test
    void a_computation_that_the_end_of_the_run_cuts_short_is_no_question_to_people() {
        RunDerivation slow = new RunDerivation() {
            @Override
            public Finding derive(RunSoFar run) throws InterruptedException {
                new CountDownLatch(1).await();
                return Finding.of(Status.PASSED, "never");
            }

            @Override
            public List<Item> sources() {
                return List.of();
            }
        };
        Report report = ChecklistRunner.create()
                .withDeadline(Duration.ofMillis(200))
                .run(checklist("list", Derived.of("slow", "slow", slow)));
        assertThat(report.result("slow").status()).isEqualTo(Status.ERROR);
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_READY);
    }

    @Test
    void a_derivation_that_throws_or_says_nothing_is_never_green() {
        for (Finding said : new Finding[] {null, Finding.of(Status.PASSED, " ")}) {
            RunDerivation odd = new RunDerivation() {
                @Override
                public Finding derive(RunSoFar run) {
                    return said;
                }

                @Override
                public List<Item> sources() {
                    return List.of();
                }
            };
            Report report = CheckTester.create().run(checklist("list", Derived.of("odd", "odd", odd)));
            assertThat(report.result("odd").status()).isEqualTo(Status.ERROR);
        }
    }

    @Test
    void this_run_itself_is_not_yet_in_the_archive() throws IOException {
        hours(0, 23);
        assertThat(at(ofHours(23)).status()).isEqualTo(Status.PENDING);
        assertThat(at(ofHours(24)).message()).endsWith("1 missed");
    }

    @Test
    void a_run_of_a_part_of_the_list_leaves_it_out() throws IOException {
        hours(0, 24);
        Report part = CheckTester.startingAt(START.plus(ofHours(24)))
                .with(runner -> runner.withSelection(Selection.all().only("soak", "pods")))
                .run(list(soak()));
        assertThat(part.lines()).extracting(Result::id).containsExactly("pods");
    }

    @Test
    void a_run_of_a_part_neither_begins_a_soak_nor_makes_a_window_hold_but_its_failure_counts() throws IOException {
        part(ofHours(0));
        assertThat(at(ofHours(3)).message()).startsWith("0 of 24 windows;");
        hours(4, 6);
        part(ofHours(6));
        assertThat(at(ofHours(7)).message()).startsWith("expected").endsWith("3 of 24 windows, 1 missed");
        archived(ofHours(6));
        pods = Outcome.error("no answer");
        part(ofHours(7));
        pods = Outcome.passed("3 of 3 ready");
        archived(ofHours(7));
        assertThat(at(ofHours(8)).message()).startsWith("4 of 24 windows;");
        pods = Outcome.failed("2 of 3 ready");
        part(ofHours(7));
        assertThat(at(ofHours(8)).message()).endsWith("4 of 24 windows, 1 failed");
    }

    private void part(Duration after) throws IOException {
        archive.add(CheckTester.startingAt(START.plus(after))
                .with(runner -> runner.withSelection(Selection.all().skip("soak")))
                .run(list(soak())));
    }

    @Test
    void what_would_pass_without_any_window_that_held_is_refused() {
        Check item = check("x", context -> pods);
        for (Soak soak : List.of(
                archive.soak(ofHours(24)).every(ofHours(7)),
                archive.soak(ofMinutes(30)),
                archive.soak(ofHours(2)).maxMissed(2),
                archive.soak(ofHours(2)).maxMissed(1).maxFailures(1),
                archive.soak(ofHours(24)).every(Duration.ofSeconds(1)))) {
            assertThatIllegalArgumentException().isThrownBy(() -> soak.of("title", item));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> archive.soak(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> soak().maxMissed(-1));
    }

    @Test
    void a_check_that_waits_for_a_soak_is_refused_since_the_soak_waits_for_all_checks() {
        Check item = check("x", context -> pods);
        Derived line = soak().of("soak", item);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checklist("list", item, line.orStop(), check("behind", context -> pods)))
                .withMessageContaining("wait for one another");
    }
}
