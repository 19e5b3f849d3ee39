package dev.checklist.s3;

import dev.checklist.CheckContext;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ServiceClientConfiguration;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Is a store as one client sees it, with its credentials or others: the only place that sends requests.
 *
 * @param limit the client's own limit of one call
 * @param credentials null for the client's own
 */
record Store(
        S3Client client,
        String endpoint,
        String region,
        @Nullable Duration limit,
        @Nullable AwsCredentialsProvider credentials) {
    private static final Duration SHORTEST = Duration.ofMillis(1);

    /** Sends one request within the limits and reads its answer. */
    @FunctionalInterface
    interface Call<T> {
        Said<T> send(S3Client client, AwsRequestOverrideConfiguration limits);
    }

    private record Reach(Store store) {}

    private record Head(Store store, String bucket) {}

    private record FirstKey(Store store, String bucket) {}

    private record FirstWord(String bucket, Answer answer) {}

    static Store of(@Nullable S3Client given) {
        S3Client client = S3Checks.given("client", given);
        S3ServiceClientConfiguration configuration = configuration(client);
        Region region = configuration.region();
        String endpoint = configuration
                .endpointOverride()
                .map(Endpoint::shown)
                .orElseGet(() -> "https://" + S3Client.serviceMetadata().endpointFor(region));
        Duration limit = configuration.overrideConfiguration().apiCallTimeout().orElse(null);
        return new Store(client, endpoint, region.id(), limit, null);
    }

    private static S3ServiceClientConfiguration configuration(S3Client client) {
        S3ServiceClientConfiguration configuration;
        try {
            configuration = client.serviceClientConfiguration();
        } catch (UnsupportedOperationException e) {
            throw new IllegalArgumentException(untold(client), e);
        }
        if (configuration == null || configuration.region() == null) {
            throw new IllegalArgumentException(untold(client));
        }
        return configuration;
    }

    private static String untold(S3Client client) {
        return "client (" + client.getClass().getName() + ") does not tell its region: expected one that answers "
                + "serviceClientConfiguration(), such as S3Client.builder() makes";
    }

    Store signedBy(AwsCredentialsProvider other) {
        return new Store(client, endpoint, region, limit, other);
    }

    /** Returns the same store as somebody without an account sees it. */
    Store unsigned() {
        return signedBy(AnonymousCredentialsProvider.create());
    }

    /** Tells whether requests are sent without a signature. */
    boolean isUnsigned() {
        return (credentials == null ? client.serviceClientConfiguration().credentialsProvider() : credentials)
                instanceof AnonymousCredentialsProvider;
    }

    boolean isAws() {
        String host = URI.create(endpoint).getHost();
        return host != null && (host.endsWith(".amazonaws.com") || host.endsWith(".amazonaws.com.cn"));
    }

    /** Asks for a bucket by HEAD; the first HEAD of all also tells, for all, whether anybody answers there. */
    Answer head(CheckContext context, String bucket) throws Exception {
        FirstWord first = context.shared(new Reach(this), () -> new FirstWord(bucket, sendHead(context, bucket)));
        return first.bucket().equals(bucket)
                ? first.answer()
                : context.shared(new Head(this, bucket), () -> sendHead(context, bucket));
    }

    private Answer sendHead(CheckContext context, String bucket) {
        return send(
                        context,
                        (client, limits) ->
                                Said.of(client.headBucket(r -> r.bucket(bucket).overrideConfiguration(limits))))
                .answer();
    }

    Listing list(CheckContext context, String bucket) throws Exception {
        Said<ListObjectsV2Response> said = ask(
                context,
                new FirstKey(this, bucket),
                (client, limits) -> Said.of(
                        client.listObjectsV2(r -> r.bucket(bucket).maxKeys(1).overrideConfiguration(limits))));
        return Listing.of(said);
    }

    /** Asks once for all lines that ask the same now. */
    <T> Said<T> ask(CheckContext context, Record key, Call<T> call) throws Exception {
        return context.shared(key, () -> send(context, call));
    }

    /** Asks for this line alone. */
    <T> Said<T> send(CheckContext context, Call<T> call) {
        try {
            return call.send(client, within(context));
        } catch (S3Exception e) {
            return Said.refused(Answer.of(e));
        } catch (StackOverflowError e) { // the SDK reads XML by calling itself, once for each level
            throw SdkClientException.create("Unable to unmarshall response: nested too deeply");
        }
    }

    private AwsRequestOverrideConfiguration within(CheckContext context) {
        Duration left = context.remaining();
        Duration shorter = limit != null && limit.compareTo(left) < 0 ? limit : left;
        Duration timeout = shorter.compareTo(SHORTEST) < 0 ? SHORTEST : shorter;
        AwsRequestOverrideConfiguration.Builder limits = AwsRequestOverrideConfiguration.builder()
                .apiCallTimeout(timeout)
                .addPlugin(Guard.GUARD);
        return (credentials == null ? limits : limits.credentialsProvider(credentials)).build();
    }

    /** Returns the endpoint and the region, without client and credentials. */
    @Override
    public String toString() {
        return endpoint + " (" + region + ")";
    }
}
