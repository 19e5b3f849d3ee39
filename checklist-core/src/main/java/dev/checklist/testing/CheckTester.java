package dev.checklist.testing;

import dev.checklist.Checklist;
import dev.checklist.Checklists;
import dev.checklist.Item;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Runs checks in a unit test, on a virtual clock and on the test's own thread.
 *
 * <pre>{@code
 * Result result = CheckTester.create().run(orders.areComplete().retry(attempts(30).every(ofSeconds(10))));
 * assertThat(result.status()).isEqualTo(Status.PASSED);
 * }</pre>
 */
public final class CheckTester {
    private final FakeRunClock clock;
    private final ChecklistRunner runner;

    private CheckTester(FakeRunClock clock, ChecklistRunner runner) {
        this.clock = clock;
        this.runner = runner;
    }

    /** Makes a tester whose clock starts at {@link FakeRunClock#DEFAULT_START}. */
    public static CheckTester create() {
        return on(FakeRunClock.create());
    }

    /** Makes a tester whose clock starts at this time. */
    public static CheckTester startingAt(Instant start) {
        return on(FakeRunClock.startingAt(start));
    }

    private static CheckTester on(FakeRunClock clock) {
        return new CheckTester(clock, ChecklistRunner.create().withClock(clock));
    }

    /** Configures the runner, with {@code withWrites()} or an attestor for instance. */
    public CheckTester with(UnaryOperator<ChecklistRunner> change) {
        return new CheckTester(clock, change.apply(runner).withClock(clock));
    }

    /** Runs one item, and before it what it requires; returns its result. */
    public Result run(Item item, Item... required) {
        List<Item> all = new ArrayList<>(List.of(required));
        all.add(item);
        return run(Checklists.checklist("test", all)).result(item);
    }

    /** Runs a whole list. */
    public Report run(Checklist checklist) {
        return runner.run(checklist);
    }

    /** Returns the clock. */
    public FakeRunClock clock() {
        return clock;
    }

    /** Returns how much time has passed on the clock. */
    public Duration elapsed() {
        return clock.elapsed();
    }
}
