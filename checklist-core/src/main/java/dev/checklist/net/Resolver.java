package dev.checklist.net;

import dev.checklist.net.DnsMessage.MalformedException;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Asks name servers directly: without hosts file, search path and the cache of the Java machine, which would hide
 * whether a name is absent or could not be looked up.
 *
 * @param servers asked in turn until one knows an answer
 */
record Resolver(Supplier<List<InetSocketAddress>> servers) {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int ROUNDS = 2;
    private static final int LARGEST_DATAGRAM = 4096;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Asks one question; the answer is UNKNOWN if nobody knew one in time. */
    DnsAnswer ask(String name, RecordType type, Deadline deadline) {
        List<InetSocketAddress> all = servers.get();
        DnsAnswer last = DnsAnswer.unknown("none", "could not be asked for: this machine has no name server set");
        for (int round = 0; round < ROUNDS; round++) {
            for (InetSocketAddress server : all) {
                last = deadline.isOver() ? last : ask(server, name, type, deadline);
                if (last.kind() != DnsAnswer.Kind.UNKNOWN) {
                    return last;
                }
            }
        }
        return last;
    }

    private static DnsAnswer ask(InetSocketAddress server, String name, RecordType type, Deadline deadline) {
        String shown = server.getAddress().getHostAddress() + (server.getPort() == 53 ? "" : ":" + server.getPort());
        try {
            DnsMessage message = overUdp(server, name, type, deadline);
            return DnsAnswer.of(
                    shown, name, type, message.isTruncated() ? overTcp(server, name, type, deadline) : message);
        } catch (SocketTimeoutException e) {
            return DnsAnswer.unknown(shown, "did not answer in time");
        } catch (PortUnreachableException e) {
            return DnsAnswer.unknown(shown, "could not be reached: nobody listens there");
        } catch (MalformedException e) {
            return DnsAnswer.unknown(shown, "gave an answer that cannot be read: " + e.getMessage());
        } catch (IOException e) {
            return DnsAnswer.unknown(
                    shown, "could not be reached: " + e.getClass().getSimpleName());
        }
    }

    private static DnsMessage overUdp(InetSocketAddress server, String name, RecordType type, Deadline deadline)
            throws IOException, MalformedException {
        int id = RANDOM.nextInt(1 << 16);
        byte[] question = DnsMessage.question(id, name, type);
        // A channel, since an interrupt ends its waiting.
        try (DatagramChannel channel = DatagramChannel.open()) {
            channel.connect(server);
            channel.write(ByteBuffer.wrap(question));
            DatagramSocket socket = channel.socket();
            DatagramPacket packet = new DatagramPacket(new byte[LARGEST_DATAGRAM], LARGEST_DATAGRAM);
            Deadline ours = new Deadline(Math.min(
                    deadline.end(),
                    System.nanoTime()
                            + Duration.ofMillis(deadline.millis(PATIENCE)).toNanos()));
            while (true) {
                socket.setSoTimeout(ours.millis(PATIENCE));
                socket.receive(packet);
                DnsMessage message = DnsMessage.parse(Arrays.copyOf(packet.getData(), packet.getLength()));
                if (isAnswer(message, id, name, type)) {
                    return message;
                }
                if (ours.isOver()) {
                    throw new SocketTimeoutException("only answers to other questions came");
                }
            }
        }
    }

    private static DnsMessage overTcp(InetSocketAddress server, String name, RecordType type, Deadline deadline)
            throws IOException, MalformedException {
        int id = RANDOM.nextInt(1 << 16);
        byte[] question = DnsMessage.question(id, name, type);
        try (SocketChannel channel = SocketChannel.open()) {
            Socket socket = channel.socket();
            socket.connect(server, deadline.millis(PATIENCE));
            socket.setSoTimeout(deadline.millis(PATIENCE));
            OutputStream out = socket.getOutputStream();
            byte[] framed = ByteBuffer.allocate(question.length + 2)
                    .putShort((short) question.length)
                    .put(question)
                    .array();
            out.write(framed);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            byte[] answer = new byte[in.readUnsignedShort()];
            in.readFully(answer);
            DnsMessage message = DnsMessage.parse(answer);
            if (!isAnswer(message, id, name, type) || message.isTruncated()) {
                throw new MalformedException("it answers another question, or not to the end");
            }
            return message;
        }
    }

    private static boolean isAnswer(DnsMessage message, int id, String name, RecordType type) {
        return message.id() == id
                && message.askedType() == type.number()
                && message.asked().equals(name);
    }
}
