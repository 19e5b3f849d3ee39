package dev.checklist.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers each connection as a script says, byte by byte; for what no decent server can be told to do. */
final class RawServer implements AutoCloseable {
    private static final int TLS_HANDSHAKE = 0x16;

    private final ServerSocket listener;
    private final Script script;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch hungUp = new CountDownLatch(1);
    private final AtomicInteger connections = new AtomicInteger();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();

    private RawServer(Script script) throws IOException {
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.script = script;
        daemon(this::accept);
    }

    static RawServer running(Script script) throws IOException {
        return new RawServer(script);
    }

    /** Answers every request with the same text and hangs up. */
    static RawServer answering(String text) throws IOException {
        return running((server, socket) -> server.write(socket, text));
    }

    String url() {
        return "http://127.0.0.1:" + listener.getLocalPort() + "/health";
    }

    int connections() {
        return connections.get();
    }

    /** Returns the heads of the requests that came, in their order. */
    Queue<String> requests() {
        return requests;
    }

    void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
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
                connections.incrementAndGet();
                daemon(() -> serve(socket));
            }
        } catch (IOException e) {
            closed.countDown();
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            requests.add(head(socket.getInputStream()));
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
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0 || next == TLS_HANDSHAKE) {
                break;
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listener.close();
    }

    /** Writes an answer. */
    @FunctionalInterface
    interface Script {
        void answer(RawServer server, Socket socket) throws IOException, InterruptedException;
    }
}
