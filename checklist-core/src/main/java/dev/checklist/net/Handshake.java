package dev.checklist.net;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Is what a server showed in one TLS handshake.
 *
 * @param protocol such as TLSv1.3
 * @param chain its certificate, then those that it sent along, valid or not; never empty
 */
record Handshake(String protocol, List<X509Certificate> chain) {
    X509Certificate leaf() {
        return chain.get(0);
    }
}
