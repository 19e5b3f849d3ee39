package dev.checklist.http;

import dev.checklist.Check;
import dev.checklist.CheckContext;
import dev.checklist.Item;
import dev.checklist.Outcome;
import dev.checklist.WakeSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Asks checks as a run would: what falls due together shares its reads, what is kept is kept for the run. */
final class FakeRun {
    private final Map<Record, Object> kept = new ConcurrentHashMap<>();
    private final Queue<Exception> failures = new ArrayDeque<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final Duration timeout;

    FakeRun() {
        this(Duration.ofSeconds(20));
    }

    FakeRun(Duration timeout) {
        this.timeout = timeout;
    }

    /** Lets the next shared read be one that another line started, and that failed. */
    FakeRun failing(Exception failure) {
        failures.add(failure);
        return this;
    }

    /** Asks a check once, on its own. */
    static Outcome look(Check check) throws Exception {
        return new FakeRun().ask(check);
    }

    /** Asks a check that gets so little time that the answer cannot be complete. */
    static Outcome glance(Check check) throws Exception {
        return new FakeRun(Duration.ofMillis(300)).ask(check);
    }

    /** Returns the pauses that checks made, none of which took any time. */
    List<Duration> pauses() {
        return pauses;
    }

    Outcome ask(Check check) throws Exception {
        return ask(check, 1);
    }

    Outcome ask(Check check, int attempt) throws Exception {
        return check.probe().evaluate(new Context(attempt, new HashMap<>()));
    }

    List<Outcome> together(Check... checks) throws Exception {
        Map<Record, Object> shared = new HashMap<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (Check check : checks) {
            outcomes.add(check.probe().evaluate(new Context(1, shared)));
        }
        return outcomes;
    }

    private final class Context implements CheckContext {
        private final int attempt;
        private final Map<Record, Object> shared;

        private Context(int attempt, Map<Record, Object> shared) {
            this.attempt = attempt;
            this.shared = shared;
        }

        @Override
        public String checklist() {
            return "Release";
        }

        @Override
        public Map<String, String> about() {
            return Map.of();
        }

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public Duration remaining() {
            return timeout;
        }

        @Override
        public void pause(Duration duration) {
            pauses.add(duration);
        }

        @Override
        public int attempt() {
            return attempt;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T shared(Record key, Callable<? extends T> loader) throws Exception {
            if (!failures.isEmpty()) {
                throw failures.remove();
            }
            if (!shared.containsKey(key)) {
                shared.put(key, loader.call());
            }
            return (T) shared.get(key);
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T perRun(Record key, Supplier<? extends T> first) {
            return (T) kept.computeIfAbsent(key, any -> first.get());
        }

        @Override
        public void wakeOn(WakeSignal signal) {
            throw new UnsupportedOperationException("no HTTP check waits for a signal");
        }

        @Override
        public Map<String, String> evidence(Item required) {
            throw new UnsupportedOperationException("no HTTP check reads evidence");
        }
    }
}
