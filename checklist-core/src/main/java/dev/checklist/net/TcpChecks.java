package dev.checklist.net;

import dev.checklist.Check;

/** Is a port of a host. */
public final class TcpChecks {
    private final Endpoint endpoint;

    TcpChecks(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * Passes when every address of the host takes a connection at the port, which is closed at once. Nobody listening
     * is FAILED, silence is an ERROR: a firewall drops what it does not let through.
     */
    public Check isOpen() {
        return Check.of("tcp is open", endpoint.toString(), "tcp " + endpoint + " is open", new IsOpen(endpoint));
    }
}
