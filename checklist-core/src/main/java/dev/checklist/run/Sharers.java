package dev.checklist.run;

import dev.checklist.Check;
import dev.checklist.SharingProbe;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Counts the lines that have fallen due and could share a read, until the machine has done its part of them.
 *
 * <p>A line is told the most that were counted since it fell due: those that have ended by the time it gets a thread
 * still share the read with it.
 */
final class Sharers {
    private final Map<Record, Group> groups = new ConcurrentHashMap<>();

    /** Is who shares one thing; changed by the coordinator's thread only. */
    private static final class Group {
        private final AtomicInteger now = new AtomicInteger();
        private Peak peak = new Peak();

        /** Returns where the most is counted from now on: anew, if fewer are left than at the last peak. */
        private Peak peak() {
            if (now.get() < peak.most) {
                peak = new Peak();
            }
            peak.most = now.get();
            return peak;
        }
    }

    /** Is the most that were counted at once since somebody fell due. */
    private static final class Peak {
        private volatile int most;
    }

    /** Is what a line shares, from when it falls due. */
    static final class Share {
        private final Record key;
        private final Group group;
        private Peak peak;

        private Share(Record key, Group group) {
            this.key = key;
            this.group = group;
            this.peak = group.peak();
        }
    }

    /** Counts a line that falls due. */
    void due(Node node) {
        if (node.entry().item() instanceof Check check && check.probe() instanceof SharingProbe probe) {
            node.share(counted(probe));
        }
    }

    private @Nullable Share counted(SharingProbe probe) {
        try {
            Record key = probe.shares();
            Group group = groups.computeIfAbsent(key, unused -> new Group());
            int sharing = group.now.incrementAndGet();
            assert sharing > 0 : "it counts itself";
            return new Share(key, group);
        } catch (Throwable e) {
            return null; // foreign code, on the thread that everything waits for: the probe shares nothing
        }
    }

    /** Notes that a line falls due again. */
    static void dueAgain(Node node) {
        Share share = node.share();
        if (share != null) {
            share.peak = share.group.peak();
        }
    }

    /** Counts a line no more. */
    static void looked(Node node) {
        Share share = node.share();
        if (share != null) {
            node.share(null);
            int left = share.group.now.decrementAndGet();
            assert left >= 0 : "nobody is taken off twice";
        }
    }

    /** Returns how many shared this when the line fell due, at least 1; from any thread. */
    int count(@Nullable Share share, Record key) {
        if (share != null && share.key.equals(key)) {
            return Math.max(1, share.peak.most);
        }
        Group group = groups.get(key);
        return group == null ? 1 : Math.max(1, group.now.get());
    }
}
