package dev.checklist.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Has the watches of one run over one API server, which wake checks when what they would say has changed. */
final class Watches {
    /** So many watches may be open; what else waits is looked at when its next attempt is due. */
    private static final int MOST = 8;

    private final Map<Sighting.WatchKey, Watch> watches = new ConcurrentHashMap<>();
    private final Map<Sighting.WatchKey, String> notes = new ConcurrentHashMap<>();
    private final Set<ClusterProbe> woken = ConcurrentHashMap.newKeySet();

    private record Key(ApiServer server) {}

    static Watches of(ApiServer server, CheckContext context) {
        return context.perRun(new Key(server), Watches::new);
    }

    /** Tells whether this attempt was brought forward by a change of its object, once. */
    boolean takeWoken(ClusterProbe probe) {
        return woken.remove(probe);
    }

    /** Lets changes of the objects that were read bring the next attempt forward; says so where that cannot be. */
    Outcome watch(ClusterProbe probe, Reader reader, Outcome outcome, CheckContext context) throws Exception {
        Outcome noted = outcome;
        for (Sighting<?> sighting : reader.sightings()) {
            String note = notes.get(sighting.key());
            if (note != null) {
                noted = noted.warning(note);
            } else if (sighting.isWatchable()) {
                watch(sighting, new Verdict(probe, reader, outcome), context);
            }
        }
        return noted;
    }

    private <T extends HasMetadata> void watch(Sighting<T> sighting, Verdict verdict, CheckContext context)
            throws Exception {
        Sighting.WatchKey key = widest(sighting.key());
        ApiServer server = key.server();
        Exchange exchange = server.exchange(context);
        Watch watch = watches.computeIfAbsent(key, unused -> new Watch((ended, code) -> ended(key, code)));
        if (!watch.isOpen()) {
            if (watches.values().stream().filter(Watch::isOpen).count() >= MOST) {
                return;
            }
            server.limits(context).turn(context);
        }
        context.wakeOn(wake -> watch.join(
                new Waiting<>(this, sighting, verdict, wake),
                stream -> WatchRequest.send(exchange, key, sighting.version(), stream)));
    }

    /** Prefers a watch of all objects that is open anyway, such as after a look that confirmed a change of one. */
    private Sighting.WatchKey widest(Sighting.WatchKey key) {
        Watch wide = watches.get(key.ofAll());
        return wide != null && wide.isOpen() ? key.ofAll() : key;
    }

    /** Remembers why there is no watch, so that it is not asked for again. */
    private void ended(Sighting.WatchKey key, int code) {
        if (code == 401 || code == 403) {
            notes.put(key, "not permitted: watch " + key.words() + "; a change is seen by the next attempt only");
        }
    }

    /** Is what a check said, and what it would say of another object. */
    private record Verdict(ClusterProbe probe, Reader reader, Outcome outcome) {
        /** Tells whether it would come to another verdict; when it cannot tell, a fresh look must. */
        boolean changesWith(NamedRead<?> read, Reading<?> found) {
            try {
                Outcome then = probe.look(reader.imagining(read, found));
                return then.status() != outcome.status()
                        || then.isConclusive() != outcome.isConclusive()
                        || then.mark() != outcome.mark();
            } catch (Unimaginable missing) {
                return missing.isObject();
            } catch (Exception e) {
                return true;
            }
        }
    }

    /** Is one check that waits for one object. */
    private record Waiting<T extends HasMetadata>(Watches watches, Sighting<T> sighting, Verdict verdict, Runnable wake)
            implements Watch.Waiter {
        @Override
        public String name() {
            return sighting.read().name();
        }

        @Override
        public long version() {
            return Watch.version(sighting.version());
        }

        @Override
        public void sees(@Nullable JsonNode node) {
            T object = node == null
                    ? null
                    : Json.convert(node, sighting.read().type().type());
            if (object == null || verdict.changesWith(sighting.read(), Reading.of(object))) {
                watches.woken.add(verdict.probe());
                wake.run();
            }
        }
    }
}
