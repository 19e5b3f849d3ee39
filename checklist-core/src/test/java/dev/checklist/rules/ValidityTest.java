package dev.checklist.rules;

import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.signOff;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Outcome;
import dev.checklist.report.TextRenderer;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Validity;
import dev.checklist.run.Waiver;
import dev.checklist.testing.FakeRunClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** How old the oldest evidence of a report is, and until when all of it can be believed. */
class ValidityTest {
    private static final Check PASSES = check("up", context -> Outcome.passed("seen"));

    private final FakeRunClock clock = FakeRunClock.create();
    private final Instant start = clock.now();

    private Report run(UnaryOperator<ChecklistRunner> how, Checklist list) {
        return how.apply(ChecklistRunner.create().withClock(clock)).run(list);
    }

    private UnaryOperator<ChecklistRunner> answered(Duration ago, UnaryOperator<dev.checklist.run.Attestation> how) {
        return runner -> runner.withAttestor(
                question -> Optional.of(how.apply(question.confirmedBy("Kim").at(start.minus(ago)))));
    }

    private static Validity validity(Report report) {
        return report.validity().orElseThrow();
    }

    @Test
    void nothing_is_said_where_nothing_ends() {
        Report report = run(UnaryOperator.identity(), checklist("L", PASSES));
        assertThat(validity(report).seenAt()).isEqualTo(start);
        assertThat(validity(report).end()).isEmpty();
        assertThat(TextRenderer.create().render(report)).doesNotContain("believed");
    }

    @Test
    void a_report_of_which_nothing_counts_has_no_validity() {
        Report report = run(UnaryOperator.identity(), checklist("L", check("x", context -> Outcome.failed("no"))));
        assertThat(report.validity()).isEmpty();
        assertThat(TextRenderer.create().render(report)).doesNotContain("\nevidence");
    }

    @Test
    void an_answer_counts_as_long_as_the_line_allows() {
        Report report = run(
                answered(ofDays(80), given -> given),
                checklist("L", PASSES, signOff("looked").validFor(ofDays(90))));
        assertThat(validity(report).oldest().title()).isEqualTo("looked");
        assertThat(validity(report).seenAt()).isEqualTo(start.minus(ofDays(80)));
        assertThat(validity(report).end().orElseThrow().at()).isEqualTo(start.plus(ofDays(10)));
    }

    @Test
    void the_shorter_of_what_the_line_and_the_person_allow_decides() {
        Checklist list = checklist("L", signOff("looked").validFor(ofDays(90)));
        Report own = run(answered(ofDays(1), given -> given.validFor(ofDays(2))), list);
        assertThat(validity(own).end().orElseThrow().at()).isEqualTo(start.plus(ofDays(1)));
        Report longer = run(answered(ofDays(1), given -> given.validFor(ofDays(200))), list);
        assertThat(validity(longer).end().orElseThrow().at()).isEqualTo(start.plus(ofDays(89)));
    }

    @Test
    void a_waiver_counts_to_the_end_of_its_last_day_in_utc() {
        LocalDate until = LocalDate.ofInstant(start, java.time.ZoneOffset.UTC).plusDays(3);
        Report report = run(
                runner -> runner.withWaivers(List.of(new Waiver("x", "later", "Bob", until))),
                checklist("L", PASSES, check("x", context -> Outcome.failed("no"))));
        assertThat(validity(report).end().orElseThrow().line().id()).isEqualTo("x");
        assertThat(validity(report).end().orElseThrow().at())
                .isEqualTo(
                        until.plusDays(1).atStartOfDay(java.time.ZoneOffset.UTC).toInstant());
    }

    @Test
    void evidence_counts_as_long_as_the_runner_lets_it_and_the_first_end_is_told() {
        Report report = run(
                answered(ofDays(80), given -> given).andThen(runner -> runner.withEvidenceNoOlderThan(ofMinutes(10)))
                        ::apply,
                checklist("L", PASSES, signOff("looked").validFor(ofDays(90))));
        assertThat(validity(report).end().orElseThrow().line().title()).isEqualTo("up");
        assertThat(validity(report).end().orElseThrow().at()).isEqualTo(start.plus(ofMinutes(10)));
        assertThat(TextRenderer.create().render(report).replaceAll("\\s+", " "))
                .contains("to be believed until 2030-01-01 00:10:00 UTC, the end of \"up\"");
    }

    @Test
    void what_does_not_count_ends_nothing() {
        Report report = run(
                answered(ofDays(1), given -> given),
                checklist("L", PASSES, signOff("looked").validFor(ofDays(2)).advisory()));
        assertThat(validity(report).end()).isEmpty();
    }

    @Test
    void two_runs_have_two_names_and_a_report_read_back_has_the_same() {
        Report report = run(UnaryOperator.identity(), checklist("L", PASSES));
        clock.advance(Duration.ofSeconds(1));
        Report next = run(UnaryOperator.identity(), checklist("L", PASSES));
        assertThat(report.runId()).matches("20300101T000000Z-[0-9a-f]{8}").isNotEqualTo(next.runId());
        assertThat(TextRenderer.create().render(report))
                .contains("\nid       " + report.runId() + "\ndigest   " + report.digest() + "\n");
    }
}
