package dev.checklist.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.checklist.run.Ledger;
import dev.checklist.run.Report;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A power cut takes the line that was being written, and nothing before it. */
class TornLineTest {
    private static final int RECORDS = 6;

    @TempDir
    private Path folder;

    private Path path;

    @BeforeEach
    void fill() throws IOException {
        path = folder.resolve("answers.jsonl");
        Asked.fill(path, RECORDS);
    }

    private static int wholeLines(byte[] bytes) {
        return (int) new String(bytes, StandardCharsets.UTF_8)
                .chars()
                .filter(c -> c == '\n')
                .count();
    }

    @Test
    void a_file_cut_at_any_byte_of_its_last_three_records_loses_only_the_torn_one() throws IOException {
        byte[] whole = Asked.bytes(path);
        int start = 0;
        for (int line = 0; line < RECORDS - 3; line++) {
            start = Arrays.asList(box(whole)).subList(start, whole.length).indexOf((byte) '\n') + start + 1;
        }
        int cuts = 0;
        for (int length = start; length <= whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            Files.write(path, cut);
            int kept = wholeLines(cut);
            boolean isTorn = length > 0 && cut[length - 1] != '\n';
            AttestationFile file = AttestationFile.at(path);
            assertThat(file.records()).as("cut at %d", length).hasSize(kept);
            assertThat(file.ledger().orElseThrow().findings()).hasSize(isTorn ? 1 : 0);
            assertThat(wholeLines(Asked.bytes(path))).isEqualTo(kept);
            assertThat(Asked.bytes(path)).as("only the torn line is gone").isEqualTo(Arrays.copyOf(whole, end(cut)));
            cuts += isTorn ? 1 : 0;
        }
        assertThat(cuts).isGreaterThan(1000);
    }

    private static Byte[] box(byte[] bytes) {
        Byte[] all = new Byte[bytes.length];
        Arrays.setAll(all, i -> bytes[i]);
        return all;
    }

    private static int end(byte[] cut) {
        int end = cut.length;
        while (end > 0 && cut[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    @Test
    void the_chain_goes_on_after_a_repair_and_the_next_report_says_what_was_lost() throws IOException {
        byte[] whole = Asked.bytes(path);
        Files.write(path, Arrays.copyOf(whole, whole.length - 100));
        AttestationFile file = AttestationFile.at(path);
        Report report = Asked.run(Asked.release(), file);
        assertThat(report.findings())
                .singleElement()
                .asString()
                .matches(
                        "answers.jsonl: the last line, after record 5, was torn, as by a power cut, and its \\d+ bytes were cut off");
        assertThat(file.record(Asked.plan("Ann")).who()).isEqualTo("Ann");
        assertThat(Asked.names(AttestationFile.at(path))).hasSize(RECORDS).endsWith("person 5", "Ann");
        assertThat(AttestationFile.at(path).ledger().map(Ledger::findings)).contains(List.of());
    }

    @Test
    void a_line_that_is_torn_while_the_file_is_used_is_cut_off_by_the_next_to_append() throws IOException {
        AttestationFile file = AttestationFile.at(path);
        Files.writeString(path, "{\"record\":7,\"wh", StandardOpenOption.APPEND);
        assertThat(file.records()).hasSize(RECORDS);
        assertThat(Files.readString(path)).as("a reader never cuts").endsWith("\"wh");
        assertThat(file.record(Asked.plan("Ann")).who()).isEqualTo("Ann");
        assertThat(Asked.names(AttestationFile.at(path))).hasSize(RECORDS + 1).endsWith("Ann");
        assertThat(file.ledger().orElseThrow().findings())
                .singleElement()
                .asString()
                .contains("of 15 bytes");
    }

    @Test
    void a_tail_of_anything_without_an_end_is_torn() throws IOException {
        byte[] whole = Asked.bytes(path);
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            byte[] tail = new byte[1 + random.nextInt(5000)];
            if (round > 0) { // the first is a hole full of zeros, as file systems leave behind
                random.nextBytes(tail);
            }
            for (int i = 0; i < tail.length; i++) {
                tail[i] = tail[i] == '\n' ? 0 : tail[i];
            }
            Files.write(path, whole);
            Files.write(path, tail, StandardOpenOption.APPEND);
            assertThat(AttestationFile.at(path).records()).hasSize(RECORDS);
            assertThat(Asked.bytes(path)).isEqualTo(whole);
        }
    }

    @Test
    void a_torn_first_line_leaves_an_empty_file() throws IOException {
        Files.writeString(path, "{\"record\":1");
        assertThat(AttestationFile.at(path).records()).isEmpty();
        assertThat(path).isEmptyFile();
        Asked.fill(path, 1);
        assertThat(Asked.names(AttestationFile.at(path))).containsExactly("person 1");
    }

    @Test
    void a_torn_line_on_a_disk_that_cannot_be_written_is_only_reported() throws IOException {
        Files.writeString(path, "{\"record\":7", StandardOpenOption.APPEND);
        byte[] before = Asked.bytes(path);
        Disk readOnly = (file, options) -> {
            if (options.contains(StandardOpenOption.WRITE)) {
                throw new AccessDeniedException(file.toString());
            }
            return FileChannel.open(file, options);
        };
        AttestationFile file = AttestationFile.at(path, readOnly);
        assertThat(file.records()).hasSize(RECORDS);
        assertThat(file.ledger().orElseThrow().findings())
                .singleElement()
                .asString()
                .contains("could not be cut off: java.nio.file.AccessDeniedException");
        assertThat(Asked.bytes(path)).isEqualTo(before);
        assertThat(Asked.run(Asked.release(), file).result("plan").message())
                .isEqualTo("confirmed by person 6: comment 6");
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> file.record(Asked.plan("Ann")));
    }

    @Test
    void what_looks_torn_but_is_being_written_is_not_cut() throws IOException {
        byte[] whole = Asked.bytes(path);
        Files.write(path, Arrays.copyOf(whole, whole.length - 50));
        Disk slow = (file, options) -> {
            if (file.toString().endsWith(".lock")) {
                Files.write(path, whole); // the other process ends its line before it lets go of the lock
            }
            return FileChannel.open(file, options);
        };
        AttestationFile file = AttestationFile.at(path, slow);
        assertThat(file.records()).hasSize(RECORDS);
        assertThat(file.ledger().orElseThrow().findings()).isEmpty();
        assertThat(Asked.bytes(path)).isEqualTo(whole);
    }
}
