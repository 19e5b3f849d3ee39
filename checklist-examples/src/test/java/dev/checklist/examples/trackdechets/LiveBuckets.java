package dev.checklist.examples.trackdechets;

import dev.checklist.s3.S3Checks;
import java.net.URI;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;

/**
 * Makes buckets in the store of {@code CHECKLIST_S3_ENDPOINT}, under names of their own, and deletes them at the end: see
 * docs/live-s3.md.
 */
final class LiveBuckets implements AutoCloseable {
    private static final String REGION = variable("CHECKLIST_S3_REGION", "us-east-1");

    private final URI endpoint = allowed();
    private final String suffix =
            "-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    private final List<String> names = new ArrayList<>();
    private final S3Client client = S3Client.builder()
            .endpointOverride(endpoint)
            .region(Region.of(REGION))
            .forcePathStyle(true)
            .credentialsProvider(keys())
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .httpClientBuilder(Apache5HttpClient.builder())
            .build();

    /** Accepts a store on this machine, or one that is named a second time on purpose: buckets are made in it. */
    private static URI allowed() {
        URI endpoint = URI.create(variable("CHECKLIST_S3_ENDPOINT", "unset:"));
        if (!"127.0.0.1".equals(endpoint.getHost())
                && !endpoint.toString().equals(variable("CHECKLIST_LIVE_ALLOW", ""))) {
            throw new IllegalStateException("CHECKLIST_S3_ENDPOINT is " + endpoint
                    + ": expected a store on 127.0.0.1, or the same address in CHECKLIST_LIVE_ALLOW");
        }
        return endpoint;
    }

    private static String variable(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value;
    }

    static AwsCredentialsProvider keys() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(
                variable("CHECKLIST_S3_ACCESS_KEY", "none"), variable("CHECKLIST_S3_SECRET_KEY", "none")));
    }

    static AwsCredentialsProvider strangeKeys() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create("NOSUCHKEY00000000000", "none"));
    }

    S3Checks checks() {
        return S3Checks.connecting(endpoint, REGION, true)
                .withCredentials(keys())
                .open();
    }

    /** Makes a bucket whose name begins so, and returns its whole name. */
    String make(String start) {
        String name = start + suffix;
        client.createBucket(r -> r.bucket(name));
        names.add(name);
        return name;
    }

    void put(String bucket, String key, byte[] content) {
        client.putObject(r -> r.bucket(bucket).key(key), RequestBody.fromBytes(content));
    }

    void share(String bucket, String key) {
        client.putObjectAcl(r -> r.bucket(bucket).key(key).acl(ObjectCannedACL.PUBLIC_READ));
    }

    void remove(String bucket) {
        client.listObjectsV2Paginator(r -> r.bucket(bucket))
                .contents()
                .forEach(object -> client.deleteObject(r -> r.bucket(bucket).key(object.key())));
        client.deleteBucket(r -> r.bucket(bucket));
        names.remove(bucket);
    }

    @Override
    public void close() {
        List.copyOf(names).forEach(this::remove);
        client.close();
    }
}
