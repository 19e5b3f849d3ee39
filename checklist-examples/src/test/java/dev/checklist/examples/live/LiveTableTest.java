package dev.checklist.examples.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveTableTest {
    private static final List<String> REVIEWED = List.of(
            "# for people",
            "before",
            "  PASSED  the namespace is there",
            "  FAILED  the pods run | 1 of 3",
            "  PASSED  the service has endpoints",
            "    without discovery.k8s.io/v1: FAILED | does not serve",
            "  PASSED  cluster runs at least 1.25",
            "    before 1.25: FAILED | v1.2",
            "",
            "verify",
            "  PENDING  the namespace is there");

    private static LiveTable reviewed() {
        return LiveTable.of(REVIEWED, version -> true, 36);
    }

    private static LiveTable with(String line, String other) {
        return LiveTable.of(
                REVIEWED.stream().map(each -> each.equals(line) ? other : each).toList(), version -> true, 36);
    }

    @Test
    void a_table_does_not_differ_from_itself() {
        assertThat(reviewed().difference(reviewed())).isEmpty();
        assertThat(LiveTable.of(reviewed().toString().lines().toList(), version -> true, 36)
                        .difference(reviewed()))
                .isEmpty();
    }

    @Test
    void another_status_is_a_difference() {
        assertThat(with("  PASSED  the namespace is there", "  ERROR  the namespace is there | refused")
                        .difference(reviewed()))
                .containsExactly("before: the namespace is there\n    expected PASSED\n    but found ERROR | refused");
    }

    @Test
    void the_words_of_the_table_must_occur_in_the_message() {
        assertThat(with("  FAILED  the pods run | 1 of 3", "  FAILED  the pods run | found 1 of 3 pods")
                        .difference(reviewed()))
                .isEmpty();
        assertThat(with("  FAILED  the pods run | 1 of 3", "  FAILED  the pods run | 2 of 3")
                        .difference(reviewed()))
                .containsExactly("before: the pods run\n    expected FAILED | 1 of 3\n    but found FAILED | 2 of 3");
    }

    @Test
    void a_line_that_only_one_has_is_a_difference() {
        LiveTable shorter = with("  PASSED  the namespace is there", "");
        assertThat(shorter.difference(reviewed()))
                .containsExactly("before: the namespace is there\n    is in the table only: PASSED");
        assertThat(reviewed().difference(shorter))
                .containsExactly("before: the namespace is there\n    is not in the table: PASSED");
    }

    @Test
    void a_server_that_lacks_a_group_or_is_old_has_endings_of_its_own() {
        assertThat(LiveTable.of(REVIEWED, Set.of("apps/v1")::contains, 36).toString())
                .contains("  FAILED  the service has endpoints | does not serve")
                .contains("  PASSED  cluster runs at least 1.25");
        assertThat(LiveTable.of(REVIEWED, version -> true, 24).toString())
                .contains("  PASSED  the service has endpoints")
                .contains("  FAILED  cluster runs at least 1.25 | v1.2");
        assertThat(LiveTable.of(REVIEWED, version -> true, 25).toString())
                .contains("  PASSED  cluster runs at least 1.25");
    }

    @Test
    void a_line_twice_or_without_a_status_is_refused() {
        assertThatThrownBy(() -> with("  FAILED  the pods run | 1 of 3", "  PASSED  the namespace is there"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("twice in the table");
        assertThatThrownBy(() -> with("  FAILED  the pods run | 1 of 3", "   the pods run"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no line of a table");
    }

    @Test
    void what_was_found_is_read_from_the_reports_without_sections(@TempDir Path folder) throws Exception {
        Files.writeString(Files.createDirectories(folder.resolve("before")).resolve("report.json"), """
                {"results": [
                  {"kind": "SECTION", "title": "Pods", "status": "FAILED"},
                  {"kind": "CHECK", "title": "pods of 127.0.0.1:4711", "status": "FAILED", "message": "1 of\\n 3"}]}
                """);
        assertThat(LiveTable.found(folder, text -> text.replace("127.0.0.1:4711", "place"))
                        .toString())
                .isEqualTo("before\n  FAILED  pods of place | 1 of 3\n");
    }
}
