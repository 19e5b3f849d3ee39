package dev.checklist.report;

import dev.checklist.Check;
import dev.checklist.Entry;
import dev.checklist.RetryPolicy;
import dev.checklist.Section;
import dev.checklist.run.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Is a line while its run goes on: not started, asked, between two looks, or ended. */
final class LiveLine {
    private final Entry entry;
    private @Nullable Instant startedAt;
    private @Nullable Instant nextAt;
    private int attempts;
    private boolean ended;

    LiveLine(Entry entry) {
        this.entry = entry;
    }

    Entry entry() {
        return entry;
    }

    void started(Instant now) {
        startedAt = now;
    }

    void looked(Attempt attempt, Optional<Duration> next) {
        attempts++;
        nextAt = next.map(attempt.endedAt()::plus).orElse(null);
    }

    void end() {
        ended = true;
    }

    boolean isEnded() {
        return ended;
    }

    boolean isActive() {
        return startedAt != null && !ended;
    }

    boolean isWaiting() {
        return startedAt == null && !ended;
    }

    /** Says what is going on, and how long still where that is known. */
    String doing(Instant now) {
        if (startedAt == null) {
            return "";
        }
        if (entry.isForPeople()) {
            return "asked for " + words(startedAt, now);
        }
        if (nextAt == null || !now.isBefore(nextAt)) {
            return (attempts == 0 ? "" : "look " + (attempts + 1) + ", ") + "since " + words(startedAt, now);
        }
        return "look " + (attempts + 1) + " in " + words(now, nextAt) + limit(startedAt, now);
    }

    private String limit(Instant started, Instant now) {
        return policy().flatMap(RetryPolicy::limit)
                .map(limit -> ", " + words(now, started.plus(limit)) + " left")
                .orElse("");
    }

    private Optional<RetryPolicy> policy() {
        Optional<RetryPolicy> own = entry.item() instanceof Check check ? check.retryPolicy() : Optional.empty();
        Optional<Entry> around = entry.parent();
        while (own.isEmpty() && around.isPresent()) {
            own = around.get().item() instanceof Section section ? section.defaultRetry() : Optional.empty();
            around = around.get().parent();
        }
        return own;
    }

    private static String words(Instant from, Instant to) {
        Duration length = Duration.between(from, to);
        return length.compareTo(Duration.ofSeconds(1)) < 0 ? "1 s" : Times.words(length);
    }
}
