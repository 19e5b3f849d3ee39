package dev.checklist.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gives tasks to the workforce in the order in which they fell due; one that is alone waits for all before it. */
final class Dispatcher {
    /** So many tasks may wait for a thread: enough to keep every thread busy, too few to fill the memory. */
    private static final int MOST_WAITING = 1_000;

    private final Workforce workforce;
    private final int most;
    private final Deque<Task> ready = new ArrayDeque<>();
    private final Set<Task> underWay = new LinkedHashSet<>();
    private boolean aloneRuns;
    private boolean stopped;

    Dispatcher(Workforce workforce, int parallelism) {
        this.workforce = workforce;
        this.most = parallelism + MOST_WAITING;
    }

    /** Takes a task; after the end of the run only one that cleans up. */
    void add(Task task) {
        if (stopped && !task.cleansUp()) {
            task.owner().ended(task, Ending.NEVER_RAN);
        } else {
            ready.add(task);
        }
    }

    void pump() {
        while (!ready.isEmpty() && !aloneRuns && workforce.hasRoom()) {
            boolean alone = ready.element().isAlone();
            if (alone && !underWay.isEmpty()) {
                return;
            }
            aloneRuns = alone;
            Task task = ready.remove();
            underWay.add(task);
            workforce.submit(task);
        }
    }

    /** Takes the end of a task; false if it has ended before, so that it must not end again. */
    boolean ended(Task task) {
        aloneRuns = aloneRuns && !task.isAlone();
        return underWay.remove(task);
    }

    /** Tells whether there is nothing left for the run to wait for. */
    boolean isIdle() {
        return stopped ? areClosings(ready) && areClosings(underWay) : ready.isEmpty() && underWay.isEmpty();
    }

    private static boolean areClosings(Collection<Task> tasks) {
        return tasks.stream().allMatch(Task::isClosing);
    }

    /** Tells whether so much is under way that nothing else should be started. */
    boolean isCrowded() {
        return ready.size() + underWay.size() >= most;
    }

    /** Calls off what has not started and interrupts what runs, except what cleans up. */
    void stop() {
        stopped = true;
        List<Task> calledOff = new ArrayList<>();
        ready.removeIf(task -> !task.cleansUp() && calledOff.add(task));
        List<Task> submitted =
                underWay.stream().filter(task -> !task.cleansUp()).toList();
        for (Task task : workforce.stop(submitted)) {
            if (ended(task)) {
                calledOff.add(task);
            }
        }
        calledOff.forEach(task -> task.owner().ended(task, Ending.NEVER_RAN));
    }
}
