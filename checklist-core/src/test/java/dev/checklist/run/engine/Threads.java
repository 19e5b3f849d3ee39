package dev.checklist.run.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Knows which threads are there, and waits for those that are about to end. */
final class Threads {
    private static final long FAR_MORE_THAN_NEEDED = 10_000;

    private Threads() {}

    /** Returns the live threads of runs. */
    static Set<Thread> ofRuns() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("checklist-"))
                .collect(Collectors.toSet());
    }

    /** Asserts that every thread which runs started since then comes to its end by itself. */
    static void assertEnded(Set<Thread> before) {
        List<Thread> more =
                ofRuns().stream().filter(thread -> !before.contains(thread)).toList();
        for (Thread thread : more) {
            try {
                thread.join(FAR_MORE_THAN_NEEDED);
            } catch (InterruptedException e) {
                throw new AssertionError("interrupted while waiting for " + thread, e);
            }
            assertThat(thread.isAlive())
                    .as(() -> thread + " goes on: " + List.of(thread.getStackTrace()))
                    .isFalse();
        }
    }
}
