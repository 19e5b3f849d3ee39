package dev.checklist.net;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A name server on 127.0.0.1, over UDP and TCP at one port, that knows what it is told. */
final class NameServerStub implements AutoCloseable {
    static final int SERVFAIL = 2;
    static final int NXDOMAIN = 3;
    static final int REFUSED = 5;

    /** What it does with a name. */
    enum Manner {
        PLAIN,
        SILENT,
        TRUNCATED,
        GARBAGE,
        OTHER_ID_FIRST
    }

    /** A record: its owner, its type's number, and its data on the wire. */
    record Entry(String owner, int type, byte[] data) {}

    private final ServerSocket tcp;
    private final DatagramSocket udp;
    private final Map<String, List<Entry>> zone = new ConcurrentHashMap<>();
    private final Map<String, Integer> codes = new ConcurrentHashMap<>();
    private final Map<String, Manner> manners = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    NameServerStub() {
        try {
            InetAddress local = InetAddress.getByName("127.0.0.1");
            tcp = new ServerSocket(0, 50, local);
            udp = new DatagramSocket(tcp.getLocalPort(), local);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::serveUdp);
        daemon(this::serveTcp);
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "name-server-stub");
        thread.setDaemon(true);
        thread.start();
    }

    InetSocketAddress address() {
        return (InetSocketAddress) udp.getLocalSocketAddress();
    }

    NameServerStub a(String name, String... addresses) {
        return addresses(name, 1, addresses);
    }

    NameServerStub aaaa(String name, String... addresses) {
        return addresses(name, 28, addresses);
    }

    private NameServerStub addresses(String name, int type, String... addresses) {
        for (String address : addresses) {
            try {
                add(name, new Entry(name, type, InetAddress.getByName(address).getAddress()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return this;
    }

    /** Makes a name an alias; what it stands for comes along, as a resolver would have it. */
    NameServerStub alias(String name, String target) {
        add(name, new Entry(name, 5, wire(target)));
        zone.getOrDefault(target, List.of()).forEach(entry -> add(name, entry));
        return this;
    }

    NameServerStub caa(String name, int flags, String tag, String value) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.write(flags);
        data.write(tag.length());
        data.writeBytes(tag.getBytes(StandardCharsets.US_ASCII));
        data.writeBytes(value.getBytes(StandardCharsets.US_ASCII));
        add(name, new Entry(name, 257, data.toByteArray()));
        return this;
    }

    NameServerStub code(String name, int code) {
        codes.put(name, code);
        return this;
    }

    NameServerStub manner(String name, Manner manner) {
        manners.put(name, manner);
        return this;
    }

    private void add(String name, Entry entry) {
        zone.computeIfAbsent(name, any -> new CopyOnWriteArrayList<>()).add(entry);
    }

    /** The questions so far, such as {@code udp A shop.example}. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void serveUdp() {
        byte[] buffer = new byte[4096];
        while (!udp.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                udp.receive(packet);
                byte[] question = Arrays.copyOf(packet.getData(), packet.getLength());
                for (byte[] answer : answers(question, "udp")) {
                    udp.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (IOException e) {
                if (!udp.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serveTcp() {
        while (!tcp.isClosed()) {
            try (Socket socket = tcp.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                byte[] question = new byte[in.readUnsignedShort()];
                in.readFully(question);
                DataOutputStream out = new DataOutputStream(socket.getOutputStream());
                for (byte[] answer : answers(question, "tcp")) {
                    out.writeShort(answer.length);
                    out.write(answer);
                }
            } catch (IOException e) {
                if (!tcp.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private List<byte[]> answers(byte[] question, String over) {
        StringBuilder name = new StringBuilder();
        int at = 12;
        while (question[at] != 0) {
            name.append(name.isEmpty() ? "" : ".")
                    .append(new String(question, at + 1, question[at], StandardCharsets.US_ASCII));
            at += question[at] + 1;
        }
        int type = (question[at + 1] & 0xff) << 8 | question[at + 2] & 0xff;
        asked.add(over + " " + type + " " + name);
        Manner manner = manners.getOrDefault(name.toString(), Manner.PLAIN);
        byte[] head = Arrays.copyOf(question, at + 5);
        byte[] whole = answer(head, name.toString(), type, manner == Manner.TRUNCATED && over.equals("udp"));
        return switch (manner) {
            case PLAIN, TRUNCATED -> List.of(whole);
            case SILENT -> List.of();
            case GARBAGE -> List.of(new byte[] {whole[0], whole[1], (byte) 0x81, (byte) 0x80, 0, 1, 0, 9, 7});
            case OTHER_ID_FIRST -> {
                byte[] forged = whole.clone();
                forged[0] ^= 0x55;
                yield List.of(forged, whole);
            }
        };
    }

    private byte[] answer(byte[] head, String name, int type, boolean truncated) {
        List<Entry> known = new ArrayList<>();
        String wildcard = "*" + name.substring(Math.max(0, name.indexOf('.')));
        List<Entry> here = zone.getOrDefault(name, zone.get(wildcard));
        int code = codes.getOrDefault(name, here == null ? NXDOMAIN : 0);
        if (!truncated && code == 0 && here != null) {
            here.stream()
                    .filter(entry -> entry.type() == type || entry.type() == 5)
                    .forEach(known::add);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head);
        for (Entry entry : known) {
            // a name that was asked for is written as a pointer to the question, as servers do
            out.writeBytes(
                    entry.owner().equals(name) || entry.owner().equals(wildcard)
                            ? new byte[] {(byte) 0xc0, 12}
                            : wire(entry.owner()));
            out.writeBytes(new byte[] {(byte) (entry.type() >> 8), (byte) entry.type(), 0, 1, 0, 0, 0, 60});
            out.writeBytes(new byte[] {(byte) (entry.data().length >> 8), (byte) entry.data().length});
            out.writeBytes(entry.data());
        }
        byte[] answer = out.toByteArray();
        answer[2] = (byte) (0x81 | (truncated ? 2 : 0));
        answer[3] = (byte) (0x80 | code);
        answer[6] = (byte) (known.size() >> 8);
        answer[7] = (byte) known.size();
        return answer;
    }

    private static byte[] wire(String name) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String label : name.split("\\.")) {
            out.write(label.length());
            out.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
        }
        out.write(0);
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        udp.close();
        tcp.close();
    }
}
