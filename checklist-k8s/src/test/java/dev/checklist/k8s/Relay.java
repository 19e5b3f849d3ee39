package dev.checklist.k8s;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Passes bytes on to a server, encrypted as they are, until it is told to stop, or to say nothing more. */
final class Relay implements AutoCloseable {
    private final ServerSocket socket;
    private final URI server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean isSilent;

    Relay(String server) {
        try {
            this.server = URI.create(server);
            this.socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
            start(this::accept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return server.getScheme() + "://127.0.0.1:" + socket.getLocalPort() + "/";
    }

    /** Passes no answer on from now on, and keeps the connections: as a server that is stopped by a signal. */
    void hush() {
        isSilent = true;
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Socket real = new Socket(server.getHost(), server.getPort());
                open.add(client);
                open.add(real);
                start(() -> pass(client, real, false));
                start(() -> pass(real, client, true));
            } catch (IOException e) {
                close(); // it was told to stop, or the server has been
            }
        }
    }

    private void pass(Socket from, Socket to, boolean isAnswer) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            byte[] bytes = new byte[1 << 16];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                if (!(isSilent && isAnswer)) {
                    to.getOutputStream().write(bytes, 0, read);
                    to.getOutputStream().flush();
                }
            }
        } catch (IOException e) {
            open.remove(from); // the other side has hung up
        }
    }

    /** Hangs up on everybody, and takes no more calls: as a server whose process has ended. */
    @Override
    public void close() {
        try {
            socket.close();
            for (Socket one : open) {
                one.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
