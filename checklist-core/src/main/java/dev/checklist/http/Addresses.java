package dev.checklist.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Looks at every address of a host, since the client connects to the first one only. */
@FunctionalInterface
interface Addresses {
    /** Returns every address and port that the host of an address has. */
    List<InetSocketAddress> of(Address address) throws UnknownHostException;

    /** Asks the resolver of this machine. */
    static List<InetSocketAddress> resolved(Address address) throws UnknownHostException {
        return Arrays.stream(InetAddress.getAllByName(address.host()))
                .map(one -> new InetSocketAddress(one, address.port()))
                .toList();
    }

    /** Says what speaks against it that a port is closed; empty if every address of the host refuses connections. */
    default Optional<String> doubtClosed(Address address, Deadline deadline) {
        try {
            for (InetSocketAddress one : of(address)) {
                Optional<String> doubt = look(one, deadline);
                if (doubt.isPresent()) {
                    return doubt;
                }
            }
            return Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.of("the name " + address.host() + " was not resolved again");
        }
    }

    private static Optional<String> look(InetSocketAddress address, Deadline deadline) {
        String shown = address.getAddress().getHostAddress() + " port " + address.getPort();
        try (Socket socket = new Socket()) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline.nanos());
            socket.connect(address, (int) Math.min(HttpChecks.CONNECT_TIMEOUT.toMillis(), Math.max(1, left)));
            return Optional.of(shown + " takes connections");
        } catch (IOException e) {
            boolean refused = e instanceof ConnectException
                    && String.valueOf(e.getMessage()).contains("refused");
            return refused ? Optional.empty() : Optional.of(shown + " could not be asked: " + e.getMessage());
        }
    }
}
