package dev.checklist.s3;

import dev.checklist.Checklist;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Makes checks of one S3 store, seen through one client.
 *
 * <p>Checks that run at the same time share what they read, so that many lines on one bucket cost one HEAD and one list.
 * Safe to share between threads.
 */
public final class S3Checks implements AutoCloseable {
    private final Store store;
    private final @Nullable S3Client owned;

    private S3Checks(Store store, @Nullable S3Client owned) {
        this.store = store;
        this.owned = owned;
    }

    /**
     * Uses a client that the caller has built, with the caller's credentials, region, timeouts and retries; {@link
     * #close()} leaves it open.
     *
     * <p>The client stays as it was built. The requests of checks alone are guarded: what claims to be packed is not
     * unpacked, an answer ends after 8 MiB, and no {@code Retry-After} beyond 2 s is waited for.
     *
     * <p>Leave {@code crossRegionAccessEnabled} off: it hides a wrong region, which is then only a warning.
     *
     * @throws IllegalArgumentException if the client is null or does not tell its region
     */
    public static S3Checks using(S3Client client) {
        return new S3Checks(Store.of(client), null);
    }

    /**
     * Begins a connection to a store, for the common case that no client is at hand; {@link S3Connection#open()} ends it.
     *
     * @param endpoint the store's address, such as {@code https://s3.fr-par.scw.cloud}
     * @param region the region that requests are signed for, such as {@code fr-par}
     * @param pathStyle true if buckets stand in the path (MinIO, Ceph, addresses without a wildcard name), false if they
     *     stand before the host
     * @throws IllegalArgumentException if the endpoint is no plain http or https address, the region is blank, or a
     *     bucket cannot stand before the host
     */
    public static S3Connection connecting(URI endpoint, String region, boolean pathStyle) {
        return S3Connection.to(endpoint, region, pathStyle);
    }

    /**
     * Returns the same store seen with other keys, such as the application's own from its Secret: yours prove nothing
     * about those. They are asked for when a check runs, kept nowhere, and never shown. Closing the result closes nothing.
     *
     * @param credentials a supplier of keys; what it throws is an ERROR without its text
     * @throws IllegalArgumentException if it is null
     */
    public S3Checks using(AwsCredentialsProvider credentials) {
        return new S3Checks(store.signedBy(new GivenCredentials(S3Checks.given("credentials", credentials))), null);
    }

    /**
     * Prints what an account must be allowed so that every check of these lists on an S3 store can look: an IAM policy
     * for AWS, for other stores the S3 actions by bucket or key.
     *
     * @throws IllegalArgumentException if a list is null
     */
    public static String rightsFor(Checklist checklist, Checklist... more) {
        return RequiredRights.of(Stream.concat(Stream.of(given("checklist", checklist)), further(more))
                        .toList())
                .print();
    }

    private static Stream<Checklist> further(Checklist... more) {
        return Arrays.stream(given("the array of further checklists", more)).map(list -> given("checklist", list));
    }

    static S3Checks owning(S3Client client) {
        return new S3Checks(Store.of(client), client);
    }

    /**
     * Begins the checks of one bucket.
     *
     * @throws IllegalArgumentException if the name breaks S3's naming rules for buckets
     */
    public BucketChecks bucket(String name) {
        return new BucketChecks(store, BucketName.valid(name));
    }

    /**
     * Begins the checks of several buckets, one line for each.
     *
     * @throws IllegalArgumentException if a name breaks S3's naming rules for buckets
     */
    public BucketsChecks buckets(String first, String... more) {
        List<BucketChecks> buckets = new ArrayList<>();
        buckets.add(bucket(first));
        for (String name : given("bucket names", more)) {
            buckets.add(bucket(name));
        }
        return new BucketsChecks(buckets);
    }

    /** Closes the client if it was built by {@link S3Connection#open()}; a caller's client stays open. */
    @Override
    public void close() {
        if (owned != null) {
            owned.close();
        }
    }

    /** Returns the endpoint and the region, without credentials. */
    @Override
    public String toString() {
        return "S3 at " + store.endpoint() + " (" + store.region() + ")";
    }

    static <T> T given(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is null: give a value");
        }
        return value;
    }
}
