package dev.checklist.net;

import dev.checklist.Check;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Is a server that speaks TLS from the first byte, such as HTTPS.
 *
 * <p>Every address of the host is asked, with the host's name (SNI), since each may show another certificate; a line
 * passes only if all do well. A certificate that nobody would accept is FAILED with the reason: expired, not yet valid,
 * for another host, self-signed, from a staging issuer, an incomplete chain, or the fake certificate of ingress-nginx.
 * A server that could not be reached, or is silent, is an ERROR.
 */
public final class TlsChecks {
    private static final List<String> PROTOCOLS = List.of("TLSv1.2", "TLSv1.3");

    private final Endpoint endpoint;
    private final Anchors anchors;

    TlsChecks(Endpoint endpoint, Anchors anchors) {
        this.endpoint = endpoint;
        this.anchors = anchors;
    }

    /** Passes when the certificate is for the host, valid now, and leads to a trusted authority (RFC 5280). */
    public Check isTrusted() {
        return check("is trusted", "shows a trusted certificate", "a trusted certificate", Judge.TRUSTED);
    }

    /**
     * Passes when the trusted certificate is for all these hosts besides the one that is connected to.
     *
     * @throws IllegalArgumentException if one is no host name or address
     */
    public Check covers(String first, String... more) {
        List<String> hosts = new ArrayList<>(List.of(Host.nameOrAddress("host", first)));
        for (String host : more) {
            hosts.add(Host.nameOrAddress("host", host));
        }
        String all = String.join(", ", hosts);
        return check(
                "covers hosts", "shows a certificate for " + all, "a certificate for " + all, new Judge.Covers(hosts));
    }

    /**
     * Passes when the trusted certificate, and all above it, stay valid at least so long.
     *
     * @throws IllegalArgumentException if the time is not positive
     */
    public Check isValidFor(Duration least) {
        if (least == null || least.isZero() || least.isNegative()) {
            throw new IllegalArgumentException("least is " + least + ": expected more than zero, such as 21 days");
        }
        String words = Judge.shown(least);
        return check(
                "is valid for",
                "shows a certificate that is valid for " + words,
                "a certificate valid for " + words,
                new Judge.ValidFor(least));
    }

    /**
     * Passes when the trusted certificate is not overdue for renewal, whatever its lifetime: FAILED when at most 7 days
     * or a tenth of its lifetime are left, whichever is shorter; a warning at 21 days or a third.
     */
    public Check isRenewedInTime() {
        return check(
                "is renewed in time",
                "shows a certificate that was renewed in time",
                "a certificate that was renewed in time",
                Judge.RENEWED);
    }

    /** Passes when the keys and signatures of the trusted chain are of today: RSA 2048 or EC 256 and up, no SHA-1. */
    public Check hasStrongKeys() {
        return check("has strong keys", "shows strong keys", "strong keys and signatures", Judge.STRONG);
    }

    /**
     * Passes when the server, offered TLS 1.2 and 1.3, picks this protocol or a newer one.
     *
     * @param protocol {@code TLSv1.2} or {@code TLSv1.3}
     */
    public Check speaksAtLeast(String protocol) {
        if (protocol == null || !PROTOCOLS.contains(protocol)) {
            throw new IllegalArgumentException("protocol is " + protocol + ": expected one of " + PROTOCOLS);
        }
        return check(
                "speaks a protocol",
                "speaks at least " + protocol,
                "a handshake with at least " + protocol,
                new Judge.Speaks(PROTOCOLS.subList(PROTOCOLS.indexOf(protocol), PROTOCOLS.size())));
    }

    /**
     * Passes when the server declines TLS 1.0 and 1.1 by an alert of its own and speaks a newer protocol. Java does not
     * speak the old ones, so they are offered by hand. A server that hangs up without an alert is an ERROR.
     */
    public Check refusesOldProtocols() {
        return Check.of(
                "tls refuses old protocols",
                endpoint.toString(),
                "tls " + endpoint + " refuses TLS 1.0 and 1.1",
                new RefusesOldProtocols(endpoint));
    }

    private Check check(String predicate, String words, String expected, Judge judge) {
        return Check.of(
                "tls " + predicate,
                endpoint.toString(),
                "tls " + endpoint + " " + words,
                new ShowsCertificate(endpoint, anchors, expected, judge));
    }
}
