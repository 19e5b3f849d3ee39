package dev.checklist.net;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Is an answer of a name server (RFC 1035 section 4.1).
 *
 * @param code the RCODE: 0 is no error, 3 is NXDOMAIN
 * @param isTruncated whether it did not fit into a datagram
 * @param asked the question that it repeats
 * @param records the answers of the types that are looked at
 */
record DnsMessage(int id, int code, boolean isTruncated, String asked, int askedType, List<DnsRecord> records) {
    private static final int RESPONSE = 0x8000;
    private static final int TRUNCATED = 0x0200;
    private static final int RECURSE = 0x0100;
    private static final int INTERNET = 1;
    private static final int LONGEST_NAME = 255;

    /** Says that bytes are no answer. */
    static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1L;

        MalformedException(String why) {
            super(why);
        }
    }

    /** Writes a question. */
    static byte[] question(int id, String name, RecordType type) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int word : new int[] {id, RECURSE, 1, 0, 0, 0}) {
            write(out, word);
        }
        for (String label : name.split("\\.")) {
            byte[] bytes = label.getBytes(StandardCharsets.US_ASCII);
            out.write(bytes.length);
            out.writeBytes(bytes);
        }
        out.write(0);
        write(out, type.number());
        write(out, INTERNET);
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, int word) {
        out.write(word >> 8);
        out.write(word);
    }

    /** Reads an answer, whoever wrote it. */
    static DnsMessage parse(byte[] bytes) throws MalformedException {
        try {
            return parse(ByteBuffer.wrap(bytes));
        } catch (BufferUnderflowException | IllegalArgumentException | UnknownHostException e) {
            throw new MalformedException("it ends in the middle or points outside of itself");
        }
    }

    private static DnsMessage parse(ByteBuffer in) throws MalformedException, UnknownHostException {
        int id = word(in);
        int flags = word(in);
        if ((flags & RESPONSE) == 0 || word(in) != 1) {
            throw new MalformedException("it is not the answer to one question");
        }
        int answers = word(in);
        in.getInt();
        String asked = name(in);
        int askedType = word(in);
        in.getShort(); // the class, which is always the internet
        List<DnsRecord> records = new ArrayList<>();
        for (int i = 0; i < answers && !((flags & TRUNCATED) != 0 && !in.hasRemaining()); i++) {
            record(in, records);
        }
        return new DnsMessage(id, flags & 0xf, (flags & TRUNCATED) != 0, asked, askedType, List.copyOf(records));
    }

    private static void record(ByteBuffer in, List<DnsRecord> records) throws MalformedException, UnknownHostException {
        String owner = name(in);
        int number = word(in);
        int kind = word(in);
        in.getInt(); // how long it may be kept
        int length = word(in);
        int end = in.position() + length;
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        RecordType type = RecordType.of(number).orElse(null);
        if (type != null && kind == INTERNET) {
            records.add(new DnsRecord(owner, type, value(in, type, length)));
        }
        in.position(end);
    }

    private static String value(ByteBuffer in, RecordType type, int length)
            throws MalformedException, UnknownHostException {
        return switch (type) {
            case A, AAAA -> {
                if (length != (type == RecordType.A ? 4 : 16)) {
                    throw new MalformedException("an address has " + length + " bytes");
                }
                byte[] address = new byte[length];
                in.get(address);
                yield InetAddress.getByAddress(address).getHostAddress();
            }
            case CNAME -> name(in);
            case CAA -> {
                int flags = in.get() & 0xff;
                byte[] tag = new byte[in.get() & 0xff];
                if (tag.length + 2 > length) {
                    throw new MalformedException("a CAA record ends in its tag");
                }
                in.get(tag);
                byte[] value = new byte[length - 2 - tag.length];
                in.get(value);
                yield flags + " " + text(tag).toLowerCase(Locale.ROOT) + " " + text(value);
            }
        };
    }

    /** Reads a name; a pointer may lead backwards only, so that there is an end (RFC 1035 section 4.1.4). */
    private static String name(ByteBuffer in) throws MalformedException {
        StringBuilder name = new StringBuilder();
        int back = -1;
        int limit = in.position();
        for (int length = in.get() & 0xff; length != 0; length = in.get() & 0xff) {
            if (length >= 0xc0) {
                int target = (length & 0x3f) << 8 | in.get() & 0xff;
                back = back < 0 ? in.position() : back;
                if (target >= limit) {
                    throw new MalformedException("a name points forwards");
                }
                limit = target;
                in.position(target);
            } else if (length > 0x3f || name.length() + length > LONGEST_NAME) {
                throw new MalformedException("a name is too long");
            } else {
                byte[] label = new byte[length];
                in.get(label);
                name.append(name.isEmpty() ? "" : ".").append(text(label));
            }
        }
        if (back >= 0) {
            in.position(back);
        }
        return name.toString().toLowerCase(Locale.ROOT);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static int word(ByteBuffer in) {
        return in.getShort() & 0xffff;
    }
}
