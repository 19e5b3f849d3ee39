package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.Outcome;
import dev.checklist.k8s.tls.JdkRoots;
import dev.checklist.k8s.tls.ServerCertificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Has the checks of one Secret that holds a certificate and its private key, which never leaves the probe. */
public final class TlsSecretChecks {
    private static final Pattern HOST = Pattern.compile(
            "(\\*\\.)?[\\p{L}\\p{N}]([-.\\p{L}\\p{N}]{0,251}[\\p{L}\\p{N}])?\\.?|[0-9a-fA-F.]*(:[0-9a-fA-F.]*){2,}");

    private final Place place;

    TlsSecretChecks(Place place) {
        this.place = place;
    }

    /**
     * Passes when the Secret is of the type {@code kubernetes.io/tls} and its certificate serves these hosts now and so
     * much longer.
     *
     * <p>The first certificate of {@code tls.crt}, the leaf, covers every host by a subject alternative name (a star
     * stands for the left-most label; its common name does not count); it and what signed it are valid now and to the
     * end of that time; each is signed by the next up to a root of the Java runtime, of {@code ca.crt} or of its own;
     * and {@code tls.key}, unencrypted in PKCS#8, PKCS#1 or SEC 1, is the leaf's. Whether clients trust a root that the
     * Java runtime does not know is a warning.
     *
     * @param left how long it must still be valid, such as 21 days
     * @param host a name, an address, or a name with a star, which is covered by the same name with a star only
     */
    public Check isValidFor(Duration left, String host, String... moreHosts) {
        if (left == null || left.isNegative() || left.isZero()) {
            throw new IllegalArgumentException("the time left is " + left + ": expected a duration above zero");
        }
        List<String> hosts = hosts(host, moreHosts);
        return place.check(
                ResourceType.SECRET,
                "is valid for hosts",
                "holds a certificate for " + String.join(", ", hosts) + " valid for " + days(left),
                new IsValidFor(place, left, hosts));
    }

    private static String days(Duration left) {
        return left.equals(Duration.ofDays(left.toDays())) ? left.toDays() + " days" : left.toString();
    }

    private static List<String> hosts(@Nullable String first, String... more) {
        List<String> hosts = new ArrayList<>();
        hosts.add(host(first));
        for (String each : more) {
            hosts.add(host(each));
        }
        return List.copyOf(hosts);
    }

    private static String host(@Nullable String host) {
        if (host == null || !HOST.matcher(host).matches() || host.contains("..")) {
            throw new IllegalArgumentException("the host is " + (host == null ? "null" : "\"" + host + "\"")
                    + ": expected a name or an address without scheme and port");
        }
        return host;
    }

    record IsValidFor(Place place, Duration left, List<String> hosts) implements SecretProbe {
        private static final String TYPE = "kubernetes.io/tls";

        @Override
        public Outcome judge(SecretData data, Reader reader) throws Exception {
            if (!data.type().equals(TYPE)) {
                return Outcome.failed("expected the type " + TYPE + " but found "
                        + (data.type().isEmpty() ? "none" : data.type()));
            }
            String authority = data.keys().contains("ca.crt") ? data.text("ca.crt") : "";
            return new ServerCertificate(data.text("tls.crt"), data.text("tls.key"), authority)
                    .judge(hosts, left, reader.now(), JdkRoots.read());
        }
    }
}
