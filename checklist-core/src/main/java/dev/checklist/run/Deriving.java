package dev.checklist.run;

import dev.checklist.Derived;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import dev.checklist.SectionStatus;
import dev.checklist.Status;
import dev.checklist.Total;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Computes the lines that are never asked: at once from this run, on a worker where earlier runs must be read. */
final class Deriving {
    private final Coordinator run;

    Deriving(Coordinator run) {
        this.run = run;
    }

    void begin(Node node, Derived derived) {
        run.tell(listener -> listener.lineStarted(node.line()));
        if (derived.derivation() instanceof RunDerivation wider) {
            submit(node, wider);
        } else {
            run.ended(node, again(node, derived));
        }
    }

    /** Computes a line from what its sources are now; a cleanup or a second look may have turned one. */
    Result again(Node node, Derived derived) {
        if (derived.derivation() instanceof SectionStatus) {
            return Echo.of(node);
        }
        if (derived.derivation() instanceof Total total) {
            return run.waivers().applyTo(Sum.of(node, total));
        }
        return Result.computed(
                node.line(),
                Finding.of(Status.ERROR, "this runner cannot compute " + derived.derivation()),
                run.redactor());
    }

    private void submit(Node node, RunDerivation derivation) {
        AtomicReference<Finding> found = new AtomicReference<>();
        RunSoFar soFar = run.reporting().soFar(node);
        Probe work = context -> {
            found.set(derivation.derive(soFar));
            return Outcome.passed("computed");
        };
        long timeout = run.settings().limits().timeout().toNanos();
        AttemptContext context = new AttemptContext(
                run.shared(), Opening.Alone.OWNER, 1, run.reads().started());
        run.submit(new Task(work, context, timeout, Task.Manner.NORMAL, (task, ending) -> {
            if (!node.isEnded()) {
                Finding finding = finding(task, ending, found.get());
                run.ended(node, run.waivers().applyTo(Result.computed(node.line(), finding, run.redactor())));
            }
        }));
    }

    private Finding finding(Task task, Ending ending, @Nullable Finding found) {
        Judgement.Look look = task.look();
        if (ending != Ending.RETURNED || look == null) {
            String reason = run.isStopped() ? run.stopReason() : "it took too long";
            return Finding.of(Status.ERROR, "could not be computed: " + reason);
        }
        if (look.outcome().status() != Status.PASSED || found == null) {
            return Finding.of(
                    Status.ERROR, "could not be computed: " + look.outcome().message());
        }
        boolean isEmpty = found.status() == Status.PASSED && found.message().isBlank();
        return isEmpty ? Finding.of(Status.ERROR, "passed without saying what was seen") : found;
    }
}
