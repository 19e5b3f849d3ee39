package dev.checklist.intake;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Takes a body in, one delivery at a time, and hangs up when its sink has enough.
 *
 * @param <T> what the body is made into
 */
public final class Intake<T> implements BodySubscriber<T> {
    /**
     * Says what to do with the bytes of a body.
     *
     * @param <T> what the body is made into
     */
    public interface Sink<T> {
        /** Takes bytes; false if it needs no more. */
        boolean take(ByteBuffer buffer);

        /**
         * Makes something of what was taken.
         *
         * @param complete whether the body ended before the sink had enough
         * @throws IOException if that is too little or too much
         */
        T end(boolean complete) throws IOException;
    }

    private final CompletableFuture<T> body = new CompletableFuture<>();
    private final Sink<T> sink;
    private @Nullable Subscription subscription;

    /** Takes a body in for this sink. */
    public Intake(Sink<T> sink) {
        this.sink = sink;
    }

    @Override
    public CompletionStage<T> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Subscription offered) {
        if (subscription != null) {
            offered.cancel();
            return;
        }
        subscription = offered;
        offered.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (!sink.take(buffer)) {
                finish(false);
                return;
            }
        }
        if (subscription != null) {
            subscription.request(1);
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        finish(true);
    }

    private void finish(boolean complete) {
        if (!complete && subscription != null) {
            subscription.cancel();
        }
        try {
            body.complete(sink.end(complete));
        } catch (IOException e) {
            body.completeExceptionally(e);
        }
    }
}
