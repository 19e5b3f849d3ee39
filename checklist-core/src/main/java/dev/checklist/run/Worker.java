package dev.checklist.run;

import dev.checklist.CanIgnoreReturnValue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Takes one task after the other from the queue, on one thread, until it is told to finish and the queue is empty. */
final class Worker implements Runnable {
    private final BlockingQueue<Task> queue;
    private final Crew crew;
    private final RunClock clock;
    private final AtomicLong taken;
    private final BiConsumer<Task, Ending> ended;
    private final Runnable gone;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile @Nullable Task task;
    private volatile @Nullable Throwable death;
    private volatile boolean finished;
    private @Nullable Thread waiting;

    /**
     * Makes a worker.
     *
     * @param ended is told how each task ended
     * @param gone is called when the thread is about to end, whatever ends it
     */
    Worker(
            BlockingQueue<Task> queue,
            Crew crew,
            RunClock clock,
            AtomicLong taken,
            BiConsumer<Task, Ending> ended,
            Runnable gone) {
        this.queue = queue;
        this.crew = crew;
        this.clock = clock;
        this.taken = taken;
        this.ended = ended;
        this.gone = gone;
    }

    /** Returns the task under way; of a thread that is over, the one that it died over. */
    @Nullable
    Task task() {
        return task;
    }

    /** Returns what the thread died of. */
    @Nullable
    Throwable death() {
        return death;
    }

    boolean isOver() {
        return over.getCount() == 0;
    }

    @Override
    public void run() {
        try {
            boolean goesOn = true;
            while (goesOn) {
                Task next = next();
                goesOn = next != null && carryOut(next);
            }
        } catch (Throwable e) {
            death = e; // ends up in the result of the line, which is not lost
        } finally {
            over.countDown();
            gone.run();
        }
    }

    /** Returns the next task; null if there is none and the thread is lent or told to finish. */
    private @Nullable Task next() {
        Task next = queue.poll();
        while (next == null && crew.ownsThreads() && !finished) {
            next = await();
        }
        return next == null && finished ? queue.poll() : next;
    }

    private @Nullable Task await() {
        waiting(Thread.currentThread());
        try {
            return finished ? null : queue.poll(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            return null; // told to finish, or left behind by a probe
        } finally {
            waiting(null);
        }
    }

    private synchronized void waiting(@Nullable Thread thread) {
        waiting = thread;
    }

    /** Lets the thread end once the queue is empty; interrupts nothing but its wait. */
    synchronized void finish() {
        finished = true;
        if (waiting != null) {
            waiting.interrupt();
        }
    }

    /** Carries a task out; false if this thread was given up meanwhile. */
    private boolean carryOut(Task next) {
        Thread.interrupted(); // whoever set it, it was not meant for this look
        task = next;
        boolean goesOn = true;
        if (next.begin(clock)) {
            taken.incrementAndGet();
            crew.look(next, clock);
            boolean inTime = next.finish();
            goesOn = inTime || next.comeBack();
            if (goesOn) {
                ended.accept(next, inTime ? Ending.RETURNED : Ending.TIMED_OUT);
            }
        }
        task = null;
        return goesOn;
    }

    /** Waits for the end of the thread, for the given time at most; false if it goes on. */
    @CanIgnoreReturnValue
    boolean awaitEnd(long nanos) {
        try {
            return over.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            return isOver(); // whoever interrupts the run, it ends in good order
        }
    }
}
