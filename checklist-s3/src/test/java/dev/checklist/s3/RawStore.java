package dev.checklist.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Answers HEAD as a store does and the rest byte by byte as a script says; for what no decent server can be told. */
final class RawStore implements AutoCloseable {
    static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\nConnection: close\r\n";

    private static final int TLS_HANDSHAKE = 0x16;

    /** Writes an answer; the connection is closed at its end. */
    @FunctionalInterface
    interface Script {
        void answer(RawStore store, Socket socket) throws IOException, InterruptedException;
    }

    private final ServerSocket listener;
    private final Script script;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch hungUp = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicLong written = new AtomicLong();

    private RawStore(ServerSocket listener, Script script) {
        this.listener = listener;
        this.script = script;
        daemon(this::accept);
    }

    static RawStore running(Script script) throws IOException {
        return over(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), script);
    }

    static RawStore over(ServerSocket listener, Script script) {
        return new RawStore(listener, script);
    }

    static RawStore answering(String text) throws IOException {
        return running((store, socket) -> store.write(socket, text));
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** Returns how many requests the script was asked to answer. */
    int asked() {
        return asked.get();
    }

    /** Returns how many bytes the other side has taken. */
    long written() {
        return written.get();
    }

    void write(Socket socket, String text) throws IOException {
        write(socket, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void write(Socket socket, byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
        written.addAndGet(bytes.length);
    }

    /** Waits until the test is over. */
    void hang() throws InterruptedException {
        closed.await();
    }

    /** Waits a little; tells whether the test goes on. */
    boolean pause() throws InterruptedException {
        return !closed.await(20, TimeUnit.MILLISECONDS);
    }

    /** Tells whether the client closed its connection while the script still wrote or waited. */
    boolean sawHangUp() throws InterruptedException {
        return hungUp.await(10, TimeUnit.SECONDS);
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                daemon(() -> serve(socket));
            }
        } catch (IOException e) {
            closed.countDown();
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            if (head(socket.getInputStream()).startsWith("HEAD /dumps ")) {
                write(socket, OK + "\r\n");
                return;
            }
            asked.incrementAndGet();
            daemon(() -> watch(socket));
            script.answer(this, socket);
        } catch (IOException e) {
            hungUp.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch(Socket socket) {
        try {
            if (socket.getInputStream().read() < 0) {
                hungUp.countDown();
            }
        } catch (IOException e) {
            hungUp.countDown();
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.append((char) next);
            if (head.indexOf("\r\n\r\n") >= 0 || next == TLS_HANDSHAKE) {
                break;
            }
        }
        return head.toString();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "raw-store");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listener.close();
    }
}
