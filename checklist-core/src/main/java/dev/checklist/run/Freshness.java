package dev.checklist.run;

import dev.checklist.Check;
import dev.checklist.Effect;
import dev.checklist.Status;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lets checks look again whose PASSED was seen too long ago: once before people sign, and once at the end. */
final class Freshness {
    private final Coordinator run;
    private final Asking asking;
    private final @Nullable Duration limit;
    private boolean isDoneBefore;
    private boolean isDoneAtEnd;

    Freshness(Coordinator run, Asking asking, @Nullable Duration limit) {
        this.run = run;
        this.asking = asking;
        this.limit = limit;
    }

    /** Asks again, at most once before the signatures and once at the end; false if nothing is too old. */
    boolean askAgain(boolean isLast) {
        if (limit == null || (isLast ? isDoneAtEnd : isDoneBefore)) {
            return false;
        }
        isDoneBefore = true;
        isDoneAtEnd = isLast;
        boolean isAny = false;
        for (Node node : tooOld()) {
            if (node.entry().item() instanceof Check check && mayLookAgain(check)) {
                isAny = true;
                asking.again(node, check);
            }
        }
        return isAny;
    }

    private static boolean mayLookAgain(Check check) {
        return check.effect() == Effect.NONE && !check.isAlone();
    }

    /** Returns the checks that a machine passed too long ago. */
    private List<Node> tooOld() {
        Duration most = limit;
        return most == null
                ? List.of()
                : run.board().nodes().stream()
                        .filter(node -> node.scope() == null && node.isEnded())
                        .filter(node -> node.entry().isForMachine() && node.status() == Status.PASSED)
                        .filter(node -> node.ending().attestation().isEmpty())
                        .filter(node -> Finale.age(run, node.ending()).compareTo(most) > 0)
                        .toList();
    }

    /** Marks what is too old when the run was ended before it could be asked again: it is green no more. */
    void mark() {
        for (Node node : tooOld()) {
            if (node.entry().item() instanceof Check check && mayLookAgain(check)) {
                node.amend(result -> result.but(
                        Status.ERROR,
                        result.message() + "; seen " + Durations.text(Finale.age(run, result))
                                + " before the end, and not asked again: " + run.stopReason()));
            }
        }
    }

    /** Says which lines are older than wished and could not, or not in time, be asked again. */
    Optional<String> finding() {
        List<Node> old = tooOld();
        if (limit == null || old.isEmpty()) {
            return Optional.empty();
        }
        String names = old.stream().limit(5).map(node -> node.entry().id()).collect(Collectors.joining(", "));
        return Optional.of(old.size() + " PASSED line(s) were seen more than " + Durations.text(limit)
                + " before the end, since they write, load, run alone or take long: " + names
                + (old.size() > 5 ? ", …" : ""));
    }
}
