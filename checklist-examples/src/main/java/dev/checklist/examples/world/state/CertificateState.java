package dev.checklist.examples.world.state;

import java.util.List;

/**
 * The one certificate that all sites of the world show.
 *
 * @param hosts whom it is for
 * @param days how long it is valid
 */
public record CertificateState(List<String> hosts, int days) {
    /** Keeps an unmodifiable copy of the hosts. */
    public CertificateState {
        hosts = List.copyOf(hosts);
    }

    /** Is for other hosts. */
    public CertificateState with(List<String> others) {
        return new CertificateState(others, days);
    }

    /** Is valid for so many days. */
    public CertificateState with(int otherDays) {
        return new CertificateState(hosts, otherDays);
    }
}
