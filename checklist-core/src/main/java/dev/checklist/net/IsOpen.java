package dev.checklist.net;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Looks whether a port takes connections, at every address of its host. */
record IsOpen(Endpoint endpoint) implements Probe {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Override
    public Outcome evaluate(CheckContext context) throws Exception {
        Deadline deadline = Deadline.within(context.remaining());
        Map<InetSocketAddress, Outcome> found = new LinkedHashMap<>();
        try {
            for (InetSocketAddress address : endpoint.addresses()) {
                found.put(address, look(address, deadline));
            }
        } catch (UnseenException e) {
            return Outcome.error("expected an open port but could not look: " + e.getMessage());
        }
        return Findings.of(found);
    }

    private static Outcome look(InetSocketAddress address, Deadline deadline) {
        String door = address.getAddress().getHostAddress() + " port " + address.getPort();
        // A channel, since an interrupt ends its waiting.
        try (SocketChannel channel = SocketChannel.open()) {
            Socket socket = channel.socket();
            socket.connect(address, deadline.millis(PATIENCE));
            return Outcome.passed("connected to " + door).with("address", door);
        } catch (SocketTimeoutException e) {
            return Outcome.error("expected an open port but " + door + " did not answer in time");
        } catch (ConnectException e) {
            return isRefused(e)
                    ? Outcome.failed("expected an open port but " + door + " refused the connection: nobody listens")
                    : Outcome.error("expected an open port but " + door + " could not be reached: " + e.getMessage());
        } catch (IOException e) {
            return Outcome.error("expected an open port but " + door + " could not be reached: " + e.getMessage());
        }
    }

    static boolean isRefused(ConnectException e) {
        return String.valueOf(e.getMessage()).contains("refused");
    }
}
