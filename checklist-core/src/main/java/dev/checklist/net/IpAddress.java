package dev.checklist.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Brings IP addresses into one spelling, and tells public from private ones. */
final class IpAddress {
    private IpAddress() {}

    /** Returns the same address in the spelling of all others; the text must be an address. */
    static String normal(String text) {
        return parse(text).getHostAddress();
    }

    /** Tells whether an address is one that the internet does not lead to. */
    static boolean isPrivate(String text) {
        InetAddress address = parse(text);
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean shared = bytes.length == 4 && first == 100 && second >= 64 && second < 128; // RFC 6598
        boolean uniqueLocal = address instanceof Inet6Address && (first & 0xfe) == 0xfc; // RFC 4193
        return address.isSiteLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || shared
                || uniqueLocal
                || bytes.length == 4 && first == 0;
    }

    private static InetAddress parse(String text) {
        if (!Host.isAddress(text)) {
            throw new IllegalArgumentException("\"" + text + "\" is no IP address");
        }
        try {
            return InetAddress.getByName(text); // of a literal, which is not looked up
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no IP address", e);
        }
    }
}
