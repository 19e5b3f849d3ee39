package dev.checklist.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Cuts the answer to a watch into its events, a line of JSON each; whatever is no such line ends it. */
final class EventStream implements AsyncBody.Consumer<List<ByteBuffer>> {
    /** Takes what a watch shows; from any thread, one call at a time. */
    interface Listener {
        /** Takes an event: ADDED, MODIFIED, DELETED, BOOKMARK or ERROR, with its object. */
        void event(String type, JsonNode object);

        /** Takes the end: the code that the server answered, 0 if it did not. */
        void ended(EventStream stream, int code);
    }

    /** Is a line of the answer. */
    record Event(@Nullable String type, @Nullable JsonNode object) {}

    private final Listener listener;
    private final Hangup hangup = new Hangup();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private volatile @Nullable AsyncBody body;

    EventStream(Listener listener) {
        this.listener = listener;
    }

    Hangup hangup() {
        return hangup;
    }

    /** Follows the answer from its head to its end. */
    void follow(CompletableFuture<HttpResponse<AsyncBody>> head) {
        CompletableFuture<?> unused = head.whenComplete((response, failure) -> {
            if (response == null) {
                listener.ended(this, 0);
                return;
            }
            AsyncBody opened = response.body();
            body = opened;
            if (response.code() == 200) {
                CompletableFuture<?> end = opened.done().whenComplete((done, broken) -> listener.ended(this, 200));
                assert end != null : "a future";
                opened.consume();
            } else {
                close();
                listener.ended(this, response.code());
            }
        });
        assert unused != null : "a future";
    }

    @Override
    public void consume(List<ByteBuffer> buffers, AsyncBody answer) {
        for (ByteBuffer buffer : buffers) {
            while (buffer.hasRemaining()) {
                byte next = buffer.get();
                if (next != '\n') {
                    line.write(next);
                } else if (!take()) {
                    close();
                    return;
                }
            }
        }
        if (line.size() > ApiServer.LARGEST_OBJECT) {
            close();
        } else {
            answer.consume();
        }
    }

    private boolean take() {
        Event event = Json.read(new ByteArrayInputStream(line.toByteArray()), Event.class);
        line.reset();
        if (event == null || event.type() == null || event.object() == null) {
            return false;
        }
        listener.event(event.type(), event.object());
        return !event.type().equals("ERROR");
    }

    /** Hangs up, from any thread. */
    void close() {
        hangup.now();
        AsyncBody opened = body;
        if (opened != null) {
            opened.cancel(); // where the client is not OkHttp
        }
    }
}
