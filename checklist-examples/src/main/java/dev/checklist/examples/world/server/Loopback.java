package dev.checklist.examples.world.server;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;

/** The one address that the world listens on, and ports that never answer. */
public final class Loopback {
    /** 127.0.0.1, whatever the machine prefers. */
    public static final InetAddress ADDRESS = address();

    private Loopback() {}

    static InetSocketAddress anyPort() {
        return new InetSocketAddress(ADDRESS, 0);
    }

    /**
     * Takes a port that refuses connections: bound, so that nobody else gets it, but never listening.
     *
     * @throws IOException if there is none left
     */
    public static Listening refusing() throws IOException {
        Socket socket = new Socket();
        socket.bind(anyPort());
        return new Silent(socket.getLocalPort(), socket);
    }

    /**
     * Takes a port that accepts connections, by the kernel's doing, and never says a word.
     *
     * @throws IOException if there is none left
     */
    public static Listening hanging() throws IOException {
        ServerSocket socket = new ServerSocket(0, 100, ADDRESS);
        return new Silent(socket.getLocalPort(), socket);
    }

    private record Silent(int port, Closeable socket) implements Listening {
        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static InetAddress address() {
        try {
            return InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
