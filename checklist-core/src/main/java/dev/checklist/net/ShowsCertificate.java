package dev.checklist.net;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at what each address of a host shows in a handshake, once for all lines that ask now. */
record ShowsCertificate(Endpoint endpoint, Anchors anchors, String expected, Judge judge) implements Probe {
    private record Key(Endpoint endpoint) {}

    /** Is what one address showed, or why it showed nothing. */
    private record Sight(
            InetSocketAddress address, @Nullable Handshake handshake, String unseen) {}

    @Override
    public Outcome evaluate(CheckContext context) throws Exception {
        Instant now = context.now();
        Map<InetSocketAddress, Outcome> found = new LinkedHashMap<>();
        try {
            for (Sight sight : sights(context)) {
                Handshake handshake = sight.handshake();
                found.put(
                        sight.address(),
                        handshake == null
                                ? Outcome.error(but() + "could not look: " + sight.unseen())
                                : judged(handshake, now));
            }
        } catch (UnseenException e) {
            return Outcome.error(but() + "could not look: " + e.getMessage());
        }
        return Findings.of(found);
    }

    private List<Sight> sights(CheckContext context) throws Exception {
        return context.shared(new Key(endpoint), () -> {
            Deadline deadline = Deadline.within(context.remaining());
            List<Sight> sights = new ArrayList<>();
            for (InetSocketAddress address : endpoint.addresses()) {
                try {
                    sights.add(new Sight(address, TlsLook.at(address, endpoint.host(), deadline), ""));
                } catch (UnseenException e) {
                    sights.add(new Sight(address, null, String.valueOf(e.getMessage())));
                }
            }
            return List.copyOf(sights);
        });
    }

    private Outcome judged(Handshake handshake, Instant now) {
        Trust trust = Trust.of(handshake, endpoint.host(), anchors, now);
        Outcome outcome = trust.problem()
                .map(problem -> Outcome.failed(but() + problem))
                .orElseGet(() -> judge.of(handshake, trust, now, but()));
        return outcome.with("protocol", handshake.protocol())
                .with("subject", handshake.leaf().getSubjectX500Principal().getName())
                .with("issuer", handshake.leaf().getIssuerX500Principal().getName())
                .with("hosts", String.join(", ", HostNames.in(handshake.leaf())))
                .with("valid until", handshake.leaf().getNotAfter().toInstant());
    }

    private String but() {
        return "expected " + expected + " but ";
    }
}
