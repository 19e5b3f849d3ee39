package dev.checklist.run.engine;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.each;
import static dev.checklist.Checklists.precondition;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;
import static dev.checklist.Checklists.steps;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Item;
import dev.checklist.Outcome;
import dev.checklist.Precondition;
import dev.checklist.Status;
import dev.checklist.run.Cause;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.Verdict;
import dev.checklist.testing.FakeRunClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Long lists: nothing overflows, and nothing takes time that grows with the square of the length. */
class ScaleTest {
    private static final int MANY = 10_000;

    private final ChecklistRunner runner = ChecklistRunner.create().withDeadline(Duration.ofSeconds(28));

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static Check passing(int i) {
        return check("line " + i, context -> Outcome.passed("saw " + i));
    }

    private Report run(Item... items) {
        return Neighbours.report(runner.start(checklist("list", List.of(items))));
    }

    @Test
    void ten_thousand_lines_are_all_in_the_report_in_their_order() {
        Report report = run(section("lines", each(numbers(MANY), ScaleTest::passing)));

        assertThat(report.verdict()).isEqualTo(Verdict.READY);
        assertThat(report.lines()).hasSize(MANY);
        assertThat(IntStream.range(0, MANY))
                .allMatch(i -> report.lines().get(i).message().equals("saw " + i));
    }

    @Test
    void ten_thousand_steps_pass_one_after_the_other() {
        AtomicInteger next = new AtomicInteger();
        Report report = run(steps(
                "steps",
                each(
                        numbers(MANY),
                        i -> check(
                                "step " + i,
                                context -> next.getAndIncrement() == i
                                        ? Outcome.passed("in turn")
                                        : Outcome.failed("out of turn")))));

        assertThat(report.count(Status.PASSED)).isEqualTo(MANY);
    }

    @Test
    void ten_thousand_steps_blocked_by_the_first_name_it_as_their_root() {
        List<Check> all = new ArrayList<>();
        all.add(check("first", context -> Outcome.failed("it broke")).id("first"));
        numbers(MANY).forEach(i -> all.add(passing(i)));

        Report report = run(steps("steps", all), Neighbours.good("behind"));

        assertThat(report.count(Status.BLOCKED)).isEqualTo(MANY);
        assertThat(report.lines().subList(1, MANY + 1)).allSatisfy(line -> {
            assertThat(line.roots()).containsExactly("first");
            assertThat(line.message()).isEqualTo("not asked, because of \"first\"");
        });
        assertThat(report.causes()).hasSize(1);
        assertThat(report.causes().get(0).blocked()).hasSize(MANY);
        assertThat(report.result("behind").status()).isEqualTo(Status.PASSED);
    }

    @Test
    void ten_thousand_failures_are_ten_thousand_causes() {
        Report report = run(section(
                "lines", each(numbers(MANY), i -> check("line " + i, context -> Outcome.failed("broke " + i)))));

        assertThat(report.causes()).hasSize(MANY);
        assertThat(report.causes().get(MANY - 1).message()).isEqualTo("broke " + (MANY - 1));
        assertThat(report.causes()).allMatch(cause -> cause.blocked().isEmpty());
    }

    @Test
    void a_gate_of_thousands_of_failures_blocks_thousands_of_lines() {
        int wide = 3_000;
        Report report = run(
                section("gate", each(numbers(wide), i -> check("fails " + i, context -> Outcome.failed("broke"))))
                        .orStop(),
                section("behind", each(numbers(wide), ScaleTest::passing)));

        assertThat(report.count(Status.FAILED)).isEqualTo(wide);
        assertThat(report.count(Status.BLOCKED)).isEqualTo(wide);
        assertThat(report.lines().get(wide).roots()).hasSize(wide);
        List<Cause> causes = report.causes();
        assertThat(causes).hasSize(wide).allMatch(cause -> cause.blocked().size() == wide);
    }

    @Test
    void ten_thousand_items_share_one_condition() {
        AtomicInteger asked = new AtomicInteger();
        Precondition condition = precondition("it applies", () -> asked.incrementAndGet() < 0);

        Report report = run(section("lines", each(numbers(MANY), i -> passing(i).onlyIf(condition))), passing(0));

        assertThat(asked).hasValue(1);
        assertThat(report.count(Status.SKIPPED)).isEqualTo(MANY);
        assertThat(report.count(Status.PASSED)).isEqualTo(1);
    }

    @Test
    void an_item_may_have_thousands_of_conditions_that_were_asked_before() {
        List<Precondition> conditions = numbers(5_000).stream()
                .map(i -> precondition("condition " + i, () -> true))
                .toList();
        Check first = passing(1);
        Check second = passing(2);
        for (Precondition condition : conditions) {
            first = first.onlyIf(condition);
            second = second.onlyIf(condition);
        }

        Report report = run(section("one", first), section("two", second));

        assertThat(report.count(Status.PASSED)).isEqualTo(2);
    }

    @Test
    void a_writing_first_step_is_cleaned_up_once_after_thousands_that_stand_on_it() {
        AtomicInteger passed = new AtomicInteger();
        AtomicInteger passedBefore = new AtomicInteger(-1);
        Check writing = check("writes", context -> Outcome.passed("wrote"))
                .writes((context, outcome) -> passedBefore.set(passed.get()));
        List<Check> behind = numbers(3_000).stream()
                .map(i -> check("step " + i, context -> Outcome.passed("saw " + passed.incrementAndGet())))
                .toList();

        Report report = Neighbours.report(runner.withWrites()
                .start(checklist("list", steps("steps", writing, behind.toArray(Item[]::new)))));

        assertThat(report.count(Status.PASSED)).isEqualTo(3_001);
        assertThat(passedBefore).hasValue(3_000);
    }

    @Test
    void a_writing_line_before_a_wide_gate_and_thousands_behind_it_is_cleaned_up_last() {
        int wide = 3_000;
        AtomicInteger passed = new AtomicInteger();
        AtomicInteger passedBefore = new AtomicInteger(-1);
        List<Item> all = new ArrayList<>();
        all.add(check("writes", context -> Outcome.passed("wrote"))
                .writes((context, outcome) -> passedBefore.set(passed.get()))
                .orStop());
        all.add(section(
                        "gate",
                        each(
                                numbers(wide),
                                i -> check(
                                        "before " + i, context -> Outcome.passed("saw " + passed.incrementAndGet()))))
                .orStop());
        numbers(wide)
                .forEach(i -> all.add(check("behind " + i, context -> Outcome.passed("saw " + passed.incrementAndGet()))
                        .alone())); // so that each of them ends by itself

        Report report = Neighbours.report(runner.withWrites().start(checklist("list", all)));

        assertThat(report.count(Status.PASSED)).isEqualTo(2 * wide + 1);
        assertThat(passedBefore).hasValue(2 * wide);
    }

    /** Every line of a layer requires every line of the layer before: millions of ways lead back to the first. */
    @Test
    void a_writing_line_under_many_layers_that_require_one_another_is_cleaned_up() {
        AtomicBoolean cleaned = new AtomicBoolean();
        Check writing =
                check("writes", context -> Outcome.passed("wrote")).writes((context, outcome) -> cleaned.set(true));
        List<Item> all = new ArrayList<>(List.of(writing));
        List<Check> before = List.of(writing);
        for (int layer = 0; layer < 40; layer++) {
            List<Check> now = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Check line = check("line " + layer + " " + i, context -> Outcome.passed("saw it"));
                for (Check required : before) {
                    line = line.requires(required);
                }
                now.add(line);
            }
            all.addAll(now);
            before = now;
        }

        Report report = Neighbours.report(runner.withWrites().start(checklist("list", all)));

        assertThat(report.count(Status.PASSED)).isEqualTo(121);
        assertThat(cleaned).isTrue();
    }

    @Test
    void a_hundred_thousand_lines_wait_for_their_retries_without_a_thread() {
        FakeRunClock clock = FakeRunClock.create();
        int lines = 100_000;
        Checklist list = checklist(
                "list",
                each(
                        numbers(lines),
                        i -> check(
                                        "line " + i,
                                        context -> context.attempt() < 2
                                                ? Outcome.failed("not yet")
                                                : Outcome.passed("saw it"))
                                .retry(attempts(2).every(Duration.ofSeconds(1 + i % 60)))));

        Report report = ChecklistRunner.create().withClock(clock).run(list);

        assertThat(report.count(Status.PASSED)).isEqualTo(lines);
        assertThat(clock.elapsed()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void tens_of_thousands_of_waiting_lines_take_no_thread_each_and_are_cancelled_at_once() {
        AtomicInteger looks = new AtomicInteger();
        List<Check> lines = numbers(30_000).stream()
                .map(i -> check("line " + i, context -> Outcome.failed("not yet " + looks.incrementAndGet()))
                        .retry(attempts(3).every(Duration.ofHours(1))))
                .toList();
        var run = runner.start(checklist("list", lines));
        while (looks.get() < lines.size()) {
            Thread.onSpinWait();
        }
        int threads = Threads.ofRuns().size();

        run.cancel();
        Report report = Neighbours.report(run);

        // at most the 64 that probe, on a machine as busy as it may be, and the run's own
        assertThat(threads).as("threads while all wait").isLessThan(64 + 8);
        assertThat(report.lines()).extracting(Result::status).containsOnly(Status.FAILED);
        assertThat(report.lines()).allMatch(line -> line.message().endsWith(": the run was cancelled)"));
    }

    @Test
    void thousands_of_people_questions_cost_one_thread() {
        Report report = run(section("people", each(numbers(MANY), i -> signOff("statement " + i))), passing(1));

        assertThat(report.count(Status.PENDING)).isEqualTo(MANY);
    }

    @Test
    void a_title_of_a_hundred_kilobytes_and_messages_of_a_megabyte_are_borne() {
        String megabyte = "long ".repeat(200_000);
        Check faulty = check(
                        "long ".repeat(20_000),
                        context -> Outcome.failed(megabyte).with("evidence", megabyte))
                .id("faulty");

        Report report = Neighbours.around(runner, faulty);

        assertThat(report.result("faulty").message()).hasSizeLessThan(9_000).contains("more characters");
        assertThat(report.result("faulty").evidence().get("evidence")).hasSizeLessThan(9_000);
    }

    @Test
    void deep_sections_are_borne() {
        Item item = passing(1);
        for (int depth = 0; depth < 200; depth++) {
            item = section("section " + depth, item);
        }

        Report report = run(item);

        assertThat(report.results()).hasSize(201).allMatch(result -> result.status() == Status.PASSED);
    }
}
