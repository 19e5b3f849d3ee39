package dev.checklist.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.checklist.hash.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever edits the file is found out, as far as a chain can tell. */
class TamperTest {
    private static final int RECORDS = 5;

    @TempDir
    private Path folder;

    private Path path;

    @BeforeEach
    void fill() throws IOException {
        path = folder.resolve("answers.jsonl");
        Asked.fill(path, RECORDS);
    }

    private List<String> lines() throws IOException {
        return new ArrayList<>(Files.readAllLines(path));
    }

    private void assertBroken(List<String> lines, int record, String why) throws IOException {
        Files.write(path, lines);
        byte[] before = Asked.bytes(path);
        assertThatExceptionOfType(BrokenChainException.class)
                .isThrownBy(() -> AttestationFile.at(path))
                .withMessageContaining(path + ": record " + record + " " + why)
                .withMessageContaining("The " + (record - 1) + " before it verify")
                .satisfies(broken -> assertThat(broken.recordNumber()).isEqualTo(record));
        assertThat(Asked.bytes(path)).as("a broken file is left as it is").isEqualTo(before);
    }

    /** Gives an edited line the hash that its new text has. */
    private static String hashed(String line) {
        String open = line.substring(0, line.lastIndexOf(",\"hash\":"));
        byte[] bytes = open.getBytes(StandardCharsets.UTF_8);
        return open + ",\"hash\":\"" + Sha256.hex(bytes) + "\"}";
    }

    @Test
    void every_flipped_bit_is_found_and_the_end_of_the_last_line_counts_as_torn() throws IOException {
        byte[] whole = Asked.bytes(path);
        long lastLine = Files.readString(path).stripTrailing().lastIndexOf('\n') + 1;
        Random random = new Random(7);
        for (int at = 0; at < whole.length; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(path, flipped);
            if (at == whole.length - 1) {
                AttestationFile torn = AttestationFile.at(path);
                assertThat(torn.records()).hasSize(RECORDS - 1);
                assertThat(torn.ledger().orElseThrow().findings()).hasSize(1);
                assertThat(Files.size(path)).isEqualTo(lastLine);
            } else {
                assertThatExceptionOfType(BrokenChainException.class)
                        .as("byte %d", at)
                        .isThrownBy(() -> AttestationFile.at(path));
            }
        }
    }

    @Test
    void every_bit_of_one_record_in_the_middle_is_found() throws IOException {
        byte[] whole = Asked.bytes(path);
        int start = Files.readString(path).indexOf('\n') + 1;
        int end = Files.readString(path).indexOf('\n', start);
        for (int at = start; at <= end; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] flipped = whole.clone();
                flipped[at] ^= (byte) (1 << bit);
                Files.write(path, flipped);
                assertThatExceptionOfType(BrokenChainException.class)
                        .as("bit %d of byte %d", bit, at)
                        .isThrownBy(() -> AttestationFile.at(path));
            }
        }
    }

    @Test
    void a_deleted_line_is_found_unless_it_is_the_last() throws IOException {
        List<String> lines = lines();
        for (int i = 0; i < RECORDS - 1; i++) {
            List<String> fewer = new ArrayList<>(lines);
            fewer.remove(i);
            assertBroken(fewer, i + 1, "does not follow the one before it");
        }
    }

    @Test
    void swapped_repeated_and_inserted_lines_are_found() throws IOException {
        List<String> lines = lines();
        for (int i = 0; i < RECORDS - 1; i++) {
            List<String> swapped = new ArrayList<>(lines);
            Collections.swap(swapped, i, i + 1);
            assertBroken(swapped, i + 1, "does not follow the one before it");
            List<String> repeated = new ArrayList<>(lines);
            repeated.add(i + 1, lines.get(i));
            assertBroken(repeated, i + 2, "does not follow the one before it");
        }
        List<String> longer = new ArrayList<>(lines);
        longer.add(lines.get(1));
        assertBroken(longer, RECORDS + 1, "does not follow the one before it");
        for (String odd : List.of("", "{}", "null", "[]", "a note of mine", "{\"hash\":\"" + "0".repeat(64) + "\"}")) {
            List<String> noted = new ArrayList<>(lines);
            noted.add(2, odd);
            assertBroken(noted, 3, "does not verify");
        }
    }

    @Test
    void an_edited_record_is_found_even_when_its_own_hash_was_made_anew() throws IOException {
        List<String> lines = lines();
        String edited = lines.get(1).replace("person 2", "the boss");
        lines.set(1, edited);
        assertBroken(lines, 2, "does not verify: expected it to end with the hash");
        lines.set(1, hashed(edited));
        assertBroken(lines, 3, "does not follow the one before it");
    }

    @Test
    void an_edited_last_record_with_a_new_hash_shows_only_against_what_a_report_printed() throws IOException {
        String seen = AttestationFile.at(path).ledger().orElseThrow().lastHash().orElseThrow();
        List<String> lines = lines();
        lines.set(RECORDS - 1, hashed(lines.get(RECORDS - 1).replace("person 5", "the boss")));
        Files.write(path, lines);
        AttestationFile believed = AttestationFile.at(path);
        assertThat(Asked.names(believed)).endsWith("the boss");
        assertThatExceptionOfType(BrokenChainException.class).isThrownBy(() -> believed.expecting(RECORDS, seen));
    }

    @Test
    void a_record_that_contradicts_itself_is_refused_though_its_hash_is_right() throws IOException {
        String last = lines().get(RECORDS - 1);
        String previous = last.replaceAll(".*\"previous\":\"([0-9a-f]+)\".*", "$1");
        List<String[]> edits = List.of(
                new String[] {"\"record\":5", "\"record\":6", "says that it is number 6"},
                new String[] {"\"record\":5", "\"record\":\"x\"", "is no record of an answer"},
                new String[] {"1.4.2", "1.4.3", "is bound to "},
                new String[] {"\"id\":\"plan\"", "\"id\":\"other\"", "is bound to "},
                new String[] {"\"CONFIRMED\"", "\"MAYBE\"", "is no record of an answer"},
                new String[] {"\"when\":\"2", "\"when\":\"x2", "is no record of an answer"},
                new String[] {"\"who\":\"person 5\"", "\"who\":\" \"", "is no record of an answer"},
                new String[] {"\"who\":\"person 5\"", "\"nobody\":1", "the field \"who\" is missing"},
                new String[] {"\"comment\":", "\"validFor\":\"PT-1S\",\"comment\":", "is no record of an answer"},
                new String[] {"\"comment\":", "\"validFor\":\"1 day\",\"comment\":", "is no record of an answer"},
                new String[] {"\"comment\":", "\"who\":\"Eve\",\"comment\":", "is no JSON"},
                new String[] {"\"bound\":{", "\"bound\":[", "is no JSON"},
                new String[] {previous, Chain.NOTHING, "does not follow the one before it"});
        for (String[] edit : edits) {
            assertThat(last).contains(edit[0]);
            List<String> lines = new ArrayList<>(lines().subList(0, RECORDS - 1));
            lines.add(hashed(last.replace(edit[0], edit[1])));
            assertBroken(lines, RECORDS, edit[2].startsWith("the field") ? "is no record" : edit[2]);
        }
    }

    @Test
    void nothing_is_appended_to_a_chain_that_broke_while_it_was_used() throws IOException {
        AttestationFile file = AttestationFile.at(path);
        Files.writeString(path, Files.readString(path) + "a note of mine\n");
        byte[] before = Asked.bytes(path);
        assertThatExceptionOfType(BrokenChainException.class).isThrownBy(() -> file.record(Asked.plan("Ann")));
        assertThatExceptionOfType(BrokenChainException.class).isThrownBy(file::records);
        assertThat(Asked.bytes(path)).isEqualTo(before);
    }
}
