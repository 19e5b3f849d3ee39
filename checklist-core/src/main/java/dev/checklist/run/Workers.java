package dev.checklist.run;

import dev.checklist.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/**
 * Runs tasks on threads that are started on demand: the first at once, more when the oldest task has waited too long.
 *
 * <p>After a timeout a thread is interrupted and gets a grace; then it is given up, and another may take its place.
 */
final class Workers implements Workforce {
    /** How long the oldest task waits before a thread is added. */
    static final long PATIENCE = 5_000_000;
    /** How long an interrupted thread may take to come back. */
    static final long GRACE = 250_000_000;
    /** From so many abandoned threads on no further task is started. */
    static final int MOST_ABANDONED = 64;
    /** Below this a queue drains by itself soon enough, so that more threads would only be in the way. */
    private static final long SHORT = 50_000_000;

    private static final int CORES = Runtime.getRuntime().availableProcessors();

    private final Crew crew;
    private final BiConsumer<Task, Ending> ended;
    private final Runnable wake;
    private final RunClock clock;
    private final int parallelism;
    private final BlockingQueue<Task> queue = new LinkedBlockingQueue<>();
    private final List<Worker> workers = new ArrayList<>();
    private final AtomicLong taken = new AtomicLong();
    private long shortestTimeout = Long.MAX_VALUE;
    private long nextLook;
    private long lastGrowth;
    private long takenThen;
    private long startsFailSince;
    private boolean startsFail;
    private int abandoned;

    /**
     * Makes a workforce without any thread yet.
     *
     * @param crew starts threads and wraps what they run
     * @param ended is told how each task ended, from any thread
     * @param wake is called, from any thread, when there is something to tend
     */
    Workers(Crew crew, RunClock clock, int parallelism, BiConsumer<Task, Ending> ended, Runnable wake) {
        this.crew = crew;
        this.clock = clock;
        this.parallelism = parallelism;
        this.ended = ended;
        this.wake = wake;
        this.nextLook = clock.nanoTime();
    }

    @Override
    public void submit(Task task) {
        long now = clock.nanoTime();
        task.queuedAt(now);
        if (abandoned >= MOST_ABANDONED && task.callOff()) {
            ended.accept(task, Ending.REFUSED);
            return;
        }
        if (task.timeout() < shortestTimeout) {
            shortestTimeout = task.timeout();
            nextLook = now;
        }
        queue.add(task);
        if (workers.isEmpty()) {
            start(now);
        }
    }

    private void start(long now) {
        lastGrowth = now;
        takenThen = taken.get();
        Worker worker = new Worker(queue, crew, clock, taken, ended, wake);
        if (crew.start(worker)) {
            workers.add(worker);
            startsFail = false;
            return;
        }
        startsFailSince = startsFail ? startsFailSince : now;
        startsFail = true;
        if (workers.isEmpty() && now - startsFailSince >= GRACE) { // a pool may need a moment to take its thread back
            refuseWaiting();
        }
    }

    @Override
    public boolean hasRoom() {
        return true;
    }

    @Override
    public void tend(long now) {
        workers.removeIf(this::isGone);
        Task oldest = queue.peek();
        if (oldest != null) {
            if (workers.isEmpty()) {
                start(now);
            } else if (now - oldest.queuedAt() >= PATIENCE && now - lastGrowth >= PATIENCE) {
                grow(now);
            }
        }
        if (now - nextLook >= 0) {
            nextLook = now + Math.min(shortestTimeout, Long.MAX_VALUE / 4);
            for (Worker worker : List.copyOf(workers)) {
                look(worker, now);
            }
        }
    }

    /** Tells whether a thread is over; if it died, its task ends all the same, so that no line is lost. */
    private boolean isGone(Worker worker) {
        Task lost = worker.isOver() ? worker.task() : null;
        if (lost != null) {
            Throwable death = worker.death();
            String reason = death == null ? "" : ": " + Judgement.describe(death);
            Outcome outcome = Outcome.error("the thread that looked died" + reason);
            lost.take(new Judgement.Look(outcome, false), crew.redactor(), clock);
            ended.accept(lost, Ending.RETURNED);
        }
        return worker.isOver();
    }

    /** Adds one thread per core and more where the queue would take long to drain, doubling at most. */
    private void grow(long now) {
        int waiting = queue.size();
        int size = workers.size();
        long rate = taken.get() - takenThen;
        long drain = rate == 0 ? Long.MAX_VALUE : (now - lastGrowth) / rate * waiting;
        int wanted = drain > SHORT ? Math.min(size, waiting) : size < CORES ? 1 : 0;
        lastGrowth = now;
        takenThen = taken.get();
        for (int i = 0; i < wanted && workers.size() < parallelism; i++) {
            start(now);
        }
    }

    private void look(Worker worker, long now) {
        Task task = worker.task();
        if (task == null) {
            return;
        }
        if (task.isRunning()) {
            long due = task.startedAt() + task.timeout();
            if (now - due >= 0 && task.interrupt(now)) {
                due = now + GRACE;
            }
            nextLook = earlier(nextLook, due);
        } else if (task.isInterrupted()) {
            long due = task.interruptedAt() + GRACE;
            if (now - due < 0) {
                nextLook = earlier(nextLook, due);
            } else if (task.abandon()) {
                abandon(worker, task, now);
            }
        }
    }

    private void abandon(Worker worker, Task task, long now) {
        workers.remove(worker);
        abandoned++;
        task.endedAt(now);
        ended.accept(task, Ending.ABANDONED);
        if (abandoned >= MOST_ABANDONED) {
            refuseWaiting();
        }
    }

    private static long earlier(long a, long b) {
        return a - b <= 0 ? a : b;
    }

    @Override
    public long untilNext(long now, long most) {
        long wait = Math.min(most, Math.max(1, nextLook - now));
        return queue.isEmpty() || workers.size() >= parallelism ? wait : Math.min(wait, PATIENCE);
    }

    /** Asks each task itself how far it is, for one may have left the queue without having started. */
    @Override
    public List<Task> stop(Collection<Task> tasks) {
        long now = clock.nanoTime();
        List<Task> calledOff = new ArrayList<>();
        List<Task> running = new ArrayList<>();
        for (Task task : tasks) {
            (task.callOff() ? calledOff : running).add(task);
        }
        // Only now: a thread that an interruption sets free must find nothing to start.
        running.forEach(task -> task.interrupt(now));
        queue.removeIf(Task::isOver);
        nextLook = now;
        return calledOff;
    }

    private void refuseWaiting() {
        List<Task> waiting = new ArrayList<>();
        queue.drainTo(waiting);
        waiting.removeIf(task -> !task.callOff());
        waiting.forEach(task -> ended.accept(task, Ending.REFUSED));
    }

    @Override
    public int abandoned() {
        return abandoned;
    }

    @Override
    public String refusal() {
        return abandoned >= MOST_ABANDONED
                ? MOST_ABANDONED + " probes ignore interruption"
                : "no thread could be started: " + crew.problem();
    }

    @Override
    public void close() {
        long until = System.nanoTime() + GRACE;
        tend(clock.nanoTime()); // a lent thread may have gone home just before the last task came
        while (!workers.isEmpty() && System.nanoTime() - until < 0) {
            workers.forEach(Worker::finish);
            workers.get(0).awaitEnd(PATIENCE);
            tend(clock.nanoTime()); // may find that what still waits needs another thread
        }
        for (Worker worker : workers) {
            RunLog.debug("A thread of the run is still busy; it is interrupted and left behind");
            Task task = worker.task();
            if (task != null) {
                task.interrupt(clock.nanoTime());
            }
        }
    }
}
