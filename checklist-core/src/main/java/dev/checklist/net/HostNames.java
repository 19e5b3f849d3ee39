package dev.checklist.net;

import java.net.IDN;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Knows which hosts a certificate is for: its subject alternative names only, never its common name (RFC 6125). */
final class HostNames {
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    private HostNames() {}

    /** Returns the names and addresses in a certificate. */
    static List<String> in(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> all = certificate.getSubjectAlternativeNames();
            for (List<?> name : all == null ? List.<List<?>>of() : all) {
                if (name.size() > 1
                        && name.get(0) instanceof Integer kind
                        && (kind == DNS_NAME || kind == IP_ADDRESS)
                        && name.get(1) instanceof String text) {
                    names.add(kind == IP_ADDRESS ? address(text) : text.toLowerCase(Locale.ROOT));
                }
            }
        } catch (CertificateParsingException e) {
            return List.of();
        }
        return names;
    }

    private static String address(String text) {
        return Host.isAddress(text) ? IpAddress.normal(text) : text;
    }

    /** Tells whether a certificate is for a host; a wildcard stands for exactly one label, the first. */
    static boolean cover(X509Certificate certificate, String host) {
        if (Host.isAddress(host)) {
            return in(certificate).contains(IpAddress.normal(host));
        }
        String name = host.toLowerCase(Locale.ROOT);
        int dot = name.indexOf('.');
        String wildcard = dot < 0 ? "" : "*" + name.substring(dot);
        return in(certificate).stream()
                .map(HostNames::ascii)
                .anyMatch(one ->
                        one.equals(name) || one.equals(wildcard) && wildcard.indexOf('.') != wildcard.lastIndexOf('.'));
    }

    private static String ascii(String name) {
        try {
            return name.startsWith("*.") ? "*." + IDN.toASCII(name.substring(2)) : IDN.toASCII(name);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }
}
