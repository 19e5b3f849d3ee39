package dev.checklist.k8s.tls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads IP addresses from their text, without ever asking a name server. */
final class Addresses {
    private static final Pattern IPV4 =
            Pattern.compile("(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private Addresses() {}

    /** Returns the bytes of an address; none if the text is none. */
    static Optional<List<Integer>> bytes(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            byte[] bytes = InetAddress.getByName(text).getAddress();
            return Optional.of(IntStream.range(0, bytes.length)
                    .mapToObj(i -> (int) bytes[i])
                    .toList());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
