package dev.checklist.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands between a driver and its server, and falls silent, connections open, when a word goes by. */
final class Relay implements AutoCloseable {
    private final ServerSocket door;
    private final int server;
    private final String word;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    private Relay(ServerSocket door, int server, String word) {
        this.door = door;
        this.server = server;
        this.word = word;
    }

    static Relay to(int server, String word) throws IOException {
        Relay relay = new Relay(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), server, word);
        start(relay::accept);
        return relay;
    }

    int port() {
        return door.getLocalPort();
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                Socket behind = new Socket("127.0.0.1", server);
                sockets.addAll(List.of(client, behind));
                start(() -> copy(client, behind));
                start(() -> copy(behind, client));
            }
        } catch (IOException e) {
            closeSockets();
        }
    }

    private void copy(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] chunk = new byte[8192];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                if (new String(chunk, 0, read, StandardCharsets.ISO_8859_1).contains(word)) {
                    return; // open, and silent
                }
                out.write(chunk, 0, read);
            }
            to.shutdownOutput();
        } catch (IOException e) {
            closeSockets();
        }
    }

    private void closeSockets() {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        closeSockets();
    }
}
