package dev.checklist.rules;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.precondition;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;
import static dev.checklist.Checklists.steps;
import static dev.checklist.rules.Lines.fails;
import static dev.checklist.rules.Lines.passes;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.checklist.Check;
import dev.checklist.Item;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import dev.checklist.Section;
import dev.checklist.Status;
import dev.checklist.run.Attestor;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.Run;
import dev.checklist.run.RunListener;
import dev.checklist.run.Verdict;
import dev.checklist.testing.CheckTester;
import dev.checklist.testing.ScriptedProbe;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WritingCheckTest {
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final CheckTester tester = CheckTester.create().with(ChecklistRunner::withWrites);

    private Check reads(String title) {
        return check(title, context -> {
            log.add(title);
            return Outcome.passed(title);
        });
    }

    private Check writes(String title, Probe probe) {
        return check(title, context -> {
                    log.add(title);
                    return probe.evaluate(context);
                })
                .writes((context, outcome) -> log.add("clean up " + title));
    }

    private Check writes(String title) {
        return writes(title, context -> Outcome.passed(title));
    }

    private Report run(Item first, Item... rest) {
        return tester.run(checklist("list", first, rest));
    }

    @Test
    void a_writing_check_is_never_retried() {
        Check line = writes("create", context -> Outcome.failed("no"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line.retry(attempts(2)))
                .withMessage("a check that writes is never retried: leave out retry()");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> passes("x").retry(attempts(2)).writes((context, outcome) -> {}));
        CheckTester retrying = tester.with(runner -> runner.withDefaultRetry(attempts(5)));
        Section section = section("section", line).retry(attempts(4));
        assertThat(retrying.run(checklist("list", section)).result(line).attempts())
                .hasSize(1);
        Section group = dev.checklist.Checklists.each(List.of(1), value -> line).retry(attempts(4));
        assertThat(tester.run(checklist("list", group)).result(line).attempts()).hasSize(1);
    }

    @Test
    void its_cleanup_runs_after_the_items_that_require_it() {
        Check create = writes("create");
        run(
                create,
                reads("view").requires(create),
                section("later", reads("book").requires(create)),
                reads("last"));
        assertThat(log).containsSubsequence("create", "view", "book", "clean up create");
        assertThat(log).containsOnlyOnce("clean up create");
    }

    @Test
    void its_cleanup_waits_for_what_stands_on_it_at_second_hand_through_all_attempts() {
        Check create = writes("create");
        Check view = reads("view").requires(create);
        Check book = check("book", context -> {
                    log.add("book " + context.attempt());
                    return context.attempt() < 3 ? Outcome.failed("not yet") : Outcome.passed("booked");
                })
                .requires(view)
                .retry(attempts(3));
        run(create, view, book);
        assertThat(log).containsExactly("create", "view", "book 1", "book 2", "book 3", "clean up create");
    }

    @Test
    void what_was_written_on_top_is_cleaned_up_first() {
        Check create = writes("create");
        Check book = writes("book").requires(create);
        run(create, book, reads("view").requires(book));
        assertThat(log).containsExactly("create", "book", "view", "clean up book", "clean up create");
    }

    @Test
    void steps_are_cleaned_up_from_the_last_to_the_first() {
        run(steps("journey", writes("create"), writes("view"), writes("book")));
        assertThat(log).containsExactly("create", "view", "book", "clean up book", "clean up view", "clean up create");
    }

    @Test
    void what_stands_on_the_section_around_a_writing_check_stands_on_the_check_too() {
        run(steps("journey", section("create", writes("event")), reads("view"), reads("book")));
        assertThat(log).containsExactly("event", "view", "book", "clean up event");
    }

    @Test
    void a_writing_check_inside_a_section_that_requires_another_is_cleaned_up_before_it() {
        Check create = writes("create");
        Section bookings = section("bookings", section("seats", writes("seat"))).requires(create);
        run(create, bookings);
        assertThat(log).containsExactly("create", "seat", "clean up seat", "clean up create");
    }

    @Test
    void its_cleanup_runs_whatever_became_of_it_and_of_what_requires_it() {
        Check broken = writes("broken", context -> Outcome.failed("half done"));
        Check timedOut = writes("hangs", ScriptedProbe.passing("x").hangs());
        Check throwing = writes("throws", ScriptedProbe.throwing(new IllegalStateException("odd")));
        Check fine = writes("fine");
        Report report = run(
                broken,
                timedOut,
                throwing,
                fine,
                passes("blocked").requires(broken),
                fails("failing").requires(fine));
        assertThat(log).contains("clean up broken", "clean up hangs", "clean up throws", "clean up fine");
        assertThat(report.result(timedOut).status()).isEqualTo(Status.ERROR);
        assertThat(report.result("blocked").status()).isEqualTo(Status.BLOCKED);
    }

    @Test
    void the_cleanup_is_given_what_the_check_found() {
        Check create = check("create", context -> Outcome.passed("created").with("id", "e-17"))
                .writes((context, outcome) -> log.add(outcome.message() + " " + outcome.evidence()));
        run(create);
        assertThat(log).containsExactly("created {id=e-17}");
    }

    @Test
    void what_was_never_asked_is_not_cleaned_up() {
        run(fails("gate").orStop(), writes("blocked"), passes("x"));
        run(writes("skipped").onlyIf(precondition("never", () -> false)), passes("x"));
        CheckTester.create().run(checklist("list", writes("pending"), passes("x")));
        assertThat(log).isEmpty();
    }

    @Test
    void a_cleanup_that_fails_turns_the_check_into_failed_and_says_what_was_left() {
        Check create = check("create", ScriptedProbe.passing("created")).writes((context, outcome) -> {
            throw new IllegalStateException("event e-17 is still there");
        });
        Report report = run(section("section", create), passes("good"));
        Result result = report.result(create);
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.message())
                .isEqualTo("the cleanup failed: IllegalStateException: event e-17 is still there;"
                        + " the check itself: created");
        assertThat(report.result("section").status()).isEqualTo(Status.FAILED);
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_READY);
    }

    @Test
    void a_cleanup_that_hangs_is_cut_short_after_ten_seconds_and_the_check_is_failed() {
        ScriptedProbe hanging = ScriptedProbe.passing("x").hangs();
        Check create = check("create", ScriptedProbe.passing("created"))
                .writes((context, outcome) -> hanging.evaluate(context));
        Result result = tester.run(create);
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.message())
                .isEqualTo("the cleanup failed: it was cut short after 10 s; the check itself: created");
        assertThat(tester.elapsed()).isEqualTo(ofSeconds(10));
    }

    @Test
    void its_cleanup_runs_also_when_the_run_deadline_cuts_the_check_short() {
        CheckTester hurried = tester.with(runner -> runner.withDeadline(ofSeconds(5)));
        Check slow = writes("slow", ScriptedProbe.passing("x").takes(ofSeconds(20)));
        assertThat(hurried.run(slow).status()).isEqualTo(Status.ERROR);
        assertThat(log).containsExactly("slow", "clean up slow");
    }

    @Test
    void its_cleanup_runs_also_when_what_requires_it_is_cut_short() {
        CheckTester hurried = tester.with(runner -> runner.withDeadline(ofSeconds(5)));
        Check create = writes("create");
        Check view =
                check("view", ScriptedProbe.passing("x").takes(ofSeconds(20))).requires(create);
        Report report = hurried.run(
                checklist("list", create, view, section("s", reads("never")).requires(view)));
        assertThat(report.result(create).status()).isEqualTo(Status.PASSED);
        assertThat(log).containsExactly("create", "clean up create");
    }

    @Test
    void a_cleanup_under_way_at_the_end_of_the_run_is_not_cut_short() {
        CheckTester hurried = tester.with(runner -> runner.withDeadline(ofSeconds(5)));
        ScriptedProbe lasting = ScriptedProbe.passing("x").takes(ofSeconds(8));
        Check create = check("create", ScriptedProbe.passing("created")).writes((context, outcome) -> {
            lasting.evaluate(context);
            log.add("clean up");
        });
        Check slow = check("slow", ScriptedProbe.passing("x").takes(ofSeconds(20)));
        Report report = hurried.run(checklist("list", create, slow));
        assertThat(report.result(create).status()).isEqualTo(Status.PASSED);
        assertThat(log).containsExactly("clean up");
        assertThat(report.endedEarly()).isPresent();
    }

    @Test
    void a_line_stopped_between_its_attempts_is_not_asked_again_while_a_cleanup_goes_on() {
        CheckTester hurried = tester.with(runner -> runner.withDeadline(ofSeconds(5)));
        ScriptedProbe lasting = ScriptedProbe.passing("x").takes(ofSeconds(8));
        Check create = check("create", ScriptedProbe.passing("created"))
                .writes((context, outcome) -> lasting.evaluate(context));
        Check waiting = fails("waiting").retry(attempts(3).every(ofSeconds(6)));
        Result result = hurried.run(checklist("list", create, waiting)).result(waiting);
        assertThat(result.attempts()).hasSize(1);
        assertThat(result.message()).contains("stopped after 1 of 3 attempts");
    }

    @Test
    void a_cleanup_that_waits_for_a_free_slot_at_the_end_of_the_run_still_runs() {
        CheckTester narrow =
                tester.with(runner -> runner.withDeadline(ofSeconds(20)).withParallelism(1));
        Check create = writes("create", ScriptedProbe.passing("x").takes(ofSeconds(1)));
        Check hog = check("hog", ScriptedProbe.passing("x").hangs()).timeout(ofMinutes(10));
        Report report = narrow.run(checklist("list", create, hog));
        assertThat(log).containsExactly("create", "clean up create");
        assertThat(report.result(create).status()).isEqualTo(Status.PASSED);
    }

    @Test
    void its_cleanup_runs_also_on_cancel_on_threads() {
        CountDownLatch written = new CountDownLatch(1);
        Check create = writes("create", context -> {
            written.countDown();
            new CountDownLatch(1).await();
            return Outcome.passed("never");
        });
        Run run = ChecklistRunner.create().withWrites().start(checklist("list", create));
        awaitQuietly(written);
        run.cancel();
        Report report = run.report();
        assertThat(report.result(create).status()).isEqualTo(Status.ERROR);
        assertThat(log).containsExactly("create", "clean up create");
    }

    @Test
    void a_cancel_does_not_interrupt_a_cleanup_on_threads() {
        CountDownLatch cleaning = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        Check create = check("create", context -> Outcome.passed("created")).writes((context, outcome) -> {
            cleaning.countDown();
            cancelled.await();
            log.add("clean up create");
        });
        Check hanging = check("hanging", context -> {
            cleaning.await();
            new CountDownLatch(1).await();
            return Outcome.passed("never");
        });
        RunListener listener = new RunListener() {
            @Override
            public void lineEnded(Result result) {
                if (result.line().title().equals("hanging")) {
                    cancelled.countDown(); // only now, so that the cleanup outlived the cancel
                }
            }
        };
        Run run =
                ChecklistRunner.create().withWrites().withListener(listener).start(checklist("list", create, hanging));
        awaitQuietly(cleaning);
        run.cancel();
        Report report = run.report();
        assertThat(report.result(hanging).status()).isEqualTo(Status.ERROR);
        assertThat(report.result(create).status()).isEqualTo(Status.PASSED);
        assertThat(log).containsExactly("clean up create");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_writing_check_whose_target_could_not_be_looked_at_is_cleaned_up_once_a_person_has_answered() {
        Check create = check("create", context -> Outcome.unsupported("written, but no API to read it back"))
                .orAsk(signOff("seen by hand"))
                .writes((context, outcome) -> log.add("clean up create"));
        Attestor person = question -> {
            log.add("asked");
            return Optional.of(question.confirmedBy("Kim"));
        };
        Result result = tester.with(runner -> runner.withAttestor(person)).run(create);
        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(log).containsExactly("asked", "clean up create");
    }

    @Test
    void a_cleanup_that_fails_behind_an_answer_is_failed_too() {
        Check create = check("create", context -> Outcome.unsupported("no API to read it back"))
                .orAsk(signOff("seen by hand"))
                .writes((context, outcome) -> {
                    throw new IllegalStateException("left");
                });
        assertThat(tester.with(runner -> runner.withAttestor(Lines.yes()))
                        .run(create)
                        .status())
                .isEqualTo(Status.FAILED);
        assertThat(tester.run(create).status()).as("not answered").isEqualTo(Status.FAILED);
    }

    @Test
    void evidence_reads_what_a_passed_required_item_saw() {
        Check create = check("create", context -> Outcome.passed("created").with("id", "e-17"))
                .writes((context, outcome) -> {});
        Check view = check(
                        "view",
                        context -> Outcome.passed(
                                "viewed " + context.evidence(create).get("id")))
                .requires(create.orStop());
        assertThat(run(create, view).result(view).message()).isEqualTo("viewed e-17");
    }

    @Test
    void evidence_is_what_was_seen_and_not_what_a_report_shows_of_it() {
        Check login = check("login", context -> Outcome.passed("logged in").with("token", "abc123def"));
        Check view = check(
                        "view",
                        context -> Outcome.passed(
                                "length " + context.evidence(login).get("token").length()))
                .requires(login);
        Report report = run(login, view);
        assertThat(report.result(view).message()).isEqualTo("length 9");
        assertThat(report.result(login).evidence()).containsEntry("token", "***");
    }

    @Test
    void evidence_and_result_of_one_of_two_listed_copies_are_told_apart_by_id() {
        AtomicInteger number = new AtomicInteger();
        Check create = check("create", context -> Outcome.passed("created").with("number", number.incrementAndGet()));
        Check first = create.id("first");
        Check second = create.id("second");
        Check view = check(
                        "view",
                        context -> Outcome.passed(
                                "" + context.evidence(second) + context.evidence(first) + context.evidence(create)))
                .requires(first)
                .requires(second);
        Report report = run(first, second, view);
        assertThat(report.result(view).message()).isEqualTo("{number=2}{number=1}{number=1}");
        assertThat(report.result(second).evidence()).containsEntry("number", "2");
        assertThat(report.result(first).evidence()).containsEntry("number", "1");
        assertThat(report.result(create).id()).isEqualTo("first");
        assertThat(report.result(create.id("third")).id()).as("not listed so").isEqualTo("first");
    }

    @Test
    void evidence_of_an_item_that_is_not_required_is_refused() {
        Check create = passes("create");
        Check view =
                check("view", context -> Outcome.passed(context.evidence(create).toString()));
        Result result = run(create, view.orStop(), passes("x")).result(view);
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message())
                .isEqualTo("IllegalArgumentException: \"view\" does not require \"create\": add requires(...)");
        Check other = passes("other");
        assertThat(run(create, other, view.requires(other)).result(view).message())
                .as("another requirement lends nothing")
                .isEqualTo(result.message());
        Check gated = check(
                "gated", context -> Outcome.passed(context.evidence(create).toString()));
        assertThat(run(create.orStop(), gated).result(gated).status())
                .as("a gate is no requirement")
                .isEqualTo(Status.ERROR);
    }

    @Test
    void evidence_of_what_a_person_confirmed_is_empty() {
        Item read = signOff("read");
        Check view = check("view", context -> Outcome.passed("saw " + context.evidence(read)))
                .requires(read);
        Report report = tester.with(runner -> runner.withAttestor(Lines.yes())).run(checklist("list", read, view));
        assertThat(report.result(view).message()).isEqualTo("saw {}");
    }
}
