package dev.checklist.s3;

import static dev.checklist.s3.Asking.connected;
import static dev.checklist.s3.Asking.exists;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.checklist.Check;
import dev.checklist.Status;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class S3ChecksTest {
    private static final URI ENDPOINT = URI.create("https://s3.fr-par.scw.cloud");

    @Test
    void closing_leaves_the_client_of_the_caller_open() throws Exception {
        try (StoreStub stub = new StoreStub(Reply.of(200), Reply.listing("dumps"));
                S3Client client = S3Client.builder()
                        .endpointOverride(stub.endpoint())
                        .region(Region.of("fr-par"))
                        .forcePathStyle(true)
                        .credentialsProvider(Asking.CREDENTIALS)
                        .build()) {
            S3Checks s3 = S3Checks.using(client);
            s3.close();

            assertThat(exists(s3, new FakeContext()).status()).isEqualTo(Status.PASSED);
        }
    }

    @Test
    void closing_closes_the_client_that_was_built_here() throws Exception {
        try (StoreStub stub = new StoreStub(Reply.of(200), Reply.listing("dumps"))) {
            S3Checks s3 = connected(stub);
            s3.close();

            assertThat(exists(s3, new FakeContext()).message())
                    .endsWith("its client is closed: close it after the run");
            assertThat(stub.requests()).isEmpty();
        }
    }

    @Test
    void a_check_has_a_title_that_names_the_bucket() {
        try (S3Checks s3 = S3Checks.connecting(ENDPOINT, "fr-par", false).open()) {
            Check check = s3.bucket("dumps").exists();

            assertThat(check.title()).isEqualTo("bucket dumps exists");
            assertThat(s3).hasToString("S3 at https://s3.fr-par.scw.cloud (fr-par)");
        }
    }

    @Test
    void a_client_of_aws_is_shown_with_the_endpoint_of_its_region() {
        try (S3Client client = S3Client.builder()
                        .region(Region.EU_WEST_3)
                        .credentialsProvider(AnonymousCredentialsProvider.create())
                        .build();
                S3Checks s3 = S3Checks.using(client)) {
            assertThat(s3).hasToString("S3 at https://s3.eu-west-3.amazonaws.com (eu-west-3)");
        }
    }

    @Test
    void requests_are_signed_for_the_region_given() throws Exception {
        try (StoreStub stub = new StoreStub(Reply.of(200), Reply.listing("dumps"))) {
            exists(stub);

            assertThat(stub.signatures()).hasSize(2).allMatch(header -> header.contains("/fr-par/s3/aws4_request"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://store.example", "store.example", "file:/tmp", "https:/path", "mailto:a@store.example"})
    void an_endpoint_that_is_no_web_address_is_refused(String endpoint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> S3Checks.connecting(URI.create(endpoint), "fr-par", true))
                .withMessageStartingWith("endpoint is ")
                .withMessageContaining("expected http:// or https:// and a host");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://key:canary@store.example",
                "https://store.example/?k=canary",
                "https://store.example#canary"
            })
    void an_endpoint_with_more_than_an_address_is_refused_without_repeating_it(String endpoint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> S3Checks.connecting(URI.create(endpoint), "fr-par", true))
                .withMessageStartingWith("endpoint is https://store.example")
                .withMessageNotContaining("canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:9000", "http://[::1]:9000", "http://localhost:9000", "http://minio:9000"})
    void a_bucket_cannot_stand_before_an_address_or_a_bare_host(String endpoint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> S3Checks.connecting(URI.create(endpoint), "fr-par", false))
                .withMessageContaining("expected pathStyle true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "fr par", "fr/par"})
    void a_region_that_is_no_name_is_refused(String region) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> S3Checks.connecting(ENDPOINT, region, false))
                .withMessage("region is \"" + region + "\": expected a name such as \"fr-par\"");
    }

    @Test
    @SuppressWarnings("NullAway")
    void null_arguments_are_refused_by_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> S3Checks.using((S3Client) null))
                .withMessageStartingWith("client is null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> S3Checks.connecting(null, "fr-par", true))
                .withMessageStartingWith("endpoint is null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> S3Checks.connecting(ENDPOINT, null, true))
                .withMessageStartingWith("region is null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> S3Checks.connecting(ENDPOINT, "fr-par", true).withCredentials(null))
                .withMessageStartingWith("credentials is null");
        try (S3Checks s3 = S3Checks.connecting(ENDPOINT, "fr-par", true).open()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> s3.bucket(null))
                    .withMessageStartingWith("bucket name is null");
        }
    }

    @Test
    void a_client_that_does_not_tell_its_region_is_refused() {
        S3Client silent = new S3Client() {
            @Override
            public String serviceName() {
                return "s3";
            }

            @Override
            public void close() {}
        };

        assertThatIllegalArgumentException()
                .isThrownBy(() -> S3Checks.using(silent))
                .withMessageContaining("does not tell its region");
    }

    @ParameterizedTest
    @CsvSource({
        "https://store.example/, https://store.example",
        "https://key:canary@store.example:8443/s3/?k=canary#canary, https://store.example:8443/s3",
        "http://[::1]:9000, http://[::1]:9000"
    })
    void an_endpoint_is_shown_without_what_may_be_secret(String endpoint, String shown) {
        assertThat(Endpoint.shown(URI.create(endpoint))).isEqualTo(shown);
    }
}
