package dev.checklist.s3;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.S3Response;

/**
 * Is what a store said to one request: its answer, and what the SDK read from it.
 *
 * @param value null if the store refused; an empty one is no evidence, since the SDK reads any 200 as one
 */
record Said<T>(Answer answer, @Nullable T value) {
    static <R extends S3Response> Said<R> of(R response) {
        return new Said<>(Answer.of(response.sdkHttpResponse()), response);
    }

    static <T> Said<T> refused(Answer answer) {
        return new Said<>(answer, null);
    }

    boolean isAnswered() {
        return value != null && answer.isSuccess() && answer.code() == null;
    }

    /** Tells whether the store refused in these words, of S3. */
    boolean is(int status, String code) {
        return answer.status() == status && code.equals(answer.code());
    }

    /** Returns what was read; ask {@link #isAnswered} first. */
    T get() {
        return Objects.requireNonNull(value, "the store refused");
    }
}
