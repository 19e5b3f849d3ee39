package dev.checklist.k8s;

import dev.checklist.CheckContext;
import dev.checklist.Traffic;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Holds back what one run asks of one API server, which others need too, and counts it for the report. */
final class Limits implements Traffic {
    /** So many requests may be sent at once after a rest. */
    static final int BURST = 100;
    /** So many requests are sent a second after that. */
    static final int PER_SECOND = 20;
    /** So many requests may be under way. */
    static final int UNDER_WAY = 5;

    private final String server;
    private final Pace pace = new Pace(BURST, Duration.ofSeconds(1).dividedBy(PER_SECOND));
    private final Semaphore slots = new Semaphore(UNDER_WAY, true);
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger pages = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    Limits(String server) {
        this.server = server;
    }

    /** Sends something. */
    @FunctionalInterface
    interface Request {
        Reply send() throws NoAnswer, InterruptedException;
    }

    /** Sends it when its turn has come, while no more than five are under way. */
    Reply send(CheckContext context, Request request) throws NoAnswer, InterruptedException {
        turn(context);
        Duration most = context.remaining();
        if (!slots.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new NoAnswer("did not get to", ": " + UNDER_WAY + " requests before it took all the time");
        }
        try {
            Reply reply = request.send();
            bytes.addAndGet(reply.size());
            return reply;
        } finally {
            slots.release();
        }
    }

    /** Waits for the turn of a request, a stream's too, and counts it. */
    void turn(CheckContext context) throws InterruptedException {
        Duration wait = pace.next(context.elapsed());
        if (!wait.isZero()) {
            context.pause(wait);
        }
        requests.incrementAndGet();
    }

    void countPage() {
        pages.incrementAndGet();
    }

    @Override
    public String target() {
        return server;
    }

    @Override
    public String inWords() {
        int pagesRead = pages.get();
        String size = bytes.get() < 100_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes.get() / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes.get() / 1e6);
        return requests.get()
                + (requests.get() == 1 ? " request, " : " requests, ")
                + pagesRead
                + (pagesRead == 1 ? " page, " : " pages, ")
                + size;
    }
}
