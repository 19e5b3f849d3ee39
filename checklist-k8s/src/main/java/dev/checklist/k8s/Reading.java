package dev.checklist.k8s;

import org.jspecify.annotations.Nullable;

/** Is what came of a read that several lines share: a value, or the refusal that each of them meets. */
final class Reading<T> {
    private final @Nullable T value;
    private final @Nullable Refusal refusal;

    private Reading(@Nullable T value, @Nullable Refusal refusal) {
        this.value = value;
        this.refusal = refusal;
    }

    /** Reads something. */
    @FunctionalInterface
    interface Source<T> {
        T read() throws Exception;
    }

    static <T> Reading<T> of(Source<T> source) throws Exception {
        try {
            return new Reading<>(source.read(), null);
        } catch (Refusal e) {
            return new Reading<>(null, e);
        }
    }

    T get() throws Refusal {
        if (value == null) {
            throw refusal == null ? Refusal.error("nothing was read") : refusal;
        }
        return value;
    }
}
