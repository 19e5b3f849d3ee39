package dev.checklist.examples.launcher;

import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.signOff;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Checklist;
import dev.checklist.Item;
import dev.checklist.Outcome;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a release manager reads first. */
class FirstScreenTest {
    private static Report run(Checklist list) {
        return ChecklistRunner.create().run(list);
    }

    private static List<String> screen(Report report) {
        return FirstScreen.of(report, Optional.empty());
    }

    @Test
    void it_says_verdict_subject_causes_with_owner_and_command_and_what_is_open_by_owner() {
        Report report = run(checklist(
                        "Release shop",
                        check("api is there", context -> Outcome.passed("seen").identifiedBy("cluster uid", "u-1")),
                        check("ledger is balanced", context -> Outcome.failed("expected 0 but found 3"))
                                .ownedBy("payments team")
                                .remedy("make balance"),
                        check("pods answer", context -> Outcome.notPermitted("may not list pods")),
                        signOff("plan read").by("on-call"),
                        signOff("restore tested").by("on-call"),
                        signOff("page is nice"))
                .about("version", "1.4"));
        assertThat(screen(report).subList(0, 7))
                .containsExactly(
                        "NOT READY · Release shop",
                        "about    version 1.4",
                        "judged   cluster uid u-1",
                        "broken: ledger is balanced: expected 0 but found 3 · owner: payments team · next: make balance",
                        "could not look: pods answer: may not list pods",
                        "open     3 lines: on-call 2, anybody 1",
                        "counts   1 failed · 1 error · 3 pending · 1 passed");
        assertThat(screen(report).get(7))
                .startsWith("run      ")
                .contains(" · digest " + report.digest().substring(0, 12));
    }

    @Test
    void it_has_at_most_12_rows_however_bad_it_is() {
        List<Item> lines = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String fact = "fact " + i;
            String problem = "broken in way " + i;
            lines.add(check("line " + i, context -> Outcome.failed(problem).identifiedBy(fact, "x"))
                    .remedy("very long ".repeat(50)));
            lines.add(signOff("question " + i).by("role " + i));
        }
        Report report = run(checklist("Bad", lines).about("version", "1.4"));
        List<String> rows = FirstScreen.of(report, Optional.of(report.comparedTo(report)));
        assertThat(rows).hasSizeLessThanOrEqualTo(FirstScreen.MOST_ROWS).contains("and 36 causes more");
        assertThat(rows).allMatch(row -> row.length() <= 369);
    }

    @Test
    void a_text_from_outside_neither_breaks_a_row_nor_reaches_the_terminal() {
        Report report =
                run(checklist("L", check("line", context -> Outcome.failed("a\nREADY · all\u001b[2Jgood\u202e"))));
        assertThat(screen(report))
                .noneMatch(row -> row.startsWith("READY") || row.matches("(?s).*[\\n\\u001b\\u202e].*"));
    }

    @Test
    void it_counts_what_has_changed_since_the_last_run() {
        Report before = run(checklist("L", check("line", context -> Outcome.passed("seen"))));
        Report now = run(checklist("L", check("line", context -> Outcome.failed("gone"))));
        assertThat(FirstScreen.of(now, Optional.of(now.comparedTo(before))))
                .contains("since    " + Words.of(before.facts().startedAt()) + ": 1 newly red");
    }

    @Test
    void an_advisory_line_that_failed_is_counted() {
        Report report = run(checklist(
                "L",
                check("one", context -> Outcome.passed("seen")),
                check("two", context -> Outcome.failed("gone")).advisory()));
        assertThat(screen(report)).contains("counts   1 failed · 1 passed · 1 of them only advisory");
    }
}
