package dev.checklist.run;

import dev.checklist.CanIgnoreReturnValue;
import java.util.PriorityQueue;

/** Runs actions at their time, on the coordinator's thread; equal times in the order of asking. */
final class Timers {
    private final PriorityQueue<Timer> queue = new PriorityQueue<>();
    private long asked;

    /** Is an action at a time, which may be called off. */
    static final class Timer implements Comparable<Timer> {
        private final long at;
        private final long order;
        private final Runnable action;
        private boolean off;

        private Timer(long at, long order, Runnable action) {
            this.at = at;
            this.order = order;
            this.action = action;
        }

        boolean isAfter(long nanoTime) {
            return at - nanoTime > 0;
        }

        void callOff() {
            off = true;
        }

        @Override
        public int compareTo(Timer other) {
            int byTime = Long.compare(at - other.at, 0);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    @CanIgnoreReturnValue
    Timer at(long nanoTime, Runnable action) {
        Timer timer = new Timer(nanoTime, asked++, action);
        queue.add(timer);
        return timer;
    }

    /** Runs what is due. */
    void fire(long now) {
        while (!queue.isEmpty() && queue.peek().at - now <= 0) {
            Timer timer = queue.remove();
            if (!timer.off) {
                timer.action.run();
            }
        }
    }

    /** Returns how long until the next action, or the given time if that is shorter. */
    long untilNext(long now, long most) {
        while (!queue.isEmpty() && queue.peek().off) {
            queue.remove();
        }
        return queue.isEmpty() ? most : Math.min(most, queue.peek().at - now);
    }
}
