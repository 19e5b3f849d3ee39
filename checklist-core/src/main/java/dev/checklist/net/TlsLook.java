package dev.checklist.net;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SocketChannel;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Shakes hands with a server to see its certificates, sends nothing else, and takes them as they are. */
final class TlsLook {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private TlsLook() {}

    /** Sees an expired certificate as it sees a good one: judging is not its business. */
    static Handshake at(InetSocketAddress address, String host, Deadline deadline)
            throws UnseenException, InterruptedException {
        String door = address.getAddress().getHostAddress() + " port " + address.getPort();
        AtomicReference<List<X509Certificate>> chain = new AtomicReference<>(List.of());
        // A channel, since an interrupt ends its waiting.
        try (SocketChannel channel = SocketChannel.open()) {
            Socket plain = channel.socket();
            plain.connect(address, deadline.millis(PATIENCE));
            plain.setSoTimeout(deadline.millis(PATIENCE));
            SSLSocket socket =
                    (SSLSocket) context(chain).getSocketFactory().createSocket(plain, host, address.getPort(), true);
            if (!Host.isAddress(host)) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setServerNames(List.of(new SNIHostName(host)));
                socket.setSSLParameters(parameters);
            }
            socket.startHandshake();
            if (chain.get().isEmpty()) {
                throw new UnseenException(door + " showed no certificate");
            }
            return new Handshake(socket.getSession().getProtocol(), chain.get());
        } catch (SocketTimeoutException e) {
            throw new UnseenException(door + " did not answer in time");
        } catch (ClosedByInterruptException e) {
            throw new InterruptedException();
        } catch (ConnectException e) {
            throw new UnseenException(
                    door + (IsOpen.isRefused(e) ? " refused the connection" : " could not be reached"));
        } catch (SSLException e) {
            throw new UnseenException("the TLS handshake with " + door + " failed: " + e.getMessage());
        } catch (IOException e) {
            throw new UnseenException(door + " broke off the handshake: " + e.getMessage());
        }
    }

    private static SSLContext context(AtomicReference<List<X509Certificate>> chain) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Recorder(chain)}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform has no TLS", e);
        }
    }

    /** Keeps the chain and agrees, so that the caller can say what is wrong with it; no data is ever sent over it. */
    private static final class Recorder extends X509ExtendedTrustManager {
        private final AtomicReference<List<X509Certificate>> seen;

        private Recorder(AtomicReference<List<X509Certificate>> seen) {
            this.seen = seen;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {
            seen.set(List.of(chain));
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) {
            seen.set(List.of(chain));
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine) {
            seen.set(List.of(chain));
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {
            throw new IllegalStateException("we are no server");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket) {
            throw new IllegalStateException("we are no server");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine) {
            throw new IllegalStateException("we are no server");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
