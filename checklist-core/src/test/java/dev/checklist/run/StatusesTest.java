package dev.checklist.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.checklist.Status;
import dev.checklist.run.Statuses.Judged;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StatusesTest {
    /** The order of the specification, as places: the higher the worse. */
    private static int badness(Status status) {
        return switch (status) {
            case SKIPPED -> 0;
            case PASSED -> 1;
            case WAIVED -> 2;
            case PENDING -> 3;
            case BLOCKED -> 4;
            case FAILED -> 5;
            case ERROR -> 6;
        };
    }

    /** Decides by the single worst line, where the code asks three questions of the list. */
    static Verdict expected(List<Judged> lines, boolean complete) {
        boolean anyPassed = false;
        int worst = 0;
        for (Judged line : lines) {
            if (line.required()) {
                anyPassed |= line.status() == Status.PASSED;
                worst = Math.max(
                        worst,
                        switch (line.status()) {
                            case PASSED, WAIVED, SKIPPED -> 0;
                            case PENDING -> 1;
                            case BLOCKED -> line.blockedByPeople() ? 1 : 2;
                            case FAILED, ERROR -> 2;
                        });
            }
        }
        if (worst == 2) {
            return Verdict.NOT_READY;
        }
        return worst == 0 && anyPassed && complete ? Verdict.READY : Verdict.INCOMPLETE;
    }

    private static List<Judged> lines() {
        List<Judged> all = new ArrayList<>();
        for (Status status : Status.values()) {
            for (boolean required : new boolean[] {true, false}) {
                all.add(new Judged(status, required, false));
                all.add(new Judged(status, required, true));
            }
        }
        return all;
    }

    @Test
    void the_verdict_of_every_list_of_up_to_three_lines() {
        List<List<Judged>> lists = new ArrayList<>(List.of(List.of()));
        for (int from = 0, size = 0; size < 3; size++) {
            int to = lists.size();
            for (List<Judged> shorter : List.copyOf(lists.subList(from, to))) {
                for (Judged line : lines()) {
                    List<Judged> longer = new ArrayList<>(shorter);
                    longer.add(line);
                    lists.add(longer);
                }
            }
            from = to;
        }
        assertThat(lists).hasSize(1 + 28 + 28 * 28 + 28 * 28 * 28);
        for (List<Judged> list : lists) {
            for (boolean complete : new boolean[] {true, false}) {
                assertThat(Statuses.verdict(list, complete))
                        .as("%s, complete: %s", list, complete)
                        .isEqualTo(expected(list, complete));
            }
        }
    }

    @Test
    void the_worst_of_every_set_of_statuses() {
        int all = 1 << Status.values().length;
        for (int bits = 1; bits < all; bits++) {
            Set<Status> statuses = EnumSet.noneOf(Status.class);
            for (Status status : Status.values()) {
                if ((bits >> status.ordinal() & 1) == 1) {
                    statuses.add(status);
                }
            }
            Status worst = Collections.max(statuses, (a, b) -> badness(a) - badness(b));
            assertThat(Statuses.worst(statuses)).isEqualTo(worst);
            List<Status> twice = new ArrayList<>(statuses);
            twice.addAll(statuses);
            assertThat(Statuses.worst(twice)).isEqualTo(worst);
        }
    }

    @Test
    void a_section_without_lines_has_no_status() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Statuses.worst(List.of()))
                .withMessage("a section without lines has no status");
    }
}
