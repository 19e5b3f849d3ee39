package dev.checklist.run;

import dev.checklist.Status;
import java.util.Collection;
import java.util.List;

/** Judges sections and lists: pure functions of statuses. */
final class Statuses {
    /** The worst first; SKIPPED comes last, so that it wins only when it is alone. */
    private static final List<Status> WORST_FIRST = List.of(
            Status.ERROR, Status.FAILED, Status.BLOCKED, Status.PENDING, Status.WAIVED, Status.PASSED, Status.SKIPPED);

    private Statuses() {}

    /**
     * Is what the verdict needs to know of a line.
     *
     * @param status how it ended
     * @param required whether it counts
     * @param blockedByPeople whether every root of a BLOCKED line is PENDING
     */
    record Judged(Status status, boolean required, boolean blockedByPeople) {}

    /** Returns the worst status: ERROR, FAILED, BLOCKED, PENDING, WAIVED, PASSED; SKIPPED only when all are. */
    static Status worst(Collection<Status> statuses) {
        return WORST_FIRST.stream()
                .filter(statuses::contains)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a section without lines has no status"));
    }

    /**
     * Returns the verdict of a run.
     *
     * @param lines the lines that were selected; sections left out
     * @param complete whether every line of the list was selected
     */
    static Verdict verdict(Collection<Judged> lines, boolean complete) {
        List<Judged> required = lines.stream().filter(Judged::required).toList();
        if (required.stream().anyMatch(Statuses::isBroken)) {
            return Verdict.NOT_READY;
        }
        boolean open = required.stream().anyMatch(line -> isOpen(line.status()));
        boolean nonePassed = required.stream().noneMatch(line -> line.status() == Status.PASSED);
        return open || nonePassed || !complete ? Verdict.INCOMPLETE : Verdict.READY;
    }

    private static boolean isBroken(Judged line) {
        return line.status() == Status.FAILED
                || line.status() == Status.ERROR
                || line.status() == Status.BLOCKED && !line.blockedByPeople();
    }

    private static boolean isOpen(Status status) {
        return status == Status.PENDING || status == Status.BLOCKED;
    }
}
