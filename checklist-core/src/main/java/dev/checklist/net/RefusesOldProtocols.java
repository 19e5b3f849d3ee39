package dev.checklist.net;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import dev.checklist.Status;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether every address of a host refuses old protocols, and speaks a new one: a server that refuses everything is
 * no evidence.
 */
record RefusesOldProtocols(Endpoint endpoint) implements Probe {
    private static final List<OldHandshake> OLD =
            List.of(new OldHandshake("TLSv1", 0x0301), new OldHandshake("TLSv1.1", 0x0302));

    @Override
    public Outcome evaluate(CheckContext context) throws Exception {
        Deadline deadline = Deadline.within(context.remaining());
        Map<InetSocketAddress, Outcome> found = new LinkedHashMap<>();
        try {
            for (InetSocketAddress address : endpoint.addresses()) {
                found.put(address, look(address, deadline));
            }
        } catch (UnseenException e) {
            return Outcome.error("expected old protocols to be refused but could not look: " + e.getMessage());
        }
        return Findings.of(found);
    }

    private Outcome look(InetSocketAddress address, Deadline deadline) throws InterruptedException {
        List<String> refusals = new ArrayList<>();
        @Nullable Outcome unseen = null;
        for (OldHandshake old : OLD) {
            Outcome outcome = old.at(address, endpoint.host(), deadline);
            if (outcome.status() == Status.FAILED) {
                return outcome;
            }
            if (outcome.status() == Status.ERROR) {
                unseen = outcome;
            }
            refusals.add(outcome.message());
        }
        if (unseen != null) {
            return unseen;
        }
        try {
            String spoken = TlsLook.at(address, endpoint.host(), deadline).protocol();
            return Outcome.passed(String.join(", ", refusals) + "; " + spoken + " spoken")
                    .with("protocol", spoken);
        } catch (UnseenException e) {
            return Outcome.error(
                    "expected old protocols to be refused but the server refuses new ones too: " + e.getMessage());
        }
    }
}
