package dev.checklist.net;

import dev.checklist.Outcome;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;

/** Offers a server an old protocol and nothing else, and sees what it says. */
record OldHandshake(String protocol, int version) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int TLS_1_2 = 0x0303;
    private static final int INTERNAL_ERROR = 80;

    /** The alerts by which a server declines what it was offered; others, such as an internal error, say nothing. */
    private static final Map<Integer, String> REFUSALS =
            Map.of(40, "handshake_failure", 70, "protocol_version", 71, "insufficient_security");

    Outcome at(InetSocketAddress address, String host, Deadline deadline) throws InterruptedException {
        // A channel, since an interrupt ends its waiting.
        try (SocketChannel channel = SocketChannel.open()) {
            Socket socket = channel.socket();
            socket.connect(address, deadline.millis(PATIENCE));
            socket.setSoTimeout(deadline.millis(PATIENCE));
            socket.getOutputStream().write(new ClientHello(version, host).bytes());
            return judge(ServerReaction.read(socket.getInputStream()));
        } catch (UnseenException e) {
            return unseen("the server " + e.getMessage());
        } catch (SocketTimeoutException e) {
            return unseen("the server did not answer in time");
        } catch (ClosedByInterruptException e) {
            throw new InterruptedException();
        } catch (IOException e) {
            return unseen("the connection broke off: " + e.getMessage());
        }
    }

    private Outcome judge(ServerReaction reaction) {
        if (reaction.version() != 0) {
            return reaction.version() < TLS_1_2
                    ? Outcome.failed("expected " + protocol + " to be refused but the server agreed to it")
                    : Outcome.passed("the server insists on a newer protocol than " + protocol);
        }
        if (reaction.alert() == INTERNAL_ERROR) {
            return unseen("the server answered with an internal error (alert 80), as OpenSSL 3 does where " + protocol
                    + " is switched on but too weak for its security level: switch it off (nginx: ssl_protocols)");
        }
        String refusal = REFUSALS.get(reaction.alert());
        return refusal == null
                ? unseen("the server answered with alert " + reaction.alert() + ", which is no refusal of a protocol")
                : Outcome.passed(protocol + " refused with " + refusal);
    }

    private Outcome unseen(String why) {
        return Outcome.error("expected " + protocol + " to be refused but could not look: " + why);
    }
}
