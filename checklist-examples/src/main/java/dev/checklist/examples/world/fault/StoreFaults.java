package dev.checklist.examples.world.fault;

import dev.checklist.examples.world.state.StoreBucket;
import dev.checklist.examples.world.state.StoreObject;
import dev.checklist.examples.world.state.StoreState;
import dev.checklist.examples.world.state.TrackdechetsStore;
import dev.checklist.examples.world.state.WorldState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What can be wrong with the object store of Trackdéchets. */
final class StoreFaults {
    private static final List<String> BACKUPS = List.of(TrackdechetsStore.POSTGRES, TrackdechetsStore.MONGODB);

    private StoreFaults() {}

    static UnaryOperator<WorldState> missing(String... buckets) {
        return state -> state.surroundedBy(around -> around.storing(store -> {
            StoreState left = store;
            for (String bucket : buckets) {
                left = left.removing(bucket);
            }
            return left;
        }));
    }

    static WorldState keysRevoked(WorldState state) {
        return state.surroundedBy(around -> around.storing(store -> store.refusing(TrackdechetsStore.APPLICATION_KEY)
                .refusing(TrackdechetsStore.POSTGRES_KEY)
                .refusing(TrackdechetsStore.MONGODB_KEY)));
    }

    static WorldState backupsOld(WorldState state) {
        return backups(
                state,
                bucket -> bucket.mapping(object -> object.aged(object.age().plus(Duration.ofDays(3)))));
    }

    static WorldState keptForEver(WorldState state) {
        return backups(state, bucket -> {
            StoreObject newest = bucket.objects().get(bucket.objects().size() - 1);
            String key = newest.key().replaceFirst("night-\\d+", "night-before-all");
            StoreObject old = StoreObject.of(key, Duration.ofDays(90), newest.size());
            return bucket.withExpiries(Map.of())
                    .with(Stream.concat(bucket.objects().stream(), Stream.of(old))
                            .toList());
        });
    }

    static WorldState plain(WorldState state) {
        return backups(state, bucket -> bucket.mapping(object -> object.unencrypted("PGDMP plain")));
    }

    static WorldState shared(WorldState state) {
        return backups(state, bucket -> bucket.mapping(StoreObject::shared));
    }

    static WorldState listed(WorldState state, boolean first) {
        return half(state, first, bucket -> bucket.with(new StoreBucket.Access(false, false, true)));
    }

    static WorldState open(WorldState state, boolean first) {
        return half(state, first, bucket -> bucket.with(new StoreBucket.Access(false, true, false)));
    }

    private static WorldState half(WorldState state, boolean first, UnaryOperator<StoreBucket> change) {
        int half = TrackdechetsStore.APPLICATION.size() / 2 + 1;
        return state.surroundedBy(around -> around.storing(store -> {
            List<StoreBucket> all = store.buckets();
            return store.with(all.stream()
                    .map(bucket -> all.indexOf(bucket) < half == first ? change.apply(bucket) : bucket)
                    .toList());
        }));
    }

    private static WorldState backups(WorldState state, UnaryOperator<StoreBucket> change) {
        return state.surroundedBy(around -> around.storing(store -> {
            StoreState changed = store;
            for (String bucket : BACKUPS) {
                changed = changed.changing(bucket, change);
            }
            return changed;
        }));
    }
}
