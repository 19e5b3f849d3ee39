package dev.checklist.k8s;

import dev.checklist.Mark;
import dev.checklist.Outcome;
import dev.checklist.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks everything about an Ingress, and shows one evidence for each part. */
record IsComplete(Place place, Set<String> hosts) implements ObjectProbe {
    @Override
    public Rights needs() {
        return new IngressProbes.UsesClass(place, Optional.empty())
                .needs()
                .and(new IngressProbes.HasBackends(place).needs())
                .and(new IngressProbes.HasTls(place, hosts).needs());
    }

    @Override
    public Outcome judge(Reader reader) throws Exception {
        Map<String, ObjectProbe> parts = new LinkedHashMap<>();
        parts.put("class", new IngressProbes.UsesClass(place, Optional.empty()));
        parts.put("hosts", new IngressProbes.ServesHosts(place, hosts));
        parts.put("backends", new IngressProbes.HasBackends(place));
        parts.put("TLS", new IngressProbes.HasTls(place, hosts));
        parts.put("address", new IngressProbes.HasAddress(place));
        Map<String, Outcome> seen = new LinkedHashMap<>();
        for (Map.Entry<String, ObjectProbe> part : parts.entrySet()) {
            Outcome outcome = ask(part.getValue(), reader);
            seen.put(part.getKey(), outcome);
            if (outcome.status() == Status.ERROR && outcome.mark() == Mark.PLAIN) {
                break; // who does not answer one question is not asked the next
            }
        }
        Outcome whole = judge(seen);
        for (Map.Entry<String, Outcome> part : seen.entrySet()) {
            whole = whole.with(part.getKey(), part.getValue().message());
            for (String warning : part.getValue().warnings()) {
                whole = whole.warning(part.getKey() + ": " + warning);
            }
        }
        return whole;
    }

    private static Outcome ask(ObjectProbe part, Reader reader) throws Exception {
        try {
            return part.judge(reader);
        } catch (Refusal refusal) {
            return refusal.outcome();
        }
    }

    /** One part that does not hold settles the question, even beside one that could not be judged. */
    private static Outcome judge(Map<String, Outcome> seen) {
        List<String> broken = seen.entrySet().stream()
                .filter(part -> part.getValue().status() == Status.FAILED)
                .map(part -> part.getKey() + ": " + part.getValue().message())
                .toList();
        if (!broken.isEmpty()) {
            Outcome failed = Outcome.failed(String.join("; ", broken));
            boolean isForGood =
                    seen.values().stream().anyMatch(part -> part.status() == Status.FAILED && part.isConclusive());
            return isForGood ? failed.conclusively() : failed;
        }
        return seen.values().stream()
                .filter(part -> part.status() != Status.PASSED)
                .findFirst()
                .orElseGet(() -> Outcome.passed("class, hosts, backends, TLS and address are there"));
    }
}
