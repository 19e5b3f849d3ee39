package dev.checklist.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** A server on 127.0.0.1 that shakes hands with the chain that it is given, whatever that is worth. */
final class TlsServer implements AutoCloseable {
    private final SSLServerSocket socket;
    private final AtomicInteger handshakes = new AtomicInteger();

    private TlsServer(SSLServerSocket socket) {
        this.socket = socket;
    }

    static TlsServer showing(Issued leaf, Issued... others) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "server",
                    leaf.keys().getPrivate(),
                    new char[0],
                    leaf.chain(others).toArray(Certificate[]::new));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            TlsServer server = new TlsServer((SSLServerSocket)
                    context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1")));
            Thread thread = new Thread(server::serve, "tls-server");
            thread.setDaemon(true);
            thread.start();
            return server;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    TlsServer speaking(String protocol) {
        socket.setEnabledProtocols(new String[] {protocol});
        return this;
    }

    int port() {
        return socket.getLocalPort();
    }

    int handshakes() {
        return handshakes.get();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                handshakes.incrementAndGet();
                ((SSLSocket) connection).startHandshake();
                int end = connection.getInputStream().read();
                assert end < 0 : "nothing but a handshake is expected";
            } catch (IOException e) {
                // the other side has seen enough, or we are being closed: the loop tells
                Thread.onSpinWait();
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
