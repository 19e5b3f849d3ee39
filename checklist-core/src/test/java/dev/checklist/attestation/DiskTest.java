package dev.checklist.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.checklist.Status;
import dev.checklist.run.Report;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is acknowledged is on the disk, and what the disk refuses is not acknowledged. */
class DiskTest {
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    private Path folder;

    private Path path;

    @BeforeEach
    void place() {
        path = folder.resolve("answers.jsonl");
    }

    @Test
    void an_answer_is_forced_under_the_lock_before_it_is_acknowledged() throws IOException {
        RecordingDisk disk = new RecordingDisk();
        AttestationFile file = AttestationFile.at(path, disk);
        assertThat(file.record(Asked.plan("Ann")).who()).isEqualTo("Ann");
        String folderName = path.toRealPath().getParent().getFileName().toString();
        assertThat(disk.done)
                .as("the first one: the name of the file is made to last, too")
                .containsExactly(
                        "lock answers.jsonl.lock",
                        "write answers.jsonl",
                        "force answers.jsonl",
                        "close answers.jsonl",
                        "force " + folderName,
                        "close " + folderName,
                        "release lock",
                        "close answers.jsonl.lock");
        for (int i = 0; i < 50; i++) {
            disk.done.clear();
            assertThat(file.record(Asked.plan("Ann")).who()).isEqualTo("Ann");
            assertThat(disk.done)
                    .containsExactly(
                            "lock answers.jsonl.lock",
                            "close answers.jsonl",
                            "write answers.jsonl",
                            "force answers.jsonl",
                            "close answers.jsonl",
                            "release lock",
                            "close answers.jsonl.lock");
        }
    }

    @Test
    void a_repair_is_forced_as_well() throws IOException {
        Asked.fill(path, 2);
        Files.writeString(path, "torn", StandardOpenOption.APPEND);
        RecordingDisk disk = new RecordingDisk();
        assertThat(AttestationFile.at(path, disk).records()).hasSize(2);
        assertThat(disk.done)
                .containsSubsequence(
                        "lock answers.jsonl.lock", "truncate answers.jsonl", "force answers.jsonl", "release lock");
    }

    @Test
    void a_write_that_takes_several_turns_writes_all() throws IOException {
        RecordingDisk disk = new RecordingDisk();
        disk.shortWrites = 7;
        AttestationFile file = AttestationFile.at(path, disk);
        for (int i = 0; i < 3; i++) {
            assertThat(file.record(Asked.plan("Ann")).who()).isEqualTo("Ann");
        }
        assertThat(AttestationFile.at(path).records()).hasSize(3);
    }

    @Test
    void an_answer_whose_write_or_force_fails_is_taken_back_and_not_acknowledged() throws IOException {
        for (String step : List.of("write", "force", "lock")) {
            Asked.fill(path, 2);
            int before = AttestationFile.at(path).records().size();
            RecordingDisk disk = new RecordingDisk();
            AttestationFile file = AttestationFile.at(path, disk);
            disk.failing.add(step);
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> file.record(Asked.plan("Ann")))
                    .withMessage(step + " fails on purpose");
            assertThat(AttestationFile.at(path).records()).hasSize(before);
            assertThat(AttestationFile.at(path).ledger().orElseThrow().findings())
                    .isEmpty();
            disk.failing.clear();
            assertThat(file.record(Asked.plan("Bob")).who()).isEqualTo("Bob");
            assertThat(Asked.names(AttestationFile.at(path)))
                    .hasSize(before + 1)
                    .endsWith("Bob");
        }
    }

    @Test
    void a_half_record_that_cannot_be_taken_back_is_cut_off_by_the_next() throws IOException {
        Asked.fill(path, 2);
        RecordingDisk disk = new RecordingDisk();
        disk.shortWrites = 100;
        AttestationFile file = AttestationFile.at(path, disk);
        disk.failing.addAll(List.of("write", "truncate"));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> file.record(Asked.plan("Ann")));
        assertThat(Files.readString(path)).doesNotEndWith("\n");
        disk.failing.clear();
        assertThat(file.record(Asked.plan("Bob")).who()).isEqualTo("Bob");
        assertThat(Asked.names(AttestationFile.at(path))).containsExactly("person 1", "person 2", "Bob");
    }

    @Test
    void an_answer_on_a_full_disk_is_not_acknowledged_and_the_line_stays_open() throws IOException {
        Assumptions.assumeTrue(Files.exists(FULL), "this platform has no /dev/full");
        Asked.fill(path, 2);
        byte[] before = Asked.bytes(path);
        Disk full = (file, options) -> options.equals(Set.of(StandardOpenOption.WRITE))
                ? FileChannel.open(FULL, StandardOpenOption.WRITE)
                : Disk.real().open(file, options);
        AttestationFile file = AttestationFile.at(path, full);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> file.record(Asked.plan("Ann")))
                .withMessageContaining("No space left on device");
        Report report = Asked.run(
                Asked.release("1.4.3", Asked.PLAN), file.asking(question -> Optional.of(question.confirmedBy("Ann"))));
        assertThat(report.result("plan").status()).isEqualTo(Status.PENDING);
        assertThat(report.result("plan").message()).contains("No space left on device");
        assertThat(Asked.bytes(path)).isEqualTo(before);
    }

    @Test
    void a_read_only_file_is_read_and_takes_no_answer() throws IOException {
        Asked.fill(path, 2);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r--------"));
        Assumptions.assumeFalse(Files.isWritable(path), "the superuser writes to read-only files");
        AttestationFile file = AttestationFile.at(path);
        assertThat(file.records()).hasSize(2);
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> file.record(Asked.plan("Ann")));
    }

    @Test
    void a_disk_that_lets_nobody_write_lets_everybody_read() throws IOException {
        Asked.fill(path, 2);
        Disk readOnly = (file, options) -> {
            if (!options.equals(Set.of(StandardOpenOption.READ))) {
                throw new AccessDeniedException(file.toString());
            }
            return Disk.real().open(file, options);
        };
        AttestationFile file = AttestationFile.at(path, readOnly);
        assertThat(Asked.run(Asked.release(), file).result("plan").status()).isEqualTo(Status.PASSED);
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> file.record(Asked.plan("Ann")));
    }
}
