package dev.checklist.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Is a host and a port to connect to. */
record Endpoint(String host, int port) {
    private static final int MOST_ADDRESSES = 16;

    /** Returns every address that this machine's resolver gives for the host: each may behave in its own way. */
    List<InetSocketAddress> addresses() throws UnseenException {
        InetAddress[] all;
        try {
            all = InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new UnseenException("the name " + host + " was not resolved (DNS)");
        }
        if (all.length > MOST_ADDRESSES) {
            throw new UnseenException(host + " has " + all.length + " addresses, more than " + MOST_ADDRESSES);
        }
        return Arrays.stream(all)
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
