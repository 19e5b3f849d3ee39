package dev.checklist.run;

import dev.checklist.Cleanup;
import dev.checklist.Diagnosis;
import dev.checklist.Effect;
import dev.checklist.Outcome;
import dev.checklist.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects diagnoses after failures, and lets writing checks clean up when nobody needs their work any more. */
final class Aftercare {
    /** The time that a diagnosis or a cleanup may take. */
    static final Duration LIMIT = Duration.ofSeconds(10);
    /** The longest text of a diagnosis, in characters. */
    static final int LONGEST_DIAGNOSIS = 64 * 1024;

    private final Coordinator run;
    private final Asking asking;
    private final List<CheckRun> uncleaned = new ArrayList<>();
    private final Set<Node> cleaning = new HashSet<>();

    Aftercare(Coordinator run, Asking asking) {
        this.run = run;
        this.asking = asking;
    }

    /** Starts what the end of a check calls for. */
    void ended(CheckRun asked, Result result) {
        if (asked.check().effect() == Effect.WRITES) {
            uncleaned.add(asked);
        }
        boolean broken =
                result.status() == Status.FAILED || result.status() == Status.ERROR || result.status() == Status.WAIVED;
        Outcome outcome = asked.raw();
        if (broken && outcome != null && !run.isStopped()) {
            asked.check().diagnoses().forEach(diagnosis -> diagnose(asked, diagnosis, outcome));
        }
    }

    private void diagnose(CheckRun asked, Diagnosis diagnosis, Outcome outcome) {
        Task.Owner owner = (task, ending) -> note(asked.node(), text(task, ending));
        run.submit(
                new Task(
                        context -> Outcome.passed(diagnosis.diagnose(context, outcome)),
                        asking.context(asked),
                        LIMIT.toNanos(),
                        false,
                        owner),
                false);
    }

    private String text(Task task, Ending ending) {
        Judgement.Look look = task.look();
        if (ending != Ending.RETURNED || look == null) {
            return "the diagnosis was cut short after " + Durations.text(LIMIT) + " or by the end of the run";
        }
        String text = look.outcome().message();
        String masked = run.redactor().mask(text, LONGEST_DIAGNOSIS);
        return look.outcome().status() == Status.PASSED ? masked : "the diagnosis failed: " + masked;
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
        for (CheckRun asked : List.copyOf(uncleaned)) {
            if (isFree(asked.node())) {
                uncleaned.remove(asked);
                cleaning.add(asked.node());
                asked.check().cleanup().ifPresent(cleanup -> cleanUp(asked, cleanup));
            }
        }
    }

    private boolean isFree(Node node) {
        return node.followers().stream()
                .allMatch(follower -> follower.isEnded()
                        && !cleaning.contains(follower)
                        && uncleaned.stream().noneMatch(asked -> asked.node() == follower)
                        && isFree(follower));
    }

    private void cleanUp(CheckRun asked, Cleanup cleanup) {
        Outcome outcome = asked.raw() == null ? Outcome.error("unknown") : asked.raw();
        Task.Owner owner = (task, ending) -> {
            cleaning.remove(asked.node());
            Judgement.Look look = task.look();
            if (ending != Ending.RETURNED || look == null) {
                left(asked.node(), "it was cut short");
            } else if (look.outcome().status() != Status.PASSED) {
                left(asked.node(), look.outcome().message());
            }
        };
        run.submit(
                new Task(
                        context -> {
                            cleanup.cleanUp(context, outcome);
                            return Outcome.passed("cleaned up");
                        },
                        asking.context(asked),
                        LIMIT.toNanos(),
                        false,
                        owner),
                true);
    }

    private void left(Node node, String problem) {
        String text = run.redactor().mask("the cleanup failed: " + problem);
        node.amend(result -> result.but(Status.FAILED, text + "; the check itself: " + result.message()));
    }
}
