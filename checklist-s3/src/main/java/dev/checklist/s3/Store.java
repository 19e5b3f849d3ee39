package dev.checklist.s3;

import dev.checklist.CheckContext;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ServiceClientConfiguration;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Is a store as one client sees it: the only place that sends requests, each shared within a run.
 *
 * @param limit the client's own limit of one call
 */
record Store(
        S3Client client,
        String endpoint,
        String region,
        @Nullable Duration limit) {
    private static final Duration SHORTEST = Duration.ofMillis(1);

    private record Head(S3Client client, String bucket) {}

    private record FirstKey(S3Client client, String bucket) {}

    static Store of(@Nullable S3Client given) {
        S3Client client = S3Checks.given("client", given);
        S3ServiceClientConfiguration configuration = configuration(client);
        Region region = configuration.region();
        String endpoint = configuration
                .endpointOverride()
                .map(Endpoint::shown)
                .orElseGet(() -> "https://" + S3Client.serviceMetadata().endpointFor(region));
        Duration limit = configuration.overrideConfiguration().apiCallTimeout().orElse(null);
        return new Store(client, endpoint, region.id(), limit);
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

    Answer head(CheckContext context, String bucket) throws Exception {
        return context.shared(
                new Head(client, bucket),
                () -> answered(
                        () -> Answer.of(client.headBucket(
                                        request -> request.bucket(bucket).overrideConfiguration(within(context)))
                                .sdkHttpResponse()),
                        Answer::of));
    }

    Listing list(CheckContext context, String bucket) throws Exception {
        return context.shared(
                new FirstKey(client, bucket),
                () -> answered(
                        () -> Listing.of(client.listObjectsV2(
                                request -> request.bucket(bucket).maxKeys(1).overrideConfiguration(within(context)))),
                        Listing::of));
    }

    private static <T> T answered(Supplier<T> request, Function<S3Exception, T> refusal) {
        try {
            return request.get();
        } catch (S3Exception e) {
            return refusal.apply(e);
        }
    }

    private AwsRequestOverrideConfiguration within(CheckContext context) {
        Duration left = context.remaining();
        Duration shorter = limit != null && limit.compareTo(left) < 0 ? limit : left;
        Duration timeout = shorter.compareTo(SHORTEST) < 0 ? SHORTEST : shorter;
        return AwsRequestOverrideConfiguration.builder().apiCallTimeout(timeout).build();
    }

    /** Returns the endpoint and the region, without the client. */
    @Override
    public String toString() {
        return endpoint + " (" + region + ")";
    }
}
