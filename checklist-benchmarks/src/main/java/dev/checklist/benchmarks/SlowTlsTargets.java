package dev.checklist.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Runs so many TLS servers on loopback, each of which lets a client wait before it shakes hands. */
final class SlowTlsTargets implements AutoCloseable {
    private static final char[] PASSWORD = "benchmark".toCharArray();

    private final KeyStore keys;
    private final SSLContext context;
    private final long waitMillis;
    private final List<ServerSocket> listeners = new ArrayList<>();
    private final ScheduledExecutorService handshakes;

    SlowTlsTargets(int count, long waitMillis) throws IOException, InterruptedException {
        this.waitMillis = waitMillis;
        this.keys = keys();
        this.context = context(keys);
        this.handshakes = Executors.newScheduledThreadPool(count, SlowTlsTargets::daemon);
        for (int i = 0; i < count; i++) {
            ServerSocket listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
            listeners.add(listener);
            daemon(() -> accept(listener)).start();
        }
    }

    KeyStore trusted() {
        return keys;
    }

    List<Integer> ports() {
        return listeners.stream().map(ServerSocket::getLocalPort).toList();
    }

    private void accept(ServerSocket listener) {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                Future<?> unused = handshakes.schedule(() -> shake(socket), waitMillis, TimeUnit.MILLISECONDS);
            } catch (IOException e) {
                return;
            }
        }
    }

    private void shake(Socket plain) {
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, (InputStream) null, true)) {
            socket.startHandshake();
        } catch (IOException e) {
            // the client has seen enough, and the report tells if it has not
            Thread.onSpinWait();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "tls-target");
        thread.setDaemon(true);
        return thread;
    }

    /** Asks the JDK's own tool, since the platform has no API that issues certificates. */
    private static KeyStore keys() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tls-targets");
        Path file = folder.resolve("keys.p12");
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "target",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=target",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-validity",
                        "90",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (tool.waitFor() != 0) {
            throw new IllegalStateException("keytool failed");
        }
        try {
            return KeyStore.getInstance(file.toFile(), PASSWORD);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            Files.delete(file);
            Files.delete(folder);
        }
    }

    private static SSLContext context(KeyStore keys) {
        try {
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (ServerSocket listener : listeners) {
            listener.close();
        }
        handshakes.shutdownNow();
    }
}
