package dev.checklist.k8s;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** What is written onto a connection as the answer to one request. */
@FunctionalInterface
interface Wire {
    String JSON = "application/json";

    /** Returns whether the connection may be used again. */
    boolean write(Socket connection) throws IOException;

    static Wire json(int code, String body) {
        return text(code, JSON, body);
    }

    static Wire text(int code, String type, String body) {
        return bytes(code, type, body.getBytes(StandardCharsets.UTF_8), "");
    }

    /** A Status object, as the API server sends it with an error. */
    static Wire status(int code, String reason, String message) {
        return json(
                code,
                "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"metadata\":{},\"status\":\"Failure\",\"message\":\""
                        + message + "\",\"reason\":\"" + reason + "\",\"code\":" + code + "}");
    }

    static Wire redirect(int code, String location) {
        return bytes(
                code, "text/html", "<a>moved</a>".getBytes(StandardCharsets.UTF_8), "Location: " + location + "\r\n");
    }

    /** Adds a header line to an answer made here. */
    static Wire bytes(int code, String type, byte[] body, String moreHeaders) {
        return connection -> {
            OutputStream out = connection.getOutputStream();
            out.write(ascii(head(code, type) + moreHeaders + "Content-Length: " + body.length + "\r\n\r\n"));
            out.write(body);
            out.flush();
            return true;
        };
    }

    /** Never answers; ends when the client or the stub closes the connection. */
    static Wire hang() {
        return connection -> waitForHangUp(connection);
    }

    /** Sends this much of an answer and nothing more. */
    static Wire stallAfter(String start) {
        return connection -> {
            connection.getOutputStream().write(ascii(start));
            connection.getOutputStream().flush();
            return waitForHangUp(connection);
        };
    }

    /** Promises a body and sends one byte of it every few milliseconds. */
    static Wire trickle() {
        return connection -> {
            OutputStream out = connection.getOutputStream();
            out.write(ascii(head(200, JSON) + "Content-Length: 1000000\r\n\r\n"));
            connection.setSoTimeout(20);
            while (true) {
                out.write(' ');
                out.flush();
                try {
                    if (connection.getInputStream().read() < 0) {
                        return false;
                    }
                } catch (SocketTimeoutException e) {
                    // the client still waits
                    continue;
                }
            }
        };
    }

    /** Sends a body without an end, as fast as it is read. */
    static Wire endless(String start) {
        return connection -> {
            OutputStream out = connection.getOutputStream();
            out.write(ascii(head(200, JSON) + "Transfer-Encoding: chunked\r\n\r\n"));
            byte[] chunk = ascii("10000\r\n" + " ".repeat(0x10000) + "\r\n");
            out.write(ascii(Integer.toHexString(start.length()) + "\r\n" + start + "\r\n"));
            while (true) {
                out.write(chunk);
            }
        };
    }

    /** Sends a small body that unpacks to this many mebibytes. */
    static Wire gzipBomb(int mebibytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            byte[] spaces = ascii(" ".repeat(1 << 20));
            for (int i = 0; i < mebibytes; i++) {
                zip.write(spaces);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes(200, JSON, packed.toByteArray(), "Content-Encoding: gzip\r\n");
    }

    /** Promises more than it sends, then closes the connection. */
    static Wire cutShort(String body) {
        return connection -> {
            String head = head(200, JSON) + "Content-Length: " + (body.length() + 10) + "\r\n\r\n";
            connection.getOutputStream().write(ascii(head + body));
            connection.getOutputStream().flush();
            return false;
        };
    }

    /** Sends something, then resets the connection. */
    static Wire reset(String start) {
        return connection -> {
            connection.getOutputStream().write(ascii(start));
            connection.getOutputStream().flush();
            connection.setSoLinger(true, 0);
            connection.close();
            return false;
        };
    }

    static String head(int code, String type) {
        return "HTTP/1.1 " + code + " X\r\nContent-Type: " + type + "\r\n";
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean waitForHangUp(Socket connection) throws IOException {
        int next = connection.getInputStream().read();
        assert next < 0 : "a client that waits for an answer sends nothing";
        return false;
    }
}
