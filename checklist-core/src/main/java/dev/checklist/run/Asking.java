package dev.checklist.run;

import dev.checklist.AnyOf;
import dev.checklist.Check;
import dev.checklist.Item;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import dev.checklist.WakeSignal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Asks checks: attempt after attempt, until one passes or there is no further one. */
final class Asking {
    /** The least time between the starts of two attempts when a change brings one forward. */
    private static final long CLOSEST = 50_000_000;
    /** The time that closing a subscription may take. */
    private static final long CLOSING = 1_000_000_000;

    private final Coordinator run;
    private final Delays delays = new Delays();
    private int lookingAgain;

    Asking(Coordinator run) {
        this.run = run;
    }

    void begin(Node node, Check check) {
        CheckRun asked = new CheckRun(node, check, run.settings());
        node.run(asked);
        Line line = node.line();
        run.tell(listener -> listener.lineStarted(line));
        ask(asked);
    }

    /** Asks a line once more that has passed; whatever the second look says decides. */
    void again(Node node, Check check) {
        CheckRun asked = new CheckRun(node, check, run.settings()).again();
        node.run(asked);
        lookingAgain++;
        due(asked);
    }

    /** Takes the result of a second look: every attempt is kept, the last one decides. */
    void lookedAgain(CheckRun asked, Result result) {
        lookingAgain--;
        asked.node().run(null);
        asked.node().amend(earlier -> earlier.then(result));
    }

    boolean isLookingAgain() {
        return lookingAgain > 0;
    }

    private void due(CheckRun asked) {
        asked.node().dueAfter(run.reads().started());
        Sharers.dueAgain(asked.node());
        ask(asked);
    }

    private void ask(CheckRun asked) {
        asked.dueAgain(run.now());
        if (asked.check().probe() instanceof AnyOf anyOf) {
            nextAlternative(asked, anyOf);
        } else {
            submit(asked, asked.check());
        }
    }

    private void submit(CheckRun asked, Check check) {
        int attempt = asked.nextAttempt();
        int dueAfter = asked.node().dueAfter();
        AttemptContext context = new AttemptContext(run.shared(), new Owner(asked), attempt, dueAfter);
        Task.Owner owner = (task, ending) -> ended(asked, check, task, ending);
        Task.Manner manner = asked.check().isAlone() ? Task.Manner.ALONE : Task.Manner.NORMAL;
        Task task = new Task(check.probe(), context, asked.timeout(check), manner, owner);
        run.submit(task);
    }

    private void nextAlternative(CheckRun asked, AnyOf anyOf) {
        int index = asked.takeAlternative();
        if (index == anyOf.alternatives().size()) {
            Outcome outcome = AnyOf.judge(asked.answers());
            judged(asked, outcome, run.redactor().mask(outcome), asked.lastEnd(), !asked.isFinal());
            return;
        }
        Check alternative = anyOf.alternatives().get(index);
        run.conditions().all(alternative.preconditions(), finding -> {
            if (finding == null) {
                submit(asked, alternative);
            } else {
                boolean unknown = finding.answer() == Conditions.Answer.UNKNOWN;
                String text = unknown
                        ? finding.outcome().message()
                        : finding.condition().reasonToSkip(finding.outcome());
                Outcome skipped =
                        unknown ? Outcome.error(text) : Outcome.failed(text).conclusively();
                asked.answers().add(new AnyOf.Answer(alternative.title(), skipped));
                nextAlternative(asked, anyOf);
            }
        });
    }

    private void ended(CheckRun asked, Check check, Task task, Ending ending) {
        asked.began(task);
        Judgement.Look look = task.look();
        Outcome masked = task.masked();
        if (ending == Ending.RETURNED && look != null && masked != null) {
            looked(asked, check, look, masked, task.startedAt() + task.duration());
        } else if (ending == Ending.NEVER_RAN || ending == Ending.REFUSED) {
            notStarted(asked, ending);
        } else {
            run.reads().orphan(task.context());
            Outcome outcome = overdue(asked, check, ending);
            boolean goesOn = ending == Ending.TIMED_OUT && !run.isStopped();
            looked(asked, check, new Judgement.Look(outcome, !goesOn), outcome, run.now());
        }
    }

    private Outcome overdue(CheckRun asked, Check check, Ending ending) {
        if (run.isStopped()) {
            return Outcome.error("stopped inside attempt " + asked.nextAttempt() + ": " + run.stopReason());
        }
        String text = "timed out after " + Durations.text(Duration.ofNanos(asked.timeout(check)));
        return Outcome.error(
                ending == Ending.ABANDONED ? text + " and ignored interruption, so it is not asked again" : text);
    }

    private void looked(CheckRun asked, Check check, Judgement.Look look, Outcome masked, long end) {
        asked.lastEnd(end);
        if (asked.check().probe() instanceof AnyOf anyOf) {
            asked.answers().add(new AnyOf.Answer(check.title(), look.outcome()));
            asked.settle(look.isFinal());
            if (!AnyOf.isPassed(asked.answers()) && !(look.isFinal() && run.isStopped())) {
                nextAlternative(asked, anyOf);
                return;
            }
            Outcome outcome = AnyOf.judge(asked.answers());
            judged(asked, outcome, run.redactor().mask(outcome), end, false);
        } else {
            judged(asked, look.outcome(), masked, end, !look.isFinal());
        }
    }

    private void notStarted(CheckRun asked, Ending ending) {
        String reason = ending == Ending.REFUSED ? run.refusal() : run.stopReason();
        boolean isInside = !asked.answers().isEmpty(); // between two alternatives of one attempt
        if (!isInside && !asked.attempts().isEmpty()) {
            finish(asked, stopped(asked, reason));
        } else if (isInside || asked.isAgain() || ending == Ending.REFUSED) {
            Outcome outcome = Outcome.error("not started: " + reason);
            judged(asked, outcome, outcome, run.now(), false);
        } else {
            run.board().blockAtEnd(asked.node(), reason);
        }
    }

    private void judged(CheckRun asked, Outcome outcome, Outcome masked, long end, boolean mayRetry) {
        Attempt attempt = asked.add(outcome, masked, run.wallClock(), end);
        long delay = mayRetry ? asked.nextDelay(delays, end) : RetryDecision.STOP;
        boolean goesOn = delay != RetryDecision.STOP && !run.isStopped();
        Line line = asked.node().line();
        RunLog.attempt(line, attempt, asked.attempts().size());
        Optional<Duration> next = goesOn ? Optional.of(Duration.ofNanos(delay)) : Optional.empty();
        run.tell(listener -> listener.attemptEnded(line, attempt, next));
        if (!goesOn) {
            finish(asked, delay == RetryDecision.STOP ? "" : stopped(asked, run.stopReason()));
            return;
        }
        close(asked, asked.takeOutdated());
        asked.waitFor(run.timers().at(end + delay, () -> due(asked)));
        if (asked.isWoken()) {
            bringForward(asked);
        }
    }

    /** Takes a change that any attempt subscribed to: one that has fallen due may still see what was read before. */
    private void woken(CheckRun asked) {
        if (asked.node().isEnded() && !asked.isAgain() || run.isStopped()) {
            return;
        }
        if (asked.isWaiting()) {
            bringForward(asked);
        } else {
            asked.wake();
        }
    }

    private void bringForward(CheckRun asked) {
        long earliest = Math.max(run.now(), asked.lastStart() + CLOSEST);
        if (asked.bringForward(earliest)) {
            asked.waitFor(run.timers().at(earliest, () -> due(asked)));
        }
    }

    /** Ends a check that waits for its next attempt when the run ends. */
    void stop(CheckRun asked) {
        if (asked.isWaiting()) {
            asked.stopWaiting();
            finish(asked, stopped(asked, run.stopReason()));
        }
    }

    private static String stopped(CheckRun asked, String reason) {
        return " (stopped after " + asked.attempts().size() + " of " + asked.maxAttempts() + " attempts: " + reason
                + ")";
    }

    private void finish(CheckRun asked, String suffix) {
        close(asked, asked.takeSubscriptions());
        run.finished(asked, run.waivers().applyTo(CheckResult.of(asked, suffix)));
    }

    /** Closes subscriptions on workers, each by itself, since that runs foreign code. */
    private void close(CheckRun asked, List<WakeSignal.Subscription> subscriptions) {
        for (WakeSignal.Subscription subscription : subscriptions) {
            Probe closing = context -> {
                subscription.close();
                return Outcome.passed("closed");
            };
            run.submit(new Task(
                    closing,
                    context(asked, run.reads().started()),
                    CLOSING,
                    Task.Manner.CLOSING,
                    (task, ending) -> {}));
        }
    }

    /** Makes the context of a diagnosis, which explains what was seen: it may use what the last attempt read. */
    AttemptContext hindsight(CheckRun asked) {
        return context(asked, asked.node().dueAfter());
    }

    private AttemptContext context(CheckRun asked, int dueAfter) {
        int attempt = Math.max(1, asked.attempts().size());
        return new AttemptContext(run.shared(), new Owner(asked), attempt, dueAfter);
    }

    private final class Owner implements AttemptContext.Owner {
        private final CheckRun asked;
        private final Sharers.@Nullable Share share;
        private final AtomicBoolean isPosted = new AtomicBoolean();

        private Owner(CheckRun asked) {
            this.asked = asked;
            this.share = asked.node().share();
        }

        @Override
        public Map<String, String> evidence(Item required) {
            return asked.evidence(required);
        }

        @Override
        public boolean isRetried() {
            return asked.maxAttempts() > 1;
        }

        @Override
        public int sharing(Record key) {
            return run.sharers().count(share, key);
        }

        @Override
        public void wake() {
            if (isPosted.compareAndSet(false, true)) { // a storm of changes is one message at a time
                run.post(() -> {
                    isPosted.set(false);
                    woken(asked);
                });
            }
        }
    }
}
