package dev.checklist.k8s;

import io.fabric8.kubernetes.client.http.AsyncBody;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Keeps a body as it comes, unpacked, up to a limit; one that is longer is given up at once. */
final class Download implements AsyncBody.Consumer<List<ByteBuffer>> {
    private final List<byte[]> parts = new ArrayList<>();
    private final int most;
    private int size;
    private boolean tooLarge;

    Download(int most) {
        this.most = most;
    }

    @Override
    public synchronized void consume(List<ByteBuffer> buffers, AsyncBody body) {
        for (ByteBuffer buffer : buffers) {
            if (buffer.remaining() > most - size) {
                tooLarge = true;
                parts.clear();
                body.cancel();
                return;
            }
            size += buffer.remaining();
            byte[] part = new byte[buffer.remaining()];
            buffer.get(part);
            parts.add(part);
        }
        body.consume();
    }

    synchronized boolean isTooLarge() {
        return tooLarge;
    }

    synchronized int size() {
        return size;
    }

    /** Returns what came, from its start. */
    synchronized InputStream body() {
        return new SequenceInputStream(Collections.enumeration(
                parts.stream().map(ByteArrayInputStream::new).toList()));
    }
}
