package dev.checklist.k8s;

import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * Gives a value of the cluster to checks of something else, read anew each time it is asked for.
 *
 * @param what what is read, without its value
 */
record Supplied<T>(ApiServer server, String what, Source<T> source) implements Supplier<T>, Callable<T> {

    /** Reads the value, or refuses. */
    @FunctionalInterface
    interface Source<T> {
        T read(Reader reader) throws Exception;
    }

    /**
     * Reads the value.
     *
     * @throws IllegalStateException if it is not there or could not be read, with the reason
     */
    @Override
    public T get() {
        try {
            return source.read(new Reader(server, new LoneRead()));
        } catch (Refusal e) {
            throw new IllegalStateException("could not supply " + what + ": " + e.reason());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + what + " was read");
        } catch (Exception e) { // its message may hold a value of a Secret
            throw new IllegalStateException(
                    "could not supply " + what + ": " + e.getClass().getSimpleName());
        }
    }

    @Override
    public T call() {
        return get();
    }

    /** Shows nothing of the value. */
    @Override
    public String toString() {
        return what;
    }
}
