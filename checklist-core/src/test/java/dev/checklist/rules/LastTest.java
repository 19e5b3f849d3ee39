package dev.checklist.rules;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.derivedFrom;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;
import static dev.checklist.Checklists.signOffs;
import static dev.checklist.rules.Lines.endOf;
import static dev.checklist.rules.Lines.run;
import static dev.checklist.rules.Lines.startOf;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Checklists;
import dev.checklist.Derived;
import dev.checklist.Item;
import dev.checklist.Outcome;
import dev.checklist.Section;
import dev.checklist.Status;
import dev.checklist.history.RunArchive;
import dev.checklist.http.HttpChecks;
import dev.checklist.run.Attestor;
import dev.checklist.run.Report;
import dev.checklist.run.Selection;
import dev.checklist.testing.CheckTester;
import dev.checklist.testing.ScriptedProbe;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LastTest {
    private static final Check LAST = lasting("last", ofSeconds(2)).last();

    private static Check lasting(String title, Duration time) {
        return check(title, ScriptedProbe.passing(title).takes(time));
    }

    @Test
    void it_starts_after_all_others_wherever_it_stands_and_the_page_does_not_wait_for_it() {
        Check first = lasting("first", ofSeconds(3));
        Check second = lasting("second", ofSeconds(4));
        Report report = run(section("one", LAST, first), section("two", second));
        assertThat(startOf(report, second)).isEqualTo(endOf(report, first)).isEqualTo(ofSeconds(3));
        assertThat(startOf(report, LAST)).isEqualTo(endOf(report, second)).isEqualTo(ofSeconds(7));
        assertThat(report.lines()).extracting(line -> line.line().title()).containsExactly("last", "first", "second");
    }

    @Test
    void it_waits_for_the_last_retry_of_the_others() {
        Check flaky = check("flaky", ScriptedProbe.passingAfter(1, "up"))
                .retry(attempts(2).every(ofSeconds(30)));
        assertThat(startOf(run(LAST, flaky), LAST)).isEqualTo(ofSeconds(30));
    }

    @Test
    void two_that_are_last_run_one_after_the_other() {
        Check other = lasting("other", ofSeconds(2)).last();
        Report report = run(LAST, lasting("before", ofSeconds(1)), other);
        assertThat(startOf(report, LAST)).isEqualTo(ofSeconds(1));
        assertThat(startOf(report, other)).isEqualTo(ofSeconds(3));
    }

    @Test
    void alone_on_a_list_or_selected_alone_it_starts_at_once() {
        assertThat(startOf(run(LAST), LAST)).isEqualTo(ZERO);
        Checklist list = checklist("list", section("one", LAST.id("last")), section("two", lasting("x", ofSeconds(1))));
        Report part = CheckTester.create()
                .with(runner -> runner.withSelection(Selection.all().only("last")))
                .run(list);
        assertThat(part.result("last").status()).isEqualTo(Status.PASSED);
    }

    @Test
    void people_are_not_waited_for_and_signatures_of_the_whole_wait_for_it() {
        Report report = CheckTester.create()
                .with(runner -> runner.withAttestor(question -> Optional.of(question.confirmedBy("Ann"))))
                .run(checklist("list", LAST.id("last"), signOff("read"), signOffs("lead"))
                        .about("version", "1"));
        assertThat(report.lines()).allMatch(line -> line.status() == Status.PASSED);
        Report open = CheckTester.create()
                .with(runner -> runner.withAttestor(Attestor.none()))
                .run(checklist("list", signOff("read"), LAST.id("last")));
        assertThat(open.result("last").status()).isEqualTo(Status.PASSED);
    }

    @Test
    void what_is_computed_of_its_section_waits_for_it_and_holds_up_no_check() {
        Check bad = check("bad", context -> Outcome.failed("found /.env")).last();
        Section security = section("Security", bad, lasting("tls", ofSeconds(1)));
        Derived all = derivedFrom("All of it", security).id("all");
        Report report = CheckTester.create().run(checklist("list", security, all, lasting("after", ofSeconds(1))));
        assertThat(report.result("all").status()).isEqualTo(Status.FAILED);
    }

    @Test
    void a_soak_waits_for_it_too() {
        Check healthy = lasting("healthy", ofSeconds(1));
        Derived soak = RunArchive.at(Path.of("none")).soak(Duration.ofHours(1)).of("Stays healthy", healthy);
        Report report = CheckTester.create().run(checklist("list", soak.id("soak"), LAST.id("last"), healthy));
        assertThat(report.result("soak").status()).isEqualTo(Status.PENDING);
        assertThat(report.result("last").status()).isEqualTo(Status.PASSED);
    }

    @Test
    void a_gate_before_it_still_blocks_it() {
        Check gate = check("gate", context -> Outcome.failed("no")).orStop();
        Report report = CheckTester.create().run(checklist("list", gate, LAST.id("last")));
        assertThat(report.result("last").status()).isEqualTo(Status.BLOCKED);
    }

    @Test
    void a_check_that_would_wait_for_it_is_refused() {
        Check after = lasting("after", ZERO);
        for (Item[] items : new Item[][] {
            {LAST, after.requires(LAST)}, {LAST.orStop(), after}, {Checklists.steps("steps", LAST, after)}
        }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> checklist("list", List.of(items)))
                    .withMessageContaining("wait for one another");
        }
    }

    @Test
    void in_another_check_it_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checklists.anyOf("any", lasting("x", ZERO), LAST))
                .withMessageContaining("has last, which has no meaning there");
        assertThat(LAST.alone().isLast()).isTrue();
        assertThat(LAST.isAlone()).isTrue();
        assertThat(lasting("x", ZERO).alone().isLast()).isFalse();
    }

    @Test
    void who_asks_for_hidden_paths_asks_last() {
        HttpChecks http = HttpChecks.create();
        assertThat(http.get("https://shop.example").doesNotExpose("/.env").isLast())
                .isTrue();
    }
}
