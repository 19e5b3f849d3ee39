package dev.checklist.s3;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Says how to connect to a store, before the connection is opened; immutable.
 *
 * <p>The client is Apache HttpClient 5, follows no redirect, sends a checksum only where the protocol requires one, and
 * keeps the limits below. What a check has left of its own timeout shortens them further.
 */
public final class S3Connection {
    /** Limits the time to reach one address: 3 s. */
    public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    /** Limits one request to the end of its body: 5 s. */
    public static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(5);
    /** Limits one call with its second attempt and the wait between: 8 s. */
    public static final Duration CALL_TIMEOUT = Duration.ofSeconds(8);
    /** Limits the requests of one call: 2, the second only after a 5xx, a throttling or a broken connection. */
    public static final int ATTEMPTS = 2;

    // As many as the runner asks at once by default: a probe never waits for another one's connection.
    private static final int CONNECTIONS = 64;

    private final URI endpoint;
    private final Region region;
    private final boolean pathStyle;
    private final @Nullable AwsCredentialsProvider credentials;

    private S3Connection(URI endpoint, Region region, boolean pathStyle, @Nullable AwsCredentialsProvider credentials) {
        this.endpoint = endpoint;
        this.region = region;
        this.pathStyle = pathStyle;
        this.credentials = credentials;
    }

    static S3Connection to(@Nullable URI endpoint, @Nullable String region, boolean pathStyle) {
        URI address = Endpoint.valid(endpoint, pathStyle);
        return new S3Connection(address, Region.of(Given.region(region)), pathStyle, null);
    }

    /**
     * Signs with these credentials; replaces. Default: the SDK's chain of environment, profile and instance role.
     *
     * @throws IllegalArgumentException if the provider is null
     */
    public S3Connection withCredentials(AwsCredentialsProvider provider) {
        return new S3Connection(endpoint, region, pathStyle, S3Checks.given("credentials", provider));
    }

    /** Builds the client, without sending anything; closing the checks closes it. */
    public S3Checks open() {
        var builder = S3Client.builder()
                .endpointOverride(endpoint)
                .region(region)
                .forcePathStyle(pathStyle)
                .crossRegionAccessEnabled(false)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(Apache5HttpClient.builder()
                        .connectionTimeout(CONNECT_TIMEOUT)
                        .socketTimeout(ATTEMPT_TIMEOUT)
                        .maxConnections(CONNECTIONS))
                .overrideConfiguration(limits -> limits.apiCallTimeout(CALL_TIMEOUT)
                        .apiCallAttemptTimeout(ATTEMPT_TIMEOUT)
                        .retryStrategy(retries -> retries.maxAttempts(ATTEMPTS)));
        if (credentials != null) {
            builder.credentialsProvider(credentials);
        }
        return S3Checks.owning(builder.build());
    }

    /** Returns the endpoint and the region, without credentials. */
    @Override
    public String toString() {
        return "S3 connection to " + Endpoint.shown(endpoint) + " (" + region.id() + ")";
    }
}
