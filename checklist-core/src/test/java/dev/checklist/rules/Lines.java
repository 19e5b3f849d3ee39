package dev.checklist.rules;

import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.precondition;
import static dev.checklist.Checklists.signOff;

import dev.checklist.Check;
import dev.checklist.Item;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.Attestor;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.Waiver;
import dev.checklist.testing.CheckTester;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Makes lines that end as they are told, and runs them on a virtual clock. */
final class Lines {
    /** Fails; what requires it is BLOCKED. */
    static final Check ROOT = fails("the root");

    private static final Waiver WAIVER = new Waiver("covered", "accepted", "ops", LocalDate.of(2030, 12, 31));

    private Lines() {}

    static Check passes(String title) {
        return check(title, context -> Outcome.passed(title + " was seen"));
    }

    static Check fails(String title) {
        return check(title, context -> Outcome.failed(title + " does not hold"));
    }

    static Check errs(String title) {
        return check(title, context -> Outcome.error(title + " could not be judged"));
    }

    /** Makes an item that ends with this status, in a list that has {@link #ROOT} and is run by {@link #tester}. */
    static Item ending(Status status) {
        return switch (status) {
            case PASSED -> passes("subject");
            case FAILED -> fails("subject");
            case ERROR -> errs("subject");
            case SKIPPED -> passes("subject").onlyIf(precondition("it applies", () -> false));
            case BLOCKED -> passes("subject").requires(ROOT);
            case PENDING -> signOff("subject");
            case WAIVED -> fails("subject").id("covered");
        };
    }

    static CheckTester tester() {
        return CheckTester.create().with(runner -> runner.withWaivers(List.of(WAIVER)));
    }

    static CheckTester answering(Attestor attestor) {
        return CheckTester.create().with(runner -> runner.withAttestor(attestor));
    }

    static Attestor yes() {
        return question -> Optional.of(question.confirmedBy("Kim"));
    }

    static Attestor no() {
        return question -> Optional.of(question.refusedBy("Kim"));
    }

    static Report run(Item first, Item... rest) {
        return tester().run(checklist("list", first, rest));
    }

    static Status statusOf(Report report, Item item) {
        return report.result(item).status();
    }

    /** Returns how long after the start of the run the line was first looked at. */
    static Duration startOf(Report report, Item item) {
        Instant first = report.result(item).attempts().get(0).startedAt();
        return Duration.between(report.facts().startedAt(), first);
    }

    /** Returns how long after the start of the run each look at the line started. */
    static List<Duration> startsOf(Report report, Item item) {
        return report.result(item).attempts().stream()
                .map(attempt -> Duration.between(report.facts().startedAt(), attempt.startedAt()))
                .toList();
    }

    static Duration endOf(Report report, Item item) {
        Result result = report.result(item);
        return Duration.between(
                report.facts().startedAt(),
                result.attempts().get(result.attempts().size() - 1).endedAt());
    }
}
