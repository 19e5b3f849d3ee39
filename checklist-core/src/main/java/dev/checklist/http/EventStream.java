package dev.checklist.http;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Reads a stream of events up to the first event or comment, and hangs up. */
final class EventStream implements BodySubscriber<Body> {
    /** The number of bytes within which something must have happened. */
    static final int LIMIT = 64 << 10;

    private final CompletableFuture<Body> body = new CompletableFuture<>();
    private final EventLines lines = new EventLines();
    private final Progress progress;
    private volatile int read;
    private volatile @Nullable String seen;
    private @Nullable Subscription subscription;

    EventStream(Progress progress) {
        this.progress = progress;
    }

    /** Returns what came first: "an event" or "a comment". */
    Optional<String> seen() {
        return Optional.ofNullable(seen);
    }

    int read() {
        return read;
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
        int count = read;
        for (ByteBuffer buffer : buffers) {
            while (buffer.hasRemaining()) {
                Optional<String> found = lines.next(buffer.get());
                count++;
                if (found.isPresent() || count >= LIMIT) {
                    read = count;
                    seen = found.orElse(null);
                    finish(false);
                    return;
                }
            }
        }
        read = count;
        progress.read(count);
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

    private void finish(boolean ended) {
        if (!ended && subscription != null) {
            subscription.cancel();
        }
        body.complete(new Body(new byte[0], ended));
    }
}
