package dev.checklist.run.engine;

import static dev.checklist.Checklists.anyOf;
import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.precondition;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Item;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import dev.checklist.Status;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AloneTest {
    private final ChecklistRunner runner = ChecklistRunner.create().withDeadline(Duration.ofSeconds(20));
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger notAlone = new AtomicInteger();

    /** Counts itself in and out; one that is alone expects nobody beside it, for a while. */
    private Probe counted(boolean alone, Probe probe) {
        return context -> {
            inside.incrementAndGet();
            try {
                long until = System.nanoTime() + (alone ? 500_000 : 20_000);
                while (System.nanoTime() - until < 0) {
                    if (alone && inside.get() != 1) {
                        notAlone.incrementAndGet();
                    }
                }
                return probe.evaluate(context);
            } finally {
                inside.decrementAndGet();
            }
        };
    }

    @Test
    void nothing_runs_beside_a_line_that_is_alone() {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            boolean alone = i % 20 == 7;
            int number = i;
            Check line = check(
                            "line " + i,
                            counted(
                                    alone,
                                    context -> context.attempt() <= number % 3
                                            ? Outcome.failed("not yet")
                                            : Outcome.passed("saw " + number)))
                    .retry(attempts(3).every(Duration.ofMillis(1)))
                    .onFailure((context, outcome) -> "looked closer");
            line = i % 50 == 3
                    ? line.onlyIf(precondition("condition " + i, () -> {
                        inside.incrementAndGet();
                        inside.decrementAndGet();
                        return true;
                    }))
                    : line;
            items.add(alone ? line.alone() : line);
        }

        Report report = Neighbours.report(runner.withParallelism(8).start(checklist("list", items)));

        assertThat(report.count(Status.PASSED)).isEqualTo(400);
        assertThat(notAlone).hasValue(0);
    }

    @Test
    void each_alternative_of_a_line_that_is_alone_is_alone() {
        Check alternatives = anyOf(
                        "alternatives",
                        check("no", counted(true, context -> Outcome.failed("no"))),
                        check("yes", counted(true, context -> Outcome.passed("yes"))))
                .alone()
                .id("faulty");
        List<Item> items = new ArrayList<>(List.of(alternatives));
        for (int i = 0; i < 100; i++) {
            items.add(check("line " + i, counted(false, context -> Outcome.passed("saw it"))));
        }

        Report report = Neighbours.report(runner.withParallelism(8).start(checklist("list", items)));

        assertThat(report.count(Status.PASSED)).isEqualTo(101);
        assertThat(notAlone).hasValue(0);
    }

    @Test
    void a_line_that_is_alone_is_not_starved_by_others_that_are_asked_again_and_again() {
        AtomicBoolean done = new AtomicBoolean();
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            items.add(check(
                            "busy " + i,
                            counted(
                                    false,
                                    context -> done.get() ? Outcome.passed("saw it done") : Outcome.failed("not yet")))
                    .retry(attempts(1_000_000).every(Duration.ofMillis(1))));
        }
        items.add(check("alone", counted(true, context -> {
                    done.set(true);
                    return Outcome.passed("was alone");
                }))
                .alone());

        Report report = Neighbours.report(runner.withParallelism(4).start(checklist("list", items)));

        assertThat(report.count(Status.PASSED)).isEqualTo(31);
        assertThat(report.endedEarly()).isEmpty();
        assertThat(notAlone).hasValue(0);
    }

    @Test
    void a_line_that_is_alone_waits_for_one_that_hangs_until_that_is_given_up() {
        try (Stubborn stubborn = new Stubborn()) {
            Check hangs =
                    check("hangs", stubborn).timeout(Duration.ofMillis(50)).id("hangs");
            Check alone = check("alone", counted(true, context -> Outcome.passed("was alone")))
                    .alone()
                    .id("alone");

            Report report = Neighbours.around(runner, hangs, alone);

            assertThat(report.result("hangs").status()).isEqualTo(Status.ERROR);
            assertThat(report.result("alone").status()).isEqualTo(Status.PASSED);
        }
    }

    @Test
    void a_line_that_is_alone_and_hangs_lets_the_others_go_on_once_it_is_given_up() {
        try (Stubborn stubborn = new Stubborn()) {
            Check alone = check("faulty", stubborn)
                    .timeout(Duration.ofMillis(50))
                    .alone()
                    .id("faulty");

            Report report = Neighbours.around(runner, alone);

            assertThat(report.result("faulty").status()).isEqualTo(Status.ERROR);
            assertThat(report.abandonedProbes()).isEqualTo(1);
        }
    }

    @Test
    void a_line_that_waits_to_be_alone_when_the_run_ends_was_never_started() throws InterruptedException {
        try (Stubborn stubborn = new Stubborn()) {
            Check alone = check("alone", context -> Outcome.passed("was alone"))
                    .alone()
                    .id("alone");
            Run run = runner.start(checklist("list", check("hangs", stubborn), alone, Neighbours.good("behind it")));
            stubborn.awaitAsked();

            run.cancel();
            Report report = Neighbours.report(run);

            assertThat(report.result("alone").status()).isEqualTo(Status.BLOCKED);
            assertThat(report.result("behind it").status()).isEqualTo(Status.BLOCKED);
        }
    }

    @Test
    void lines_that_are_alone_run_in_the_order_of_the_page_among_the_others() {
        List<Integer> order = new ArrayList<>();
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            int number = i;
            items.add(check("alone " + i, counted(true, context -> {
                        order.add(number); // by one thread after the other, so it needs no lock
                        return Outcome.passed("was alone");
                    }))
                    .alone());
        }

        Report report = Neighbours.report(runner.start(checklist("list", items)));

        assertThat(report.count(Status.PASSED)).isEqualTo(30);
        assertThat(order).isSorted().hasSize(30);
        assertThat(notAlone).hasValue(0);
    }
}
