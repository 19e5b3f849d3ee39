package dev.checklist;

/** Tells that something a waiting check looks at has changed, such as a watch event. */
@FunctionalInterface
public interface WakeSignal {
    /**
     * Calls {@code wake} on every change from now on, from any thread, until the subscription is closed.
     *
     * @return the subscription; the runner closes it when the next attempt has ended or the check ends
     */
    Subscription onChange(Runnable wake);

    /** Ends a subscription. */
    @FunctionalInterface
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
