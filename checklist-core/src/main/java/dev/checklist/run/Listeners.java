package dev.checklist.run;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Tells listeners one thing after the other on a thread of its own, so that none of them delays the run. */
final class Listeners {
    private final List<RunListener> listeners;
    private final Mailbox<Consumer<RunListener>> news = new Mailbox<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Redactor redactor;
    private final boolean inline;
    private boolean ended;

    /** Starts the thread, unless there is nobody to tell or the caller's thread does it. */
    Listeners(List<RunListener> listeners, Redactor redactor, boolean inline) {
        this.listeners = listeners;
        this.redactor = redactor;
        this.inline = inline;
        if (!inline && !listeners.isEmpty()) {
            Thread thread = new Thread(this::deliver, "checklist-listeners");
            thread.setDaemon(true);
            thread.start();
        }
    }

    boolean isEmpty() {
        return listeners.isEmpty();
    }

    void tell(Consumer<RunListener> what) {
        if (inline) {
            tellAll(what);
        } else if (!listeners.isEmpty()) {
            news.post(what);
        }
    }

    private void deliver() {
        while (!ended) {
            news.await(Long.MAX_VALUE);
            news.drain(this::tellAll);
            if (Thread.interrupted()) {
                RunLog.debug("A listener interrupted the thread that tells the listeners; they are told all the same");
            }
        }
        over.countDown();
    }

    private void tellAll(Consumer<RunListener> what) {
        for (RunListener listener : listeners) {
            try {
                what.accept(listener);
            } catch (Throwable e) {
                RunLog.failed("The listener " + listener.getClass().getName(), e, redactor);
            }
        }
    }

    /** Lets the thread end after the last news. */
    void close() {
        news.post(listener -> ended = true);
    }

    /** Waits for the end of the thread, until then at most by the machine's nanoseconds. */
    void awaitEnd(long until) {
        if (inline || listeners.isEmpty()) {
            return;
        }
        try {
            if (!over.await(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                RunLog.debug("A listener is still busy; the run does not wait for it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
