package dev.checklist.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;

/** Runs tasks one by one on the caller's thread; what they last is a matter of the virtual clock. */
final class VirtualLane implements Workforce {
    private final Crew crew;
    private final RunClock clock;
    private final int parallelism;
    private final Timers timers;
    private final BiConsumer<Task, Ending> ended;
    private final List<Task> running = new ArrayList<>();

    VirtualLane(Crew crew, RunClock clock, int parallelism, Timers timers, BiConsumer<Task, Ending> ended) {
        this.crew = crew;
        this.clock = clock;
        this.parallelism = parallelism;
        this.timers = timers;
        this.ended = ended;
    }

    @Override
    public void submit(Task task) {
        task.queuedAt(clock.nanoTime());
        if (!task.begin(clock)) {
            return;
        }
        crew.look(task, clock);
        long lasts = task.duration() + task.context().extended();
        if (lasts == 0) {
            end(task, Ending.RETURNED);
            return;
        }
        running.add(task);
        Ending ending = lasts < task.timeout() ? Ending.RETURNED : Ending.TIMED_OUT;
        timers.at(task.startedAt() + Math.min(lasts, task.timeout()), () -> end(task, ending));
    }

    private void end(Task task, Ending ending) {
        running.remove(task);
        if (task.finish()) {
            task.endedAt(clock.nanoTime());
            ended.accept(task, ending);
        }
    }

    @Override
    public boolean hasRoom() {
        return running.size() < parallelism;
    }

    @Override
    public void tend(long now) {
        // nothing runs by itself
    }

    @Override
    public long untilNext(long now, long most) {
        return most;
    }

    @Override
    public List<Task> stop(Collection<Task> tasks) {
        tasks.forEach(task -> end(task, Ending.TIMED_OUT));
        return List.of(); // whatever was submitted has started
    }

    @Override
    public int abandoned() {
        return 0;
    }

    @Override
    public String refusal() {
        throw new IllegalStateException("nothing is refused under a virtual clock");
    }

    @Override
    public void close() {
        // there is no thread to end
    }
}
