package dev.checklist.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The answer to a watch: events as a test gives them, until it ends the stream or the client hangs up. */
final class WatchScript implements Wire {
    private static final String END = "";

    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final CountDownLatch opened = new CountDownLatch(1);
    private final CountDownLatch hungUp = new CountDownLatch(1);

    WatchScript send(String type, JsonNode object) {
        return line("{\"type\":\"" + type + "\",\"object\":" + object + "}");
    }

    WatchScript line(String line) {
        events.add(line + "\n");
        return this;
    }

    WatchScript end() {
        events.add(END);
        return this;
    }

    void awaitOpening() throws InterruptedException {
        await(opened);
    }

    void awaitHangup() throws InterruptedException {
        await(hungUp);
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        if (!latch.await(20, TimeUnit.SECONDS)) {
            throw new AssertionError("it did not come to that");
        }
    }

    @Override
    public boolean write(Socket connection) throws IOException {
        try {
            OutputStream out = connection.getOutputStream();
            out.write((Wire.head(200, JSON) + "Transfer-Encoding: chunked\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            opened.countDown();
            connection.setSoTimeout(5);
            while (true) {
                String event = events.poll();
                if (event == null) {
                    if (isGone(connection)) {
                        return false;
                    }
                } else if (event.equals(END)) {
                    out.write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    connection.setSoTimeout(0);
                    return true;
                } else {
                    byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
                    out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
                    out.write(bytes);
                    out.write("\r\n".getBytes(StandardCharsets.UTF_8));
                    out.flush();
                }
            }
        } finally {
            hungUp.countDown();
        }
    }

    private static boolean isGone(Socket connection) throws IOException {
        try {
            return connection.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }
}
