package dev.checklist.s3;

import dev.checklist.Item;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A real store, told by the environment: {@code CHECKLIST_S3_ENDPOINT}, and the keys of two accounts. Buckets get
 * random names and are emptied and deleted at the end.
 */
final class LiveStore implements AutoCloseable {
    static final String REGION = variable("CHECKLIST_S3_REGION", "us-east-1");

    private final URI endpoint = allowed();
    private final S3Client owner = client(keys(""));
    private final S3Checks checks = S3Checks.connecting(endpoint, REGION, true)
            .withCredentials(keys(""))
            .open();
    private final List<String> buckets = new ArrayList<>();

    /** Accepts a store on this machine, or one that is named a second time on purpose: buckets are made in it. */
    private static URI allowed() {
        URI endpoint = URI.create(variable("CHECKLIST_S3_ENDPOINT", "unset:"));
        boolean isLoopback = "127.0.0.1".equals(endpoint.getHost()) || "localhost".equals(endpoint.getHost());
        if (!isLoopback && !endpoint.toString().equals(System.getenv("CHECKLIST_LIVE_ALLOW"))) {
            throw new IllegalStateException("CHECKLIST_S3_ENDPOINT is " + endpoint
                    + ": expected a store on 127.0.0.1, or the same address in CHECKLIST_LIVE_ALLOW");
        }
        return endpoint;
    }

    static String variable(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value;
    }

    /** Returns the keys of the account that owns the buckets, or with "OTHER_" of another one. */
    static AwsCredentialsProvider keys(String account) {
        return keys(
                variable("CHECKLIST_S3_" + account + "ACCESS_KEY", "none"),
                variable("CHECKLIST_S3_" + account + "SECRET_KEY", "none"));
    }

    static AwsCredentialsProvider keys(String accessKey, String secretKey) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey));
    }

    private S3Client client(AwsCredentialsProvider keys) {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.of(REGION))
                .forcePathStyle(true)
                .credentialsProvider(keys)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(Apache5HttpClient.builder())
                .build();
    }

    S3Client owner() {
        return owner;
    }

    S3Checks checks() {
        return checks;
    }

    String bucket() {
        return bucket(false);
    }

    String bucket(boolean locked) {
        String name = "checklist-" + UUID.randomUUID().toString().toLowerCase(Locale.ROOT);
        owner.createBucket(r -> r.bucket(name).objectLockEnabledForBucket(locked ? true : null));
        buckets.add(name);
        return name;
    }

    void put(String bucket, String key, String content) {
        put(bucket, key, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    void put(String bucket, String key, byte[] content) {
        owner.putObject(r -> r.bucket(bucket).key(key), RequestBody.fromBytes(content));
    }

    static Result run(Item line) {
        return CheckTester.create().with(ChecklistRunner::withWrites).run(line);
    }

    /** Returns how many versions and delete markers a bucket holds. */
    int remains(String bucket) {
        var all = owner.listObjectVersions(r -> r.bucket(bucket));
        return all.versions().size() + all.deleteMarkers().size();
    }

    @Override
    public void close() {
        for (String bucket : buckets) {
            owner.listObjectVersionsPaginator(r -> r.bucket(bucket).encodingType("url")).stream()
                    .forEach(page -> {
                        page.versions()
                                .forEach(version -> owner.deleteObject(
                                        r -> r.bucket(bucket).key(version.key()).versionId(version.versionId())));
                        page.deleteMarkers()
                                .forEach(marker -> owner.deleteObject(
                                        r -> r.bucket(bucket).key(marker.key()).versionId(marker.versionId())));
                    });
            owner.deleteBucket(r -> r.bucket(bucket));
        }
        checks.close();
        owner.close();
    }
}
