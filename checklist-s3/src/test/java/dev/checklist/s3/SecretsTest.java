package dev.checklist.s3;

import static dev.checklist.s3.Asking.ACCESS_KEY;
import static dev.checklist.s3.Asking.SECRET_KEY;
import static dev.checklist.s3.Asking.connected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

class SecretsTest {
    /** Stores that repeat the access key wherever they can. */
    static Stream<Reply> echoes() {
        String key = "<Message>" + ACCESS_KEY + "</Message><AWSAccessKeyId>" + ACCESS_KEY + "</AWSAccessKeyId>";
        Reply refused = Reply.error(403, "InvalidAccessKeyId");
        return Stream.of(
                refused.replacing("<Message>what the store says</Message>", key),
                Reply.error(403, "SignatureDoesNotMatch").replacing("what the store says", ACCESS_KEY),
                Reply.error(403, ACCESS_KEY),
                Reply.error(400, "ExpiredToken").with("Date", ACCESS_KEY),
                Reply.listing(ACCESS_KEY),
                Reply.listing("dumps").replacing("<KeyCount>0", "<KeyCount>" + ACCESS_KEY),
                Reply.of(200, "<" + ACCESS_KEY + ">"),
                Reply.of(200, ACCESS_KEY),
                Reply.of(302).with("Location", "http://127.0.0.1:1/?key=" + ACCESS_KEY));
    }

    @ParameterizedTest
    @MethodSource("echoes")
    void keys_that_a_store_repeats_are_in_no_text(Reply echo) throws Exception {
        try (StoreStub stub = new StoreStub(Reply.of(echo.status()), echo)) {
            assertThat(textsOf(stub)).noneMatch(text -> text.contains(ACCESS_KEY) || text.contains(SECRET_KEY));
            assertThat(stub.signatures()).isNotEmpty().allMatch(header -> header.contains(ACCESS_KEY));
        }
    }

    @Test
    void credentials_that_cannot_be_had_are_an_error_in_words() throws Exception {
        AwsCredentialsProvider none = () -> {
            throw SdkClientException.create("Unable to load credentials from any of the providers: " + SECRET_KEY);
        };
        try (StoreStub stub = new StoreStub(Reply.of(200), Reply.listing("dumps"));
                S3Checks s3 = S3Checks.connecting(stub.endpoint(), "fr-par", true)
                        .withCredentials(none)
                        .open()) {
            Outcome outcome = Asking.exists(s3, new FakeContext());

            assertThat(outcome.message())
                    .endsWith("found no credentials, give them with withCredentials(), the environment, "
                            + "a profile or a role");
            assertThat(outcome.toString()).doesNotContain(SECRET_KEY);
            assertThat(stub.requests()).isEmpty();
        }
    }

    @Test
    void a_refusal_of_the_service_behind_the_credentials_is_an_error_of_the_credentials() throws Exception {
        AwsCredentialsProvider refused = () -> {
            throw AwsServiceException.builder()
                    .message(SECRET_KEY)
                    .statusCode(403)
                    .build();
        };
        try (StoreStub stub = new StoreStub(Reply.of(200), Reply.listing("dumps"));
                S3Checks s3 = S3Checks.connecting(stub.endpoint(), "fr-par", true)
                        .withCredentials(refused)
                        .open()) {
            Outcome outcome = Asking.exists(s3, new FakeContext());

            assertThat(outcome.message()).endsWith("found no credentials, since their provider was refused (403)");
            assertThat(outcome.toString()).doesNotContain(SECRET_KEY);
        }
    }

    @Test
    void an_unknown_failure_of_the_client_is_an_error_without_its_text() throws Exception {
        AwsCredentialsProvider broken = () -> {
            throw SdkClientException.create("vault says " + SECRET_KEY);
        };
        try (StoreStub stub = new StoreStub(Reply.of(200), Reply.listing("dumps"));
                S3Checks s3 = S3Checks.connecting(stub.endpoint(), "fr-par", true)
                        .withCredentials(broken)
                        .open()) {
            Outcome outcome = Asking.exists(s3, new FakeContext());

            assertThat(outcome.message())
                    .endsWith("found that the request could not be sent (SdkClientException): "
                            + "see the client's configuration");
            assertThat(outcome.toString()).doesNotContain(SECRET_KEY);
        }
    }

    private static List<String> textsOf(StoreStub stub) throws Exception {
        try (S3Checks s3 = connected(stub)) {
            BucketChecks bucket = s3.bucket("dumps");
            Check check = bucket.exists();
            Outcome outcome = check.probe().evaluate(new FakeContext());
            return List.of(
                    s3.toString(),
                    bucket.toString(),
                    check.toString(),
                    check.probe().toString(),
                    outcome.toString(),
                    outcome.identity().toString(),
                    outcome.warnings().toString(),
                    S3Checks.connecting(stub.endpoint(), "fr-par", true)
                            .withCredentials(Asking.CREDENTIALS)
                            .toString());
        }
    }
}
