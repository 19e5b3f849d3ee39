package dev.checklist.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import dev.checklist.WakeSignal;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Is one watch for all checks that wait for what it shows: open while at least one does, and never opened anew by itself. */
final class Watch implements EventStream.Listener {
    private final BiConsumer<Watch, Integer> ended;
    private final Set<Waiter> waiters = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<String, Long> changed = new HashMap<>();
    private long newest;
    private @Nullable EventStream stream;

    /** Is a check that waits for a change of one object, or of a list. */
    interface Waiter {
        /** Returns the name of the object, empty for the whole list. */
        String name();

        /** Returns the resourceVersion up to which it knows the object, or the list. */
        long version();

        /** Takes an object that was added, changed or deleted. */
        void sees(JsonNode object, boolean isDeleted);

        /** Learns that something changed between its look and now: what it is like has gone by. */
        void misses();
    }

    /**
     * Is closed at first.
     *
     * @param ended is told when the answer ended, with its code
     */
    Watch(BiConsumer<Watch, Integer> ended) {
        this.ended = ended;
    }

    synchronized boolean isOpen() {
        return stream != null;
    }

    /** Lets a check wait; opens the stream if nobody else waits. */
    WakeSignal.Subscription join(Waiter waiter, Consumer<EventStream> opener) {
        EventStream opened = null;
        boolean isLate;
        synchronized (this) {
            waiters.add(waiter);
            isLate = stream != null && newestOf(waiter.name()) > waiter.version();
            if (stream == null) {
                changed.clear();
                newest = waiter.version();
                opened = new EventStream(this);
                stream = opened;
            }
        }
        if (opened != null) {
            opener.accept(opened);
        }
        if (isLate) {
            waiter.misses();
        }
        return () -> leave(waiter);
    }

    /** Returns the newest version that was shown; of a list also the one from which on changes are shown. */
    private long newestOf(String name) {
        return name.isEmpty() ? newest : changed.getOrDefault(name, -1L);
    }

    private void leave(Waiter waiter) {
        EventStream unneeded = null;
        synchronized (this) {
            waiters.remove(waiter);
            if (waiters.isEmpty()) {
                unneeded = stream;
                stream = null;
            }
        }
        if (unneeded != null) {
            unneeded.close();
        }
    }

    @Override
    public void event(String type, JsonNode object) {
        if (type.equals("BOOKMARK") || type.equals("ERROR")) {
            return; // nothing changed; an error is followed by the end
        }
        String name = object.at("/metadata/name").asText();
        List<Waiter> concerned;
        synchronized (this) {
            long version = version(object.at("/metadata/resourceVersion").asText());
            changed.put(name, version);
            newest = Math.max(newest, version);
            concerned = waiters.stream()
                    .filter(waiter -> waiter.name().isEmpty() || waiter.name().equals(name))
                    .toList();
        }
        concerned.forEach(waiter -> waiter.sees(object, type.equals("DELETED")));
    }

    @Override
    public void ended(EventStream which, int code) {
        boolean isOurs;
        synchronized (this) {
            isOurs = stream == which;
            if (isOurs) {
                stream = null;
            }
        }
        if (isOurs) {
            ended.accept(this, code);
        }
    }

    /** Reads a resourceVersion, which API servers count up; one that is no number is newer than all others. */
    static long version(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : Long.MAX_VALUE;
    }
}
