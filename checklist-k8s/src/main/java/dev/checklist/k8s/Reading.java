package dev.checklist.k8s;

import dev.checklist.Outcome;
import org.jspecify.annotations.Nullable;

/** Is what came of a read: the value, or the outcome that says why there is none. */
final class Reading<T> {
    private final @Nullable T value;
    private final @Nullable Outcome refusal;

    private Reading(@Nullable T value, @Nullable Outcome refusal) {
        this.value = value;
        this.refusal = refusal;
    }

    static <T> Reading<T> of(T value) {
        return new Reading<>(value, null);
    }

    static <T> Reading<T> refused(Outcome why) {
        return new Reading<>(null, why);
    }

    /** Judges the value, if there is one. */
    interface Judge<T> {
        Outcome judge(T value) throws Exception;
    }

    /** Returns the refusal, or what the judge makes of the value. */
    Outcome judge(Judge<? super T> judge) throws Exception {
        if (value != null) {
            return judge.judge(value);
        }
        return refusal != null ? refusal : Outcome.error("nothing was read");
    }

    boolean isRefused() {
        return value == null;
    }

    /** Returns why there is no value, or the given text. */
    String reason() {
        return refusal == null ? "" : refusal.message();
    }

    T orElse(T other) {
        return value == null ? other : value;
    }
}
