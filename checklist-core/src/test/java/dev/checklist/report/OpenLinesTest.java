package dev.checklist.report;

import static dev.checklist.run.ReportFixtures.line;
import static dev.checklist.run.ReportFixtures.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Status;
import dev.checklist.run.Kind;
import dev.checklist.run.Report;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Since when a line has been open: only where an earlier run of the same list, about the same release, knows it. */
class OpenLinesTest {
    private static final Map<String, String> RELEASE = Map.of("version", "1.4");

    private static Report run(Duration before, Map<String, String> about, Status status) {
        return Samples.moved(
                report(
                        "L",
                        about,
                        List.of(line("plan", "Plan was read")
                                .kind(Kind.SIGN_OFF)
                                .by("on-call")
                                .ends(status, "waits"))),
                before.negated());
    }

    private static String open(Report now, Report... earlier) {
        return Summary.of(now, ZoneOffset.UTC).withEarlier(List.of(earlier)).facts().stream()
                .filter(fact -> fact.label().equals("open"))
                .map(Detail::text)
                .findFirst()
                .orElse("");
    }

    private static Report now() {
        return run(Duration.ZERO, RELEASE, Status.PENDING);
    }

    @Test
    void where_no_run_knows_it_no_age_is_told() {
        assertThat(open(now())).isEqualTo("1 line: on-call 1");
    }

    @Test
    void it_is_open_since_the_first_run_that_left_it_open() {
        assertThat(open(
                        now(),
                        run(Duration.ofDays(3), RELEASE, Status.PENDING),
                        run(Duration.ofDays(1), RELEASE, Status.PENDING)))
                .isEqualTo("1 line: on-call 1, for 3 days");
    }

    @Test
    void an_answer_in_between_ends_the_age() {
        assertThat(open(
                        now(),
                        run(Duration.ofDays(9), RELEASE, Status.PENDING),
                        run(Duration.ofDays(8), RELEASE, Status.PASSED),
                        run(Duration.ofHours(5), RELEASE, Status.PENDING)))
                .isEqualTo("1 line: on-call 1, for 5 hours");
    }

    @Test
    void a_run_about_another_release_and_one_that_began_later_tell_nothing() {
        assertThat(open(
                        now(),
                        run(Duration.ofDays(9), Map.of("version", "1.3"), Status.PENDING),
                        run(Duration.ofDays(-1), RELEASE, Status.PENDING)))
                .isEqualTo("1 line: on-call 1");
    }

    @Test
    void the_line_itself_says_since_when() {
        String shown = TextRenderer.create()
                .withEarlier(List.of(run(Duration.ofMinutes(90), RELEASE, Status.PENDING)))
                .render(now());

        assertThat(shown).contains("    open     for 91 minutes, since 2026-11-22 00:28:03 UTC\n");
    }
}
