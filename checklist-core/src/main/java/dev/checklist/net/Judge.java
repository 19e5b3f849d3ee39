package dev.checklist.net;

import dev.checklist.Outcome;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Judges what a server showed, once it is known that its certificate would be accepted; pure. */
interface Judge {
    Outcome of(Handshake handshake, Trust trust, Instant now, String but);

    /** Asks for nothing more. */
    Judge TRUSTED = (handshake, trust, now, but) ->
            Outcome.passed("trusted until " + trust.expiry() + ", issued by " + issuer(handshake));

    /** Looks at what is left against the lifetime, since some certificates live for days only. */
    Judge RENEWED = (handshake, trust, now, but) -> {
        X509Certificate leaf = handshake.leaf();
        Duration life = Duration.between(
                leaf.getNotBefore().toInstant(), leaf.getNotAfter().toInstant());
        Duration left = Duration.between(now, trust.expiry());
        Duration late = shorter(Duration.ofDays(7), life.dividedBy(10));
        Duration soon = shorter(Duration.ofDays(21), life.dividedBy(3));
        String words = shown(left) + " of " + shown(life) + " are left";
        if (left.compareTo(late) <= 0) {
            return Outcome.failed(but + words);
        }
        Outcome passed = Outcome.passed(words);
        return left.compareTo(soon) <= 0 ? passed.warning("renewal is due: " + words) : passed;
    };

    /** Looks at every key and signature on the path; the trusted authority's own are of its own choice. */
    Judge STRONG = (handshake, trust, now, but) -> {
        for (X509Certificate member : trust.path()) {
            Optional<String> weakness = weakness(member);
            if (weakness.isPresent()) {
                return Outcome.failed(
                        but + "that of " + member.getSubjectX500Principal().getName() + " " + weakness.get());
            }
        }
        X509Certificate leaf = handshake.leaf();
        return Outcome.passed(bits(leaf.getPublicKey()) + ", signed with " + leaf.getSigAlgName());
    };

    /** Asks that the certificate is for more hosts. */
    record Covers(List<String> hosts) implements Judge {
        @Override
        public Outcome of(Handshake handshake, Trust trust, Instant now, String but) {
            List<String> missing = hosts.stream()
                    .filter(host -> !HostNames.cover(handshake.leaf(), host))
                    .toList();
            String names = String.join(", ", HostNames.in(handshake.leaf()));
            return missing.isEmpty()
                    ? Outcome.passed("it is for " + names)
                    : Outcome.failed(but + "it is not for " + String.join(", ", missing) + ", only for " + names);
        }
    }

    /** Asks that it does not expire too soon. */
    record ValidFor(Duration least) implements Judge {
        @Override
        public Outcome of(Handshake handshake, Trust trust, Instant now, String but) {
            String words = "valid until " + trust.expiry() + ", for " + shown(Duration.between(now, trust.expiry()));
            return now.plus(least).isAfter(trust.expiry())
                    ? Outcome.failed(but + "it is " + words)
                    : Outcome.passed(words);
        }
    }

    /** Asks for a protocol. */
    record Speaks(List<String> protocols) implements Judge {
        @Override
        public Outcome of(Handshake handshake, Trust trust, Instant now, String but) {
            return protocols.contains(handshake.protocol())
                    ? Outcome.passed("picked " + handshake.protocol())
                    : Outcome.failed(but + "it picked " + handshake.protocol());
        }
    }

    private static Optional<String> weakness(X509Certificate certificate) {
        String signature = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        if (signature.contains("SHA1") || signature.contains("MD5") || signature.contains("MD2")) {
            return Optional.of("is signed with " + certificate.getSigAlgName());
        }
        PublicKey key = certificate.getPublicKey();
        boolean weak = key instanceof RSAKey rsa && rsa.getModulus().bitLength() < 2048
                || key instanceof ECKey ec
                        && ec.getParams().getCurve().getField().getFieldSize() < 256
                || key.getAlgorithm().equals("DSA");
        return weak ? Optional.of("has a key of " + bits(key)) : Optional.empty();
    }

    private static String bits(PublicKey key) {
        String bits = key instanceof RSAKey rsa
                ? " " + rsa.getModulus().bitLength()
                : key instanceof ECKey ec
                        ? " " + ec.getParams().getCurve().getField().getFieldSize()
                        : "";
        return key.getAlgorithm() + bits;
    }

    private static String issuer(Handshake handshake) {
        return handshake.leaf().getIssuerX500Principal().getName();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Words a time in days, or hours where it is short. */
    static String shown(Duration time) {
        return time.toDays() >= 2
                ? time.toDays() + " days"
                : time.toHours() >= 2 ? time.toHours() + " hours" : time.toMinutes() + " minutes";
    }
}
