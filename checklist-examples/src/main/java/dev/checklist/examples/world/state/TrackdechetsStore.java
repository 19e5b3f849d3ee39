package dev.checklist.examples.world.state;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The healthy object store of Trackdéchets: its ten buckets, and a month of nightly backups in two of them. */
public final class TrackdechetsStore {
    /** The buckets of the application. */
    public static final List<String> APPLICATION = List.of(
            "trackdechets",
            "trackdechets-registry-errors",
            "trackdechets-registry-imports",
            "trackdechets-registry-exports",
            "trackdechets-texs-analysis",
            "trackdechets-registry-models",
            "trackdechets-registry-exhaustive-exports",
            "trackdechets-bsd-templates");
    /** The bucket of PostgreSQL's backups. */
    public static final String POSTGRES = "trackdechets-postgres-backups";
    /** The bucket of MongoDB's backups. */
    public static final String MONGODB = "trackdechets-mongodb-backups";

    /** The access key of who runs the list; it may use every bucket. */
    public static final String OPERATOR_KEY = "WORLDOPERATOR0000000";
    /** The access key of the application; it may use its eight buckets. */
    public static final String APPLICATION_KEY = "WORLDAPPLICATION0000";
    /** The access key of PostgreSQL's backups. */
    public static final String POSTGRES_KEY = "WORLDPOSTGRES0000000";
    /** The access key of MongoDB's backups. */
    public static final String MONGODB_KEY = "WORLDMONGODB00000000";

    private static final int KEPT_DAYS = 30;
    private static final long MEBIBYTE = 1024L * 1024;

    private TrackdechetsStore() {}

    /** Makes it: each backup three hours old or so many days more, the oldest as old as is kept. */
    public static StoreState healthy() {
        List<StoreBucket> buckets = Stream.concat(
                        APPLICATION.stream().map(StoreBucket::of),
                        Stream.of(
                                backups(POSTGRES, "base/%s/data.tar", 900 * MEBIBYTE),
                                backups(MONGODB, "dump/%s.archive", 40 * MEBIBYTE)))
                .toList();
        Set<String> all = Set.copyOf(buckets.stream().map(StoreBucket::name).toList());
        return new StoreState(
                Availability.UP,
                "fr-par",
                Map.of(
                        OPERATOR_KEY, all,
                        APPLICATION_KEY, Set.copyOf(APPLICATION),
                        POSTGRES_KEY, Set.of(POSTGRES),
                        MONGODB_KEY, Set.of(MONGODB)),
                buckets,
                Set.of("publicAccessBlock"));
    }

    private static StoreBucket backups(String name, String key, long size) {
        return StoreBucket.of(name)
                .withExpiries(Map.of("", KEPT_DAYS))
                .with(IntStream.rangeClosed(0, KEPT_DAYS)
                        .mapToObj(day -> StoreObject.of(
                                key.formatted("night-%02d".formatted(KEPT_DAYS - day)),
                                Duration.ofDays(day).plusHours(3),
                                size + (KEPT_DAYS - day) * MEBIBYTE))
                        .toList());
    }
}
