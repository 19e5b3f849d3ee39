package dev.checklist.http;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Takes a body in, one delivery at a time, and hangs up when its sink has enough. */
final class Intake implements BodySubscriber<Body> {
    /** Says what to do with the bytes of a body. */
    interface Sink {
        /** Takes bytes; false if it needs no more. */
        boolean take(ByteBuffer buffer);

        /** Returns the number of bytes taken so far. */
        int size();

        /** Returns the bytes that are kept. */
        byte[] kept();
    }

    private final CompletableFuture<Body> body = new CompletableFuture<>();
    private final Sink sink;
    private final Progress progress;
    private @Nullable Subscription subscription;

    Intake(Sink sink, Progress progress) {
        this.sink = sink;
        this.progress = progress;
    }

    @Override
    public CompletionStage<Body> getBody() {
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
        progress.read(sink.size());
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
        body.complete(new Body(sink.kept(), complete));
    }
}
