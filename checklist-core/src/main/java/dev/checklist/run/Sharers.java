package dev.checklist.run;

import dev.checklist.Check;
import dev.checklist.SharingProbe;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Counts the lines that have fallen due and could share a read, until the machine has done its part of them. */
final class Sharers {
    private final Map<Record, Integer> counts = new ConcurrentHashMap<>();

    void due(Node node) {
        if (node.entry().item() instanceof Check check && check.probe() instanceof SharingProbe probe) {
            node.shares(counted(probe));
        }
    }

    private @Nullable Record counted(SharingProbe probe) {
        try {
            Record key = probe.shares();
            counts.merge(key, 1, Integer::sum);
            return key;
        } catch (Throwable e) {
            return null; // foreign code, on the thread that everything waits for: the probe shares nothing
        }
    }

    void looked(Node node) {
        Record key = node.shares();
        if (key != null) {
            node.shares(null);
            counts.computeIfPresent(key, (same, count) -> count == 1 ? null : count - 1);
        }
    }

    /** Returns how many lines share it now, at least the one that asks; from any thread. */
    int count(Record key) {
        return Math.max(1, counts.getOrDefault(key, 0));
    }
}
