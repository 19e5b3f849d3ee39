package dev.checklist.attestation;

import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.checklist.Checklist;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.Report;
import dev.checklist.run.Waiver;
import dev.checklist.testing.CheckTester;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaiverFileTest {
    private static final String WHOLE = """
            # accepted until the store is replaced
            waiver: backups/versioning
              reason: the store is replaced: see the plan
              owner: Bob
              until: 2026-11-27
              ticket: OPS-4711
              environments: staging , production

            waiver: latency
            reason: known
            owner: Ann
            until: 2027-01-01
            """;

    @TempDir
    private Path folder;

    private List<Waiver> read(String text) throws IOException {
        return WaiverFile.read(Files.writeString(folder.resolve("waivers.txt"), text));
    }

    private void assertRefused(String text, int line, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(text))
                .withMessage(folder.resolve("waivers.txt") + ", line " + line + ": " + problem);
    }

    @Test
    void a_block_is_a_waiver() throws IOException {
        assertThat(read(WHOLE))
                .containsExactly(
                        new Waiver(
                                        "backups/versioning",
                                        "the store is replaced: see the plan",
                                        "Bob",
                                        LocalDate.of(2026, 11, 27))
                                .withTicket("OPS-4711")
                                .in("staging", "production"),
                        new Waiver("latency", "known", "Ann", LocalDate.of(2027, 1, 1)));
        assertThat(read(WHOLE.replace("\n", "\r\n"))).isEqualTo(read(WHOLE));
        assertThat(read("\uFEFF" + WHOLE)).isEqualTo(read(WHOLE));
        assertThat(read("")).isEmpty();
        assertThat(read("# none at present\n\n")).isEmpty();
    }

    @Test
    void a_typo_is_refused_with_its_line_and_the_nearest_key() {
        assertRefused(WHOLE.replace("ticket", "tiket"), 6, "unknown key \"tiket\": did you mean \"ticket\"?");
        assertRefused(WHOLE.replace("owner: Ann", "Owner: Ann"), 11, "unknown key \"Owner\": did you mean \"owner\"?");
        assertRefused(
                WHOLE.replace("environments", "enviroment"),
                7,
                "unknown key \"enviroment\": did you mean \"environments\"?");
        assertRefused(
                "colour: red",
                1,
                "unknown key \"colour\": expected one of waiver, reason, owner, until, ticket, environments");
        assertRefused("waiver backups", 1, "expected \"key: value\", found \"waiver backups\"");
        assertRefused(
                "a\u001b[2J: b",
                1,
                "unknown key \"a\\u001b[2J\": expected one of waiver, reason, owner, until, ticket, environments");
    }

    @Test
    void what_is_missing_or_doubled_or_out_of_place_is_refused() {
        assertRefused(WHOLE.replace("owner: Ann\n", ""), 9, "the block that begins here has no \"owner:\"");
        assertRefused(WHOLE.replace("reason: known\n", ""), 9, "the block that begins here has no \"reason:\"");
        assertRefused(WHOLE.replace("until: 2027-01-01\n", ""), 9, "the block that begins here has no \"until:\"");
        assertRefused(
                WHOLE.replace("owner: Ann", "reason: other"),
                11,
                "reason is given twice in one block, first in line 10");
        assertRefused("owner: Ann", 1, "expected a block to begin with \"waiver:\", found \"owner\"");
        assertRefused("waiver:", 1, "waiver is empty: give a value, or leave the line out");
        assertRefused(
                WHOLE.replace("staging , production", " , "),
                7,
                "environments is \",\": expected names, separated by commas");
    }

    @Test
    void a_day_that_is_none_is_refused() {
        for (String day : List.of("soon", "27.11.2026", "2026-02-30", "2026-11-27T10:00:00Z")) {
            assertRefused(
                    WHOLE.replace("2027-01-01", day),
                    12,
                    "until is \"" + day + "\": expected a day such as 2026-11-27");
        }
    }

    @Test
    void what_is_no_text_too_large_or_absent_is_refused() throws IOException {
        Path file = folder.resolve("waivers.txt");
        Files.write(file, "waiver: z\u00fcrich".getBytes(StandardCharsets.ISO_8859_1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WaiverFile.read(file))
                .withMessageContaining("is no text in UTF-8");
        Files.writeString(file, "#".repeat(1024 * 1024 + 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WaiverFile.read(file))
                .withMessageContaining("at most 1048576");
        Assertions.assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> WaiverFile.read(folder.resolve("absent")));
    }

    @Test
    void waivers_of_a_file_cover_failures_where_they_are_for() throws IOException {
        List<Waiver> waivers = read(WHOLE.replace("2026-11-27", "2030-06-01"));
        Checklist list = checklist(
                "list",
                check("versioning", context -> Outcome.failed("Suspended")).id("backups/versioning"));
        CheckTester tester = CheckTester.create().with(runner -> runner.withWaivers(waivers));
        Report production = tester.run(list.about("environment", "production"));
        assertThat(production.result("backups/versioning").status()).isEqualTo(Status.WAIVED);
        assertThat(tester.run(list.about("environment", "dev")).count(Status.FAILED))
                .isEqualTo(1);
    }
}
