package dev.checklist.k8s;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

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

    /** Tells whether this attempt was brought forward by a change, once. */
    boolean takeWoken(ClusterProbe probe) {
        return woken.remove(probe);
    }

    /** Lets changes of what was read bring the next attempt forward; says so where that cannot be. */
    Outcome watch(ClusterProbe probe, Reader reader, Outcome outcome, CheckContext context) throws Exception {
        Outcome noted = outcome;
        Verdict verdict = new Verdict(probe, reader, outcome);
        for (Sighting sighting : reader.sightings()) {
            if (!sighting.isWatchable(verdict)) {
                continue;
            }
            String note = notes.get(sighting.key());
            if (note == null) {
                watch(sighting, verdict, context);
            } else {
                noted = noted.warning(note);
            }
        }
        return noted;
    }

    private void watch(Sighting sighting, Verdict verdict, CheckContext context) throws Exception {
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
                sighting.waiter(verdict, () -> {
                    woken.add(verdict.probe());
                    wake.run();
                }),
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
}
