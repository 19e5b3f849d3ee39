package dev.checklist.history;

import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.checklist.Outcome;
import dev.checklist.report.JsonRenderer;
import dev.checklist.run.Report;
import dev.checklist.testing.CheckTester;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RunArchiveTest {
    @TempDir
    Path folder;

    private static Report report(String start) {
        return CheckTester.startingAt(Instant.parse(start))
                .run(checklist("Release", check("up", context -> Outcome.passed("up")))
                        .about("version", "1.4.2"));
    }

    private RunArchive archive(int entries) throws IOException {
        RunArchive archive = RunArchive.at(folder.resolve("runs"));
        for (int i = 0; i < entries; i++) {
            archive.add(report("2030-01-01T0" + i + ":00:00Z"));
        }
        return archive;
    }

    @Test
    void a_directory_that_is_not_there_has_no_entries() throws IOException {
        assertThat(archive(0).runs()).isEmpty();
        assertThat(archive(0).last()).isEmpty();
    }

    @Test
    void each_run_is_one_json_report_that_reads_back() throws IOException {
        RunArchive archive = archive(3);
        List<ArchivedRun> runs = archive.runs();
        assertThat(runs).extracting(ArchivedRun::number).containsExactly(1L, 2L, 3L);
        assertThat(runs).allMatch(run -> run.problem().isEmpty());
        assertThat(runs.get(1).startedAt()).isEqualTo("2030-01-01T01:00:00Z");
        assertThat(Files.readString(runs.get(1).file()))
                .isEqualTo(JsonRenderer.create().render(runs.get(1).report().orElseThrow()));
        assertThat(archive.last().orElseThrow().number()).isEqualTo(3);
        try (Stream<Path> files = Files.list(folder.resolve("runs"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".tmp")))
                    .isEmpty();
        }
    }

    @Test
    void an_entry_that_was_edited_does_not_verify_and_the_others_do() throws IOException {
        RunArchive archive = archive(3);
        Path second = archive.runs().get(1).file();
        Files.writeString(second, Files.readString(second).replace("\"host\"", "\"host\" "));
        assertThat(archive.runs()).extracting(run -> run.problem().isPresent()).containsExactly(false, true, false);
        assertThat(archive.runs().get(1).problem().orElseThrow()).contains("it was changed");
        assertThat(archive.runs().get(1).report()).isEmpty();
    }

    @Test
    void after_an_entry_that_is_gone_the_next_does_not_verify() throws IOException {
        RunArchive archive = archive(3);
        Files.delete(archive.runs().get(1).file());
        assertThat(archive.runs()).extracting(run -> run.problem().isPresent()).containsExactly(false, true);
        assertThat(archive.runs().get(1).problem().orElseThrow()).contains("expected number 2, but found 3");
    }

    @Test
    void an_entry_is_understood_once_and_yet_looked_at_each_time() throws IOException {
        RunArchive archive = archive(3);
        List<ArchivedRun> first = archive.runs();
        assertThat(archive.runs())
                .usingElementComparator((one, other) -> one == other ? 0 : 1)
                .isEqualTo(first);
        Path edited = first.get(1).file();
        Files.writeString(edited, Files.readString(edited).replace("\"up\"", "\"UP\""));
        assertThat(archive.runs().get(1).problem().orElseThrow()).contains("it was changed");
        assertThat(archive.runs().get(1).report()).isEmpty();
        assertThat(archive.runs().get(2).report()).isPresent();
    }

    @Test
    void two_entries_that_changed_places_do_not_verify() throws IOException {
        RunArchive archive = archive(3);
        List<ArchivedRun> runs = archive.runs();
        byte[] first = Files.readAllBytes(runs.get(0).file());
        Files.write(runs.get(0).file(), Files.readAllBytes(runs.get(1).file()));
        Files.write(runs.get(1).file(), first);
        assertThat(archive.runs()).extracting(run -> run.problem().isPresent()).containsExactly(true, true, false);
    }

    @Test
    void an_entry_renamed_to_another_time_does_not_verify() throws IOException {
        RunArchive archive = archive(1);
        Path file = archive.runs().get(0).file();
        Files.move(file, file.resolveSibling(file.getFileName().toString().replace("T000000Z", "T050000Z")));
        assertThat(archive.runs().get(0).problem().orElseThrow()).contains("another start");
    }

    @Test
    void every_truncation_and_a_directory_in_its_place_are_said_and_never_thrown() throws IOException {
        RunArchive archive = archive(1);
        Path file = archive.runs().get(0).file();
        byte[] content = Files.readAllBytes(file);
        for (int length = 0; length < content.length; length += 13) {
            Files.write(file, java.util.Arrays.copyOf(content, length));
            assertThat(archive.runs().get(0).report()).as("%d bytes", length).isEmpty();
        }
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(archive.runs().get(0).problem().orElseThrow()).contains("cannot be read");
    }

    @Test
    void other_files_are_left_alone() throws IOException {
        RunArchive archive = archive(1);
        Files.writeString(folder.resolve("runs").resolve("notes.txt"), "x", StandardCharsets.UTF_8);
        Files.writeString(
                folder.resolve("runs").resolve("run-00000009-99999999T999999Z-" + "0".repeat(64) + ".json"), "");
        assertThat(archive.runs()).hasSize(1);
        assertThat(archive.add(report("2030-01-01T05:00:00Z")).number()).isEqualTo(2);
    }

    @Test
    void ten_thousand_runs_are_listed_by_their_names_alone() throws IOException {
        RunArchive archive = archive(1);
        Path directory = folder.resolve("runs");
        for (int number = 2; number <= 10_000; number++) {
            Instant start = Instant.parse("2030-01-02T00:00:00Z").plusSeconds(number);
            Files.createFile(directory.resolve(new EntryName(number, start, "0".repeat(64)).fileName()));
        }
        List<ArchivedRun> runs = archive.runs();
        assertThat(runs).hasSize(10_000);
        assertThat(runs.get(9_999).startedAt()).isEqualTo("2030-01-02T02:46:40Z");
        assertThat(runs.get(9_999).problem().orElseThrow()).contains("it was changed");
    }

    @Test
    void a_report_is_read_when_it_is_asked_for_and_each_time() throws IOException {
        List<ArchivedRun> runs = archive(2).runs();
        byte[] content = Files.readAllBytes(runs.get(0).file());
        Files.delete(runs.get(0).file());
        assertThat(runs.get(0).report()).isEmpty();
        assertThat(runs.get(0).problem().orElseThrow()).contains("cannot be read");
        Files.write(runs.get(0).file(), content);
        assertThat(runs.get(0).report()).isPresent();
        assertThat(runs.get(0).problem()).isEmpty();
    }

    @Test
    void several_writers_at_once_lose_nothing_and_keep_the_chain() throws Exception {
        RunArchive archive = archive(0);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<ArchivedRun>> all = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            int minute = 10 + i;
            RunArchive own = RunArchive.at(folder.resolve("runs"));
            all.add(threads.submit(() -> own.add(report("2030-01-01T00:" + minute + ":00Z"))));
        }
        for (Future<ArchivedRun> one : all) {
            assertThat(one.get().report()).isPresent();
        }
        threads.shutdown();
        assertThat(archive.runs()).hasSize(24).allMatch(run -> run.problem().isEmpty());
    }

    @Test
    void what_cannot_be_written_is_an_error_and_leaves_the_archive_as_it_was() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a directory");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> RunArchive.at(file).add(report("2030-01-01T00:00:00Z")));
        assertThat(Files.readString(file)).isEqualTo("not a directory");
    }
}
