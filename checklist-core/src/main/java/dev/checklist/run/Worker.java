package dev.checklist.run;

import dev.checklist.Outcome;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Takes one task after the other from the queue, on one thread, until it is told to finish. */
final class Worker implements Runnable {
    private final BlockingQueue<Task> queue;
    private final Crew crew;
    private final RunClock clock;
    private final AtomicLong taken;
    private final BiConsumer<Task, Ending> ended;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile @Nullable Task task;
    private volatile @Nullable Thread waiting;
    private volatile boolean finished;

    Worker(BlockingQueue<Task> queue, Crew crew, RunClock clock, AtomicLong taken, BiConsumer<Task, Ending> ended) {
        this.queue = queue;
        this.crew = crew;
        this.clock = clock;
        this.taken = taken;
        this.ended = ended;
    }

    /** Returns the task under way. */
    @Nullable
    Task task() {
        return task;
    }

    boolean isOver() {
        return over.getCount() == 0;
    }

    @Override
    public void run() {
        try {
            boolean goesOn = true;
            while (goesOn && !finished) {
                Task next = next();
                goesOn = next == null ? crew.ownsThreads() && !finished : carryOut(next);
            }
        } finally {
            over.countDown();
        }
    }

    private @Nullable Task next() {
        Task next = queue.poll();
        if (next != null || !crew.ownsThreads()) {
            return next;
        }
        waiting = Thread.currentThread();
        try {
            return finished ? null : queue.poll(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            return null; // told to finish
        } finally {
            waiting = null;
        }
    }

    /** Carries a task out; false if this thread was given up meanwhile. */
    private boolean carryOut(Task next) {
        task = next;
        if (!next.begin(clock)) {
            task = null;
            return true;
        }
        taken.incrementAndGet();
        look(next);
        boolean inTime = next.finish();
        boolean goesOn = inTime || next.comeBack();
        task = null;
        if (goesOn) {
            ended.accept(next, inTime ? Ending.RETURNED : Ending.TIMED_OUT);
        }
        return goesOn;
    }

    private void look(Task next) {
        String problem = "the task decorator did not run the probe";
        try {
            crew.run(() -> next.work(crew.redactor(), clock));
        } catch (Throwable e) {
            problem = Judgement.describe(e);
        }
        if (next.look() == null) {
            next.take(new Judgement.Look(Outcome.error(problem), false), crew.redactor(), clock);
        }
    }

    void finish() {
        finished = true;
        Thread idle = waiting;
        if (idle != null) {
            idle.interrupt();
        }
    }

    void awaitEnd(long nanos) {
        try {
            if (!over.await(Math.max(1, nanos), TimeUnit.NANOSECONDS)) {
                finish(); // it was busy between two waits: tell it again
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
