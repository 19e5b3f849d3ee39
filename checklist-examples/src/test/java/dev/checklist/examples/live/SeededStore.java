package dev.checklist.examples.live;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.checklist.examples.world.state.TrackdechetsStore;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;

/** The ten buckets of Trackdéchets in a real store, with a backup of today in two of them; deleted at the end. */
final class SeededStore implements AutoCloseable {
    static final String REGION = LivePlace.variable("CHECKLIST_S3_REGION", "us-east-1");
    static final String ACCESS_KEY = LivePlace.variable("CHECKLIST_S3_ACCESS_KEY");
    static final String SECRET_KEY = LivePlace.variable("CHECKLIST_S3_SECRET_KEY");

    private static final int MEBIBYTE = 1024 * 1024;
    /** The start of a file that age has encrypted. */
    private static final String ENCRYPTED = "age-encryption.org/v1\n-> X25519 ";
    /** The backups by bucket, as large as the list wants them at least. */
    private static final Map<String, Backup> BACKUPS = Map.of(
            TrackdechetsStore.POSTGRES, new Backup("base/today/data.tar", 100 * MEBIBYTE),
            TrackdechetsStore.MONGODB, new Backup("dump/today.archive", 10 * MEBIBYTE));

    private record Backup(String key, int size) {}

    private final URI endpoint = LivePlace.allowed(LivePlace.variable("CHECKLIST_S3_ENDPOINT"));
    private final Deque<String> made = new ArrayDeque<>();
    private final S3Client client = S3Client.builder()
            .endpointOverride(endpoint)
            .region(Region.of(REGION))
            .forcePathStyle(true)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY)))
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .httpClientBuilder(Apache5HttpClient.builder())
            .build();

    private SeededStore() {}

    /**
     * Makes the buckets.
     *
     * @throws IllegalStateException if one is there already; none is touched then
     */
    static SeededStore fill() {
        SeededStore store = new SeededStore();
        try {
            store.make(Stream.concat(
                            TrackdechetsStore.APPLICATION.stream(),
                            Stream.of(TrackdechetsStore.POSTGRES, TrackdechetsStore.MONGODB))
                    .toList());
            return store;
        } catch (RuntimeException e) {
            try (store) {
                throw e;
            }
        }
    }

    URI endpoint() {
        return endpoint;
    }

    private void make(List<String> names) {
        List<String> there = client.listBuckets().buckets().stream()
                .map(Bucket::name)
                .filter(names::contains)
                .toList();
        if (!there.isEmpty()) {
            throw new IllegalStateException("the buckets " + there
                    + " are there already: nothing is touched; delete them if they are a test's");
        }
        for (String name : names) {
            client.createBucket(r -> r.bucket(name));
            made.push(name);
        }
        BACKUPS.forEach((bucket, backup) -> client.putObject(
                r -> r.bucket(bucket).key(backup.key()),
                RequestBody.fromBytes(Arrays.copyOf(ENCRYPTED.getBytes(ISO_8859_1), backup.size()))));
    }

    @Override
    public void close() {
        try (client) {
            for (String bucket = made.poll(); bucket != null; bucket = made.poll()) {
                remove(bucket);
            }
        }
    }

    private void remove(String bucket) {
        client.listObjectsV2Paginator(r -> r.bucket(bucket))
                .contents()
                .forEach(object -> client.deleteObject(r -> r.bucket(bucket).key(object.key())));
        client.deleteBucket(r -> r.bucket(bucket));
    }
}
