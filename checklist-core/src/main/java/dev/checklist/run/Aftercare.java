package dev.checklist.run;

import dev.checklist.Cleanup;
import dev.checklist.Diagnosis;
import dev.checklist.Effect;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import dev.checklist.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects diagnoses after failures, and lets writing checks clean up when nobody needs their work any more. */
final class Aftercare {
    /** The time that a diagnosis or a cleanup may take. */
    static final Duration LIMIT = Duration.ofSeconds(10);
    /** The longest text of a diagnosis, in characters. */
    static final int LONGEST_DIAGNOSIS = 64 * 1024;

    private final Coordinator run;
    private final Asking asking;
    private final Map<Node, Uncleaned> uncleaned = new LinkedHashMap<>();
    private final Set<Node> cleaning = new HashSet<>();

    /** Is a writing check that has ended, with what stands on it. */
    private record Uncleaned(CheckRun asked, Dependents dependents) {}

    Aftercare(Coordinator run, Asking asking) {
        this.run = run;
        this.asking = asking;
    }

    /** Starts what the end of a check calls for. */
    void ended(CheckRun asked, Result result) {
        if (asked.check().effect() == Effect.WRITES) {
            uncleaned.put(asked.node(), new Uncleaned(asked, new Dependents(asked.node())));
        }
        boolean broken =
                result.status() == Status.FAILED || result.status() == Status.ERROR || result.status() == Status.WAIVED;
        Outcome outcome = asked.raw();
        if (broken && outcome != null && !run.isStopped()) {
            asked.check().diagnoses().forEach(diagnosis -> diagnose(asked, diagnosis, outcome));
        }
    }

    private void diagnose(CheckRun asked, Diagnosis diagnosis, Outcome outcome) {
        Redactor redactor = run.redactor(); // masks on the worker, since a diagnosis may be long
        Probe look = context -> Outcome.passed(redactor.mask(diagnosis.diagnose(context, outcome), LONGEST_DIAGNOSIS));
        submit(asked, look, Task.Manner.NORMAL, (task, ending) -> note(asked.node(), text(task, ending)));
    }

    private void submit(CheckRun asked, Probe work, Task.Manner manner, Task.Owner owner) {
        run.submit(new Task(work, asking.hindsight(asked), LIMIT.toNanos(), manner, owner));
    }

    private String text(Task task, Ending ending) {
        Judgement.Look look = task.look();
        Outcome masked = task.masked();
        if (ending != Ending.RETURNED || look == null || masked == null) {
            return "the diagnosis was cut short after " + Durations.text(LIMIT) + " or by the end of the run";
        }
        return look.outcome().status() == Status.PASSED
                ? look.outcome().message()
                : "the diagnosis failed: " + masked.message();
    }

    private static void note(Node node, String text) {
        node.amend(result -> {
            List<String> all = new ArrayList<>(result.diagnosis());
            all.add(text);
            return result.with(List.copyOf(all));
        });
    }

    boolean isDone() {
        return uncleaned.isEmpty() && cleaning.isEmpty();
    }

    /** Starts the cleanups whose turn it is: after all that stands on them has ended and is cleaned up. */
    void tend() {
        for (Uncleaned written : List.copyOf(uncleaned.values())) {
            if (written.dependents().areAt(this::isAtRest)) {
                CheckRun asked = written.asked();
                uncleaned.remove(asked.node());
                cleaning.add(asked.node());
                asked.check().cleanup().ifPresent(cleanup -> cleanUp(asked, cleanup));
            }
        }
    }

    private boolean isAtRest(Node node) {
        return node.isAtRest() && !uncleaned.containsKey(node) && !cleaning.contains(node);
    }

    private void cleanUp(CheckRun asked, Cleanup cleanup) {
        Outcome outcome = asked.raw() == null ? Outcome.error("unknown") : asked.raw();
        Probe work = context -> {
            cleanup.cleanUp(context, outcome);
            return Outcome.passed("cleaned up");
        };
        submit(asked, work, Task.Manner.CLEANUP, (task, ending) -> {
            cleaning.remove(asked.node());
            Judgement.Look look = task.look();
            if (ending != Ending.RETURNED || look == null) {
                left(
                        asked.node(),
                        ending == Ending.REFUSED
                                ? "it was not started: " + run.refusal()
                                : "it was cut short after " + Durations.text(LIMIT));
            } else if (look.outcome().status() != Status.PASSED) {
                left(asked.node(), look.outcome().message());
            }
        });
    }

    private void left(Node node, String problem) {
        String text = run.redactor().mask("the cleanup failed: " + problem);
        node.amend(result -> result.but(Status.FAILED, text + "; the check itself: " + result.message()));
    }
}
