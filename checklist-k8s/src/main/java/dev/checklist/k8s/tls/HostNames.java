package dev.checklist.k8s.tls;

import java.net.IDN;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Matches hosts with the subject alternative names of a certificate (RFC 6125); its common name does not count. */
final class HostNames {
    private static final int DNS = 2;
    private static final int ADDRESS = 7;
    private static final Pattern IP = Pattern.compile("[0-9.]+|.*:.*");

    private HostNames() {}

    /** Writes a host as certificates do: in lower case, in ASCII, without the dot of the root. */
    static String ascii(String host) {
        String plain = host.replaceFirst("\\.$", "");
        return plain.contains(":")
                ? plain.toLowerCase(Locale.ROOT)
                : IDN.toASCII(plain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    }

    /** Returns the hosts that no name covers. */
    static List<String> uncovered(X509Certificate leaf, Collection<String> hosts) {
        return hosts.stream().filter(host -> !isCovered(leaf, ascii(host))).toList();
    }

    private static boolean isCovered(X509Certificate leaf, String host) {
        boolean isAddress = IP.matcher(host).matches();
        return names(leaf).stream().anyMatch(name -> {
            int type = (Integer) name.get(0);
            String value = String.valueOf(name.get(1)).toLowerCase(Locale.ROOT);
            return isAddress ? type == ADDRESS && isSameAddress(value, host) : type == DNS && covers(value, host);
        });
    }

    private static Collection<List<?>> names(X509Certificate leaf) {
        try {
            Collection<List<?>> names = leaf.getSubjectAlternativeNames();
            return names == null ? List.of() : names;
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    /** A star stands for one label, the left-most, and covers neither the bare domain nor deeper names. */
    private static boolean covers(String name, String host) {
        if (!name.startsWith("*.") || host.startsWith("*.")) {
            return name.equals(host);
        }
        int dot = host.indexOf('.');
        return dot > 0 && name.indexOf('.', 2) > 0 && host.substring(dot).equals(name.substring(1));
    }

    private static boolean isSameAddress(String name, String host) {
        return Addresses.bytes(name).isPresent() && Addresses.bytes(name).equals(Addresses.bytes(host));
    }
}
