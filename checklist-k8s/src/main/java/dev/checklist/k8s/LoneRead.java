package dev.checklist.k8s;

import dev.checklist.CheckContext;
import dev.checklist.Item;
import dev.checklist.WakeSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Is what a read outside of any attempt needs: half a minute, the same limits, and nobody to share with. For one thread. */
final class LoneRead implements CheckContext {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Duration start = elapsed();
    private final Map<Record, Object> belongings = new HashMap<>();

    @Override
    public String checklist() {
        return "value for a check";
    }

    @Override
    public Map<String, String> about() {
        return Map.of();
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public Duration remaining() {
        Duration left = LONGEST.minus(elapsed()).plus(start);
        return left.isNegative() ? Duration.ZERO : left;
    }

    @Override
    public int attempt() {
        return 1;
    }

    /** Asks once for what one value needs twice, such as whether the server answers. */
    @Override
    @SuppressWarnings("unchecked") // the key's type stands for the type of what is read
    public <T> T shared(Record key, Callable<? extends T> loader) throws Exception {
        Object known = belongings.get(key);
        if (known == null) {
            known = loader.call();
            belongings.put(key, known);
        }
        return (T) known;
    }

    @Override
    @SuppressWarnings("unchecked") // as above
    public <T> T perRun(Record key, Supplier<? extends T> first) {
        Object known = belongings.get(key);
        if (known == null) {
            known = first.get();
            belongings.put(key, known);
        }
        return (T) known;
    }

    /** Does nothing: there is no next attempt. */
    @Override
    public void wakeOn(WakeSignal signal) {}

    @Override
    public Map<String, String> evidence(Item required) {
        throw new IllegalArgumentException("nothing is required by a read outside of a run");
    }
}
