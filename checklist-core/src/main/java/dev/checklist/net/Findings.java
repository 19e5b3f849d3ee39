package dev.checklist.net;

import dev.checklist.Outcome;
import dev.checklist.Status;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Joins what was found at each address of a host: the line passes only if every one does. */
final class Findings {
    private Findings() {}

    /** Joins what was found, address by address. */
    static Outcome of(Map<InetSocketAddress, Outcome> found) {
        return found.size() == 1
                ? found.values().iterator().next()
                : joined(found.entrySet().stream()
                        .map(one -> placed(one.getValue(), one.getKey()))
                        .toList());
    }

    private static Outcome placed(Outcome outcome, InetSocketAddress address) {
        String at = "at " + address.getAddress().getHostAddress() + ": ";
        Outcome placed = switch (outcome.status()) {
            case PASSED -> Outcome.passed(at + outcome.message());
            case FAILED -> Outcome.failed(at + outcome.message());
            default -> Outcome.error(at + outcome.message());
        };
        for (String warning : outcome.warnings()) {
            placed = placed.warning(at + warning);
        }
        return placed;
    }

    /** Returns the worst: what is broken before what could not be seen, and both before what is well. */
    private static Outcome joined(List<Outcome> outcomes) {
        List<Outcome> failed = outcomes.stream()
                .filter(outcome -> outcome.status() == Status.FAILED)
                .toList();
        if (!failed.isEmpty()) {
            return Outcome.failed(messages(failed));
        }
        List<Outcome> unseen = outcomes.stream()
                .filter(outcome -> outcome.status() != Status.PASSED)
                .toList();
        if (!unseen.isEmpty() || outcomes.isEmpty()) {
            return Outcome.error(outcomes.isEmpty() ? "the host has no address" : messages(unseen));
        }
        Outcome all = Outcome.passed(messages(outcomes));
        for (Outcome outcome : outcomes) {
            for (String warning : outcome.warnings()) {
                all = all.warning(warning);
            }
        }
        return all;
    }

    private static String messages(List<Outcome> outcomes) {
        return outcomes.stream().map(Outcome::message).collect(Collectors.joining("; "));
    }
}
