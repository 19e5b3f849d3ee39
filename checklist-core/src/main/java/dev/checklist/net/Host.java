package dev.checklist.net;

import java.net.IDN;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Accepts the names of hosts, in the spelling that goes over the wire: lower case, A-labels, no last dot. */
final class Host {
    private static final int LONGEST = 253;
    private static final Pattern LABEL = Pattern.compile("[a-z0-9_]([-a-z0-9_]{0,61}[a-z0-9_])?");
    private static final Pattern DIGITS_AND_DOTS = Pattern.compile("[0-9.]+");

    private Host() {}

    /** Accepts a name, as it is asked of a name server. */
    static String name(String argument, @Nullable String name) {
        if (name == null || name.isBlank()) {
            throw refused(argument, name);
        }
        String ascii;
        try {
            ascii = IDN.toASCII(name.strip().replaceFirst("\\.$", "")).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw refused(argument, name);
        }
        boolean isName = ascii.length() <= LONGEST
                && !DIGITS_AND_DOTS.matcher(ascii).matches()
                && Arrays.stream(ascii.split("\\.", -1))
                        .allMatch(label -> LABEL.matcher(label).matches());
        if (!isName) {
            throw refused(argument, name);
        }
        return ascii;
    }

    /** Accepts a name or an address, as it is connected to. */
    static String nameOrAddress(String argument, @Nullable String host) {
        return host != null && isAddress(host.strip()) ? host.strip() : name(argument, host);
    }

    static boolean isAddress(String text) {
        return text.indexOf(':') >= 0 && text.matches("[0-9a-fA-F:.]+(%\\w+)?")
                || text.matches("(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");
    }

    static int port(int port) {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port is " + port + ": expected between 1 and 65535");
        }
        return port;
    }

    private static IllegalArgumentException refused(String argument, @Nullable String name) {
        return new IllegalArgumentException(argument + " is " + (name == null ? "null" : "\"" + name + "\"")
                + ": expected a host name such as shop.example, without scheme, port and path");
    }
}
