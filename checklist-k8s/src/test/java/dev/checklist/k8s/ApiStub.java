package dev.checklist.k8s;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A server on 127.0.0.1 that answers byte by byte as it is told, and keeps what reached it. */
final class ApiStub implements AutoCloseable {
    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool(ApiStub::daemon);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger hangUps = new AtomicInteger();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Function<Request, Wire> behaviour;

    /** What reached the server. */
    record Request(String method, String target, Map<String, String> headers, String body) {
        String path() {
            int query = target.indexOf('?');
            return query < 0 ? target : target.substring(0, query);
        }

        String query() {
            int query = target.indexOf('?');
            return query < 0 ? "" : target.substring(query + 1);
        }

        boolean isVersion() {
            return path().equals("/version");
        }

        boolean isWatch() {
            return query().contains("watch=true");
        }

        @Override
        public String toString() {
            return method + " " + target;
        }
    }

    private ApiStub(ServerSocket socket, Function<Request, Wire> behaviour) {
        this.socket = socket;
        this.behaviour = behaviour;
    }

    static ApiStub answering(Function<Request, Wire> behaviour) {
        try {
            ApiStub stub = new ApiStub(new ServerSocket(0, 200, InetAddress.getByName("127.0.0.1")), behaviour);
            stub.threads.execute(stub::accept);
            return stub;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Behaves so from now on, and forgets what it has seen. */
    void become(Function<Request, Wire> other) {
        behaviour = other;
        requests.clear();
        connections.set(0);
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    /** The requests besides the look whether the server answers, and besides watches. */
    List<String> asked() {
        return requests.stream()
                .filter(request -> !request.isVersion() && !request.isWatch())
                .map(Request::toString)
                .toList();
    }

    /** The watches that were asked for. */
    List<String> watched() {
        return requests.stream().filter(Request::isWatch).map(Request::target).toList();
    }

    /** The answers that the other side did not wait for. */
    int hangUps() {
        return hangUps.get();
    }

    int openSockets() {
        return open.size();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connection.setTcpNoDelay(true);
                open.add(connection);
                connections.incrementAndGet();
                threads.execute(() -> serve(connection));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            for (Request request = read(in); request != null; request = read(in)) {
                requests.add(request);
                if (!behaviour.apply(request).write(connection)) {
                    return;
                }
            }
        } catch (IOException e) {
            hangUps.incrementAndGet();
        } finally {
            open.remove(connection);
        }
    }

    private static Request read(InputStream in) throws IOException {
        String first = line(in);
        if (first == null || first.isEmpty()) {
            return null;
        }
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        String[] words = first.split(" ");
        return new Request(words[0], words[1], headers, new String(body, StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return null;
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "api-stub");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket connection : open) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
