package dev.checklist.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Gives tasks to the workforce in the order in which they fell due; one that is alone waits for all before it. */
final class Dispatcher {
    private final Workforce workforce;
    private final Deque<Task> ready = new ArrayDeque<>();
    private int underWay;
    private boolean aloneRuns;
    private boolean stopped;

    Dispatcher(Workforce workforce) {
        this.workforce = workforce;
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
            if (alone && underWay > 0) {
                return;
            }
            aloneRuns = alone;
            underWay++;
            workforce.submit(ready.remove());
        }
    }

    void ended(Task task) {
        underWay--;
        aloneRuns = aloneRuns && !task.isAlone();
    }

    boolean isIdle() {
        return ready.isEmpty() && underWay == 0;
    }

    boolean hasReady() {
        return !ready.isEmpty();
    }

    /** Calls off what has not started and interrupts what runs, except what cleans up. */
    void stop() {
        stopped = true;
        List<Task> waiting = new ArrayList<>(ready);
        waiting.removeIf(Task::cleansUp);
        ready.removeIf(task -> !task.cleansUp());
        for (Task task : workforce.waiting()) {
            ended(task);
            waiting.add(task);
        }
        waiting.forEach(task -> task.owner().ended(task, Ending.NEVER_RAN));
        workforce.stop();
    }
}
