package dev.checklist.examples.world.server;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A name server (RFC 1035) on a loopback port, over UDP and TCP, that knows the addresses of a state. */
public final class NameServer implements Listening {
    private static final int HEADER = 12;
    private static final int TYPE_A = 1;
    private static final int NO_SUCH_NAME = 3;

    private final ServerSocket tcp;
    private final DatagramSocket udp;
    private volatile Map<String, List<String>> names;

    private NameServer(ServerSocket tcp, DatagramSocket udp, Map<String, List<String>> names) {
        this.tcp = tcp;
        this.udp = udp;
        this.names = names;
    }

    /**
     * Starts one that knows these names.
     *
     * @throws IOException if there is no port that is free for both
     */
    public static NameServer start(Map<String, List<String>> names) throws IOException {
        ServerSocket tcp = new ServerSocket(0, 50, Loopback.ADDRESS);
        NameServer server;
        try {
            server = new NameServer(tcp, new DatagramSocket(tcp.getLocalPort(), Loopback.ADDRESS), names);
        } catch (SocketException e) {
            tcp.close();
            throw e;
        }
        daemon(server::serveUdp);
        daemon(server::serveTcp);
        return server;
    }

    /** Knows these names from now on, and no others. */
    public void become(Map<String, List<String>> others) {
        names = others;
    }

    @Override
    public int port() {
        return tcp.getLocalPort();
    }

    private void serveUdp() {
        byte[] buffer = new byte[512];
        while (!udp.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                udp.receive(packet);
                byte[] answer = answer(Arrays.copyOf(packet.getData(), packet.getLength()));
                udp.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException e) {
                unlessClosed(e);
            }
        }
    }

    private void serveTcp() {
        while (!tcp.isClosed()) {
            try (Socket socket = tcp.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                byte[] question = new byte[in.readUnsignedShort()];
                in.readFully(question);
                byte[] answer = answer(question);
                DataOutputStream out = new DataOutputStream(socket.getOutputStream());
                out.writeShort(answer.length);
                out.write(answer);
            } catch (IOException e) {
                unlessClosed(e);
            }
        }
    }

    private void unlessClosed(IOException e) {
        boolean isHungUp = e instanceof EOFException; // somebody who only looked whether the port is open
        if (!tcp.isClosed() && !isHungUp) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] answer(byte[] question) throws IOException {
        StringBuilder name = new StringBuilder();
        int at = HEADER;
        for (; question[at] != 0; at += question[at] + 1) {
            name.append(name.isEmpty() ? "" : ".")
                    .append(new String(question, at + 1, question[at], StandardCharsets.US_ASCII));
        }
        int type = (question[at + 1] & 0xff) << 8 | question[at + 2] & 0xff;
        List<String> known = names.getOrDefault(name.toString(), List.of());
        List<String> addresses = type == TYPE_A ? known : List.of();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(question, 0, at + 5);
        for (String address : addresses) {
            // the name as a pointer to the question, its type and class, a minute to live, four bytes
            out.writeBytes(new byte[] {(byte) 0xc0, HEADER, 0, TYPE_A, 0, 1, 0, 0, 0, 60, 0, 4});
            out.writeBytes(InetAddress.getByName(address).getAddress());
        }
        byte[] answer = out.toByteArray();
        answer[2] = (byte) 0x81;
        answer[3] = (byte) (0x80 | (known.isEmpty() ? NO_SUCH_NAME : 0));
        answer[7] = (byte) addresses.size();
        Arrays.fill(answer, 8, HEADER, (byte) 0); // no further sections, whatever the question had
        return answer;
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "world-names");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        tcp.close();
        udp.close();
    }
}
