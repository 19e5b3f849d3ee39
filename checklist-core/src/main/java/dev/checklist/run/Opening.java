package dev.checklist.run;

import dev.checklist.Check;
import dev.checklist.Derived;
import dev.checklist.Effect;
import dev.checklist.Item;
import dev.checklist.Outcome;
import dev.checklist.Precondition;
import dev.checklist.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Starts what is due: first its conditions are asked, then the line itself. */
final class Opening {
    private final Coordinator run;
    private final Asking asking;
    private final Questions questions;
    private final Conditions conditions = new Conditions(this::ask);
    private int asked;

    Opening(Coordinator run, Asking asking, Questions questions) {
        this.run = run;
        this.asking = asking;
        this.questions = questions;
    }

    Conditions conditions() {
        return conditions;
    }

    void start(Node node) {
        conditions.all(node.entry().item().preconditions(), finding -> {
            if (node.isEnded()) {
                return;
            }
            if (run.isStopped()) {
                run.board().blockAtEnd(node, run.stopReason()); // it was never started
            } else if (finding == null) {
                begin(node);
            } else if (finding.answer() == Conditions.Answer.DOES_NOT_HOLD) {
                String reason = run.redactor().mask(finding.condition().reasonToSkip(finding.outcome()));
                run.board().endAll(node, Status.SKIPPED, reason, Result.Details.NONE);
            } else {
                String message = run.redactor()
                        .mask("the condition \"" + finding.condition().description() + "\" could not be judged: "
                                + finding.outcome().message());
                Result.Details details =
                        new Result.Details(List.of(), null, finding.cause(), null, List.of(), null, null);
                run.board().endAll(node, Status.ERROR, message, details);
            }
        });
    }

    private void begin(Node node) {
        Item item = node.entry().item();
        node.start();
        if (node.scope() != null) {
            run.board().open(node.scope());
        } else if (item instanceof Derived derived) {
            run.deriving().begin(node, derived);
        } else if (!(item instanceof Check check)) {
            questions.ask(node);
        } else if (isAllowed(check.effect())) {
            asking.begin(node, check);
        } else {
            String message = check.effect() == Effect.WRITES
                    ? "writes to its target: run it with withWrites() to allow that"
                    : "puts load on its target: run it with withLoad() to allow that";
            if (!questions.standsIn(node, check, message)) {
                run.board().endAll(node, Status.PENDING, message, Result.Details.NONE);
            }
        }
    }

    private boolean isAllowed(Effect effect) {
        Settings.Permissions permissions = run.settings().permissions();
        return switch (effect) {
            case NONE -> true;
            case WRITES -> permissions.writes();
            case LOADS -> permissions.load();
        };
    }

    private void ask(Precondition condition, Consumer<Conditions.Finding> then) {
        int number = ++asked;
        AttemptContext context =
                new AttemptContext(run.shared(), Alone.OWNER, 1, run.reads().started());
        Duration timeout =
                condition.timeoutPerAttempt().orElse(run.settings().limits().timeout());
        run.submit(new Task(condition.probe(), context, timeout.toNanos(), Task.Manner.NORMAL, (task, ending) -> {
            Outcome outcome = task.masked();
            if (ending != Ending.RETURNED || outcome == null) {
                run.reads().orphan(task.context());
                outcome = Outcome.error(whyNot(ending, timeout));
            }
            String felt = context.cause();
            String cause = felt == null ? "condition " + number : felt;
            then.accept(new Conditions.Finding(Conditions.judge(outcome), condition, outcome, cause));
        }));
    }

    private String whyNot(Ending ending, Duration timeout) {
        if (ending == Ending.REFUSED) {
            return "not started: " + run.refusal();
        }
        return run.isStopped() ? run.stopReason() : "timed out after " + Durations.text(timeout);
    }

    /** Owns the context of a condition or a computation, which stands on nothing and is asked once. */
    enum Alone implements AttemptContext.Owner {
        OWNER;

        @Override
        public Map<String, String> evidence(Item required) {
            throw new IllegalArgumentException("a condition requires nothing, so it has no evidence to read");
        }

        @Override
        public boolean isRetried() {
            return false;
        }

        @Override
        public int sharing(Record key) {
            return 1;
        }

        @Override
        public void wake() {
            // a condition is asked once, so there is no next attempt to bring forward
        }
    }
}
