package dev.checklist.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Is a list as it was read, for a check that is about all of it.
 *
 * @param read how it is read
 * @param listing what was on it
 */
record SeenList<T extends HasMetadata>(ListRead<T> read, Listing<T> listing) implements Sighting {
    /** A longer list is looked at when the next attempt is due: judging all of it at each change would cost more. */
    private static final int MOST = ListRead.PAGE;

    @Override
    public WatchKey key() {
        return new WatchKey(read.server(), read.type(), read.namespace(), "", read.labelSelector());
    }

    @Override
    public String version() {
        return listing.version();
    }

    @Override
    public boolean isWatchable(Verdict verdict) {
        return Sighting.super.isWatchable(verdict)
                && listing.items().size() <= MOST
                && verdict.probe().needs().isAboutMany()
                && verdict.isImaginable();
    }

    @Override
    public Watch.Waiter waiter(Verdict verdict, Runnable wake) {
        return new Waiting<>(this, verdict, wake);
    }

    /** Keeps the list as the changes make it, since together they may change a verdict that none of them would. */
    private static final class Waiting<T extends HasMetadata> implements Watch.Waiter {
        private final SeenList<T> seen;
        private final Verdict verdict;
        private final Runnable wake;
        private final Map<String, T> objects = new LinkedHashMap<>();
        private boolean isWoken;

        Waiting(SeenList<T> seen, Verdict verdict, Runnable wake) {
            this.seen = seen;
            this.verdict = verdict;
            this.wake = wake;
            seen.listing().items().forEach(object -> objects.put(id(object), object));
        }

        @Override
        public String name() {
            return "";
        }

        @Override
        public long version() {
            return Watch.version(seen.version());
        }

        @Override
        public synchronized void sees(JsonNode node, boolean isDeleted) {
            if (isWoken) {
                return;
            }
            T object = Json.convert(node, seen.read().type().type());
            if (object == null || object.getMetadata() == null) {
                misses(); // whatever it was, a fresh look tells
                return;
            }
            if (isDeleted) {
                objects.remove(id(object));
            } else {
                object.getMetadata().setManagedFields(null);
                objects.put(id(object), object);
            }
            Listing<T> now = Listing.of(List.copyOf(objects.values()), seen.version());
            if (verdict.changesWith(seen.read(), Reading.of(now))) {
                misses();
            }
        }

        @Override
        public synchronized void misses() {
            isWoken = true;
            wake.run();
        }

        private static String id(HasMetadata object) {
            ObjectMeta metadata = object.getMetadata();
            return Objects.requireNonNullElse(metadata.getNamespace(), "") + "/" + metadata.getName();
        }
    }
}
