package dev.checklist.s3;

import static dev.checklist.s3.Asking.SECRET_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Status;
import dev.checklist.run.Result;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Keys other than the client's own: the application's, from its Secret. */
class GivenCredentialsTest {
    private static final AwsCredentialsProvider OTHER = () -> AwsBasicCredentials.create("AKOTHER0123456789ABC", "o");

    private FakeServer server;

    @BeforeEach
    void start() throws Exception {
        server = new FakeServer();
        server.become(FakeStore.healthy());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Result accepts(AwsCredentialsProvider keys) {
        return FakeServer.run(server.checks().using(keys).bucket("dumps").acceptsCredentials());
    }

    @Test
    void requests_are_signed_with_the_keys_given_and_no_others() {
        assertThat(accepts(OTHER).status()).isEqualTo(Status.PASSED);

        assertThat(server.stub().requests()).containsExactly("HEAD /dumps", "GET /dumps?list-type=2&max-keys=1");
        assertThat(server.stub().signatures())
                .allMatch(signature -> signature.contains("Credential=AKOTHER0123456789ABC/"));
    }

    @Test
    void the_keys_are_asked_for_when_the_check_runs_and_not_before() {
        AtomicInteger asked = new AtomicInteger();
        BucketChecks bucket = server.checks()
                .using(() -> {
                    asked.incrementAndGet();
                    return OTHER.resolveCredentials();
                })
                .bucket("dumps");
        assertThat(bucket.exists().title()).isEqualTo("bucket dumps exists");
        assertThat(asked).hasValue(0);

        FakeServer.run(bucket.exists());
        assertThat(asked).hasPositiveValue();
    }

    @ParameterizedTest
    @CsvSource({
        "403, InvalidAccessKeyId, FAILED",
        "403, SignatureDoesNotMatch, FAILED",
        "400, ExpiredToken, FAILED",
        "400, InvalidToken, FAILED",
        "403, AccessDenied, ERROR",
        "403, RequestTimeTooSkewed, ERROR",
        "404, NoSuchBucket, FAILED"
    })
    void refused_keys_are_told_from_keys_that_may_not_look(int status, String code, Status expected) {
        server.become(FakeStore.healthy()
                .with(FakeStore.Kind.HEAD, Reply.of(status))
                .with(FakeStore.Kind.FIRST_KEY, Reply.error(status, code)));
        Result result = accepts(OTHER);

        assertThat(result.status()).isEqualTo(expected);
        assertThat(result.message()).contains(code.equals("AccessDenied") ? "valid, but not permitted" : code);
    }

    @Test
    void a_supplier_that_fails_is_an_error_without_its_text() {
        Result result = accepts(() -> {
            throw new IllegalStateException("the secret is " + SECRET_KEY);
        });

        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).endsWith("found no credentials, since what was to supply them failed");
        assertThat(result.toString() + result.attempts()).doesNotContain(SECRET_KEY);
        assertThat(server.stub().requests()).isEmpty();
    }

    @Test
    void no_keys_at_all_prove_nothing() {
        assertThat(accepts(AnonymousCredentialsProvider.create()).status()).isEqualTo(Status.ERROR);
        assertThat(accepts(() -> null).status()).isEqualTo(Status.ERROR);
        assertThat(server.stub().requests()).isEmpty();
    }

    @Test
    void a_client_without_credentials_cannot_show_that_they_are_accepted() {
        try (S3Client unsigned = S3Client.builder()
                .endpointOverride(server.stub().endpoint())
                .region(Region.of("fr-par"))
                .forcePathStyle(true)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(Apache5HttpClient.builder())
                .build()) {
            Result result =
                    FakeServer.run(S3Checks.using(unsigned).bucket("dumps").acceptsCredentials());

            assertThat(result.status()).isEqualTo(Status.ERROR);
            assertThat(result.message()).contains("a client without credentials");
        }
    }

    @Test
    void closing_the_view_with_other_keys_leaves_the_client_open() {
        server.checks().using(OTHER).close();

        assertThat(FakeServer.run(server.bucket().exists()).status()).isEqualTo(Status.PASSED);
    }

    @Test
    void two_sets_of_keys_share_no_answer() {
        accepts(OTHER);
        int once = server.stub().requests().size();
        var list = dev.checklist.Checklists.checklist(
                "two",
                server.bucket().exists(),
                server.checks().using(OTHER).bucket("dumps").exists().id("other"));
        server.become(FakeStore.healthy());
        dev.checklist.run.ChecklistRunner.create().run(list);

        assertThat(server.stub().requests()).hasSize(2 * once);
    }
}
