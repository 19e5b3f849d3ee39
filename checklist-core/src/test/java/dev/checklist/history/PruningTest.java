package dev.checklist.history;

import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PruningTest {
    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private RunArchive archive;
    private String version = "1.4.2";
    private Outcome pods = Outcome.passed("3 of 3 ready");

    @BeforeEach
    void open() {
        archive = RunArchive.at(folder);
    }

    private Report run(int hour, Soak soak) {
        Check healthy = check("pods", context -> pods);
        Checklist list = checklist("Day", soak.of("Pods stay healthy", healthy).id("soak"), healthy)
                .about("version", version);
        return CheckTester.startingAt(START.plus(ofHours(hour))).run(list);
    }

    private Soak soak() {
        return archive.soak(ofHours(4));
    }

    private void hours(int from, int until, Soak soak) throws IOException {
        for (int hour = from; hour < until; hour++) {
            archive.add(run(hour, soak));
        }
    }

    private List<Path> files(String start) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(start))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void the_newest_are_kept_and_still_verify() throws IOException {
        hours(0, 6, soak());
        assertThat(archive.keepNewest(2)).isEqualTo(new Pruned(4, 2, List.of()));
        assertThat(archive.runs()).extracting(ArchivedRun::number).containsExactly(5L, 6L);
        assertThat(archive.runs()).allMatch(run -> run.problem().isEmpty());
        assertThat(files("run-")).hasSize(2);
        archive.add(run(6, soak()));
        assertThat(archive.last().orElseThrow().number()).isEqualTo(7);
        assertThat(archive.runs()).allMatch(run -> run.problem().isEmpty());
    }

    @Test
    void runs_before_a_time_go_and_the_newest_stays_however_old() throws IOException {
        hours(0, 4, soak());
        assertThat(archive.keepSince(START.plus(ofHours(2))).removed()).isEqualTo(2);
        assertThat(archive.keepSince(START.plus(ofHours(2))).removed()).isZero();
        assertThat(archive.keepSince(START.plus(ofHours(500)))).isEqualTo(new Pruned(1, 1, List.of()));
        assertThat(archive.runs().get(0).report()).isPresent();
        assertThat(files("pruned-")).hasSize(1);
    }

    @Test
    void an_archive_with_less_or_nothing_is_left_as_it_is() throws IOException {
        assertThat(RunArchive.at(folder.resolve("none")).keepNewest(1)).isEqualTo(new Pruned(0, 0, List.of()));
        hours(0, 2, soak());
        assertThat(archive.keepNewest(2)).hasToString("0 runs removed, 2 left");
        assertThat(files("pruned-")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> archive.keepNewest(0));
        assertThatIllegalArgumentException().isThrownBy(() -> archive.keepSince(null));
    }

    @Test
    void without_the_file_that_stands_for_them_the_first_that_is_left_does_not_verify() throws IOException {
        hours(0, 4, soak());
        assertThat(archive.keepNewest(2).removed()).isEqualTo(2);
        Files.delete(files("pruned-").get(0));
        assertThat(archive.runs()).extracting(run -> run.problem().isPresent()).containsExactly(true, false);
        assertThat(archive.runs().get(0).problem().orElseThrow()).contains("expected number 1, but found 3");
    }

    @Test
    void a_list_without_a_run_to_compare_with_is_named() throws IOException {
        archive.add(CheckTester.create().run(checklist("Rollback", check("x", context -> pods))));
        hours(0, 2, soak());
        Pruned pruned = archive.keepNewest(1);
        assertThat(pruned.forgotten()).containsExactly("Rollback");
        assertThat(pruned).hasToString("2 runs removed, 1 left; nothing is left to compare with of [Rollback]");
    }

    @Test
    void a_soak_that_lost_a_failure_to_pruning_is_an_error_that_says_so() throws IOException {
        pods = Outcome.failed("pod api-1 restarts");
        hours(0, 1, soak());
        pods = Outcome.passed("3 of 3 ready");
        hours(1, 6, soak());
        assertThat(run(6, soak()).result("soak").status()).isEqualTo(Status.FAILED);
        assertThat(archive.keepNewest(5).removed()).isEqualTo(1);
        Result soak = run(6, soak()).result("soak");
        assertThat(soak.status()).isEqualTo(Status.ERROR);
        assertThat(soak.message()).contains("pruned, up to 2030-01-01T00:00:00Z");
    }

    @Test
    void a_soak_with_a_start_of_its_own_counts_if_nothing_behind_that_is_gone() throws IOException {
        Soak later = soak().startingAt(START.plus(ofHours(1)));
        hours(0, 6, later);
        assertThat(archive.keepNewest(5).removed()).isEqualTo(1);
        assertThat(run(6, later).result("soak").status()).isEqualTo(Status.PASSED);
        assertThat(archive.keepNewest(4).removed()).isEqualTo(1);
        assertThat(run(6, later).result("soak").status()).isEqualTo(Status.ERROR);
    }

    @Test
    void runs_of_another_release_may_go() throws IOException {
        version = "1.4.1";
        hours(0, 3, soak());
        version = "1.4.2";
        hours(3, 7, soak());
        assertThat(archive.keepNewest(4).removed()).isEqualTo(3);
        assertThat(run(7, soak()).result("soak").status()).isEqualTo(Status.PASSED);
    }

    @Test
    void what_was_pruned_is_remembered_over_several_prunings() throws IOException {
        hours(0, 2, soak());
        version = "1.4.3";
        hours(2, 4, soak());
        assertThat(archive.keepNewest(3).removed()).isEqualTo(1);
        assertThat(archive.keepNewest(1).removed()).isEqualTo(2);
        version = "1.4.2";
        assertThat(run(9, soak()).result("soak").message()).contains("pruned, up to 2030-01-01T01:00:00Z");
    }

    @Test
    void an_entry_that_did_not_verify_is_not_forgotten_by_pruning_it() throws IOException {
        Soak fixed = soak().startingAt(START);
        version = "1.4.1";
        hours(0, 1, fixed);
        version = "1.4.2";
        hours(1, 5, fixed);
        Files.writeString(archive.runs().get(0).file(), "{}");
        assertThat(archive.keepNewest(4).removed()).isEqualTo(1);
        assertThat(run(5, fixed).result("soak").status()).isEqualTo(Status.ERROR);
    }

    @Test
    void a_memory_that_was_edited_or_emptied_makes_soaks_errors_and_stops_pruning() throws IOException {
        hours(0, 4, soak());
        assertThat(archive.keepNewest(2).removed()).isEqualTo(2);
        Path memory = files("pruned-").get(0);
        for (String text : List.of("", "\n", Files.readString(memory).replace("2030", "2029"))) {
            Files.writeString(memory, text);
            assertThat(run(9, soak()).result("soak").status()).isEqualTo(Status.ERROR);
            assertThat(run(9, soak()).result("soak").message()).contains("cannot be told");
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> archive.keepNewest(1));
            assertThat(files("run-")).hasSize(2);
        }
    }

    @Test
    void what_a_killed_pruning_left_behind_does_not_count_and_goes_with_the_next() throws IOException {
        hours(0, 4, soak());
        Path saved = folder.resolve("saved");
        Files.createDirectory(saved);
        for (Path file : files("run-")) {
            Files.copy(file, saved.resolve(file.getFileName()));
        }
        assertThat(archive.keepNewest(2).removed()).isEqualTo(2);
        try (Stream<Path> files = Files.list(saved)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        assertThat(archive.runs()).extracting(ArchivedRun::number).containsExactly(3L, 4L);
        assertThat(archive.runs()).allMatch(run -> run.problem().isEmpty());
        assertThat(archive.keepNewest(2).removed()).isZero();
        assertThat(files("run-")).hasSize(2);
    }
}
