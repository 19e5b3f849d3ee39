package dev.checklist.s3;

import dev.checklist.CheckContext;
import dev.checklist.Item;
import dev.checklist.WakeSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Shares each read for as long as it lives, and leaves a fixed time. */
final class FakeContext implements CheckContext {
    private final Duration remaining;
    private final Map<Record, Object> reads = new HashMap<>();
    private final Map<Record, Object> perRun = new HashMap<>();

    FakeContext() {
        this(Duration.ofSeconds(30));
    }

    FakeContext(Duration remaining) {
        this.remaining = remaining;
    }

    Set<Record> keys() {
        return reads.keySet();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T shared(Record key, Callable<? extends T> loader) throws Exception {
        if (!reads.containsKey(key)) {
            reads.put(key, loader.call());
        }
        return (T) reads.get(key);
    }

    @Override
    public Duration remaining() {
        return remaining;
    }

    @Override
    public String checklist() {
        return "list";
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
    public int attempt() {
        return 1;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T perRun(Record key, Supplier<? extends T> first) {
        return (T) perRun.computeIfAbsent(key, same -> first.get());
    }

    @Override
    public void wakeOn(WakeSignal signal) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, String> evidence(Item required) {
        throw new UnsupportedOperationException();
    }
}
