package dev.checklist.run;

import static dev.checklist.run.ReportFixtures.line;
import static dev.checklist.run.ReportFixtures.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Status;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportVerdictTest {
    /** The root is advisory, so that the verdict hangs on the blocked line alone. */
    @ParameterizedTest
    @CsvSource({"PENDING, INCOMPLETE", "FAILED, NOT_READY", "ERROR, NOT_READY"})
    void a_blocked_line_is_open_if_people_block_it_and_broken_otherwise(Status root, Verdict verdict) {
        Result blocking = line("root", "Root").advisory().ends(root, "as it is");
        Result blocked = line("behind", "Behind").roots("root").ends(Status.BLOCKED, "not asked");
        Result passed = line("good", "Good").ends(Status.PASSED, "seen");
        assertThat(report("list", Map.of(), List.of(blocking, blocked, passed)).verdict())
                .isEqualTo(verdict);
    }
}
