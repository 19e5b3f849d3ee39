package dev.checklist.k8s;

import dev.checklist.Mark;
import java.util.Optional;
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

    /** Is a reading of what somebody else has read. */
    static <T> Reading<T> of(T value) {
        return new Reading<>(value, null);
    }

    Optional<T> value() {
        return Optional.ofNullable(value);
    }

    /** Tells whether it was refused with this mark. */
    boolean isRefused(Mark mark) {
        return refusal != null && refusal.outcome().mark() == mark;
    }

    T get() throws Refusal {
        if (value == null) {
            throw refusal == null ? Refusal.error("nothing was read") : refusal;
        }
        return value;
    }
}
