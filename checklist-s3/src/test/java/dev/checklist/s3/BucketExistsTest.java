package dev.checklist.s3;

import static dev.checklist.s3.Asking.exists;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Mark;
import dev.checklist.Outcome;
import dev.checklist.Status;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BucketExistsTest {
    private static final String HEAD = "HEAD /dumps";
    private static final String LIST = "GET /dumps?list-type=2&max-keys=1";

    @Test
    void a_bucket_that_answers_head_and_lists_under_its_own_name_exists() throws Exception {
        try (StoreStub stub = new StoreStub(Reply.of(200).inRegion("fr-par"), Reply.listing("dumps"))) {
            Outcome outcome = exists(stub);

            assertThat(outcome.status()).isEqualTo(Status.PASSED);
            assertThat(outcome.message()).isEqualTo("HEAD is answered 200, and the listing names bucket dumps");
            assertThat(outcome.evidence())
                    .containsEntry("bucket", "dumps")
                    .containsEntry("endpoint", stub.endpoint().toString())
                    .containsEntry("region", "fr-par");
            assertThat(outcome.identity())
                    .containsOnlyKeys("endpoint")
                    .containsValue(stub.endpoint().toString());
            assertThat(outcome.warnings()).isEmpty();
            assertThat(stub.requests()).containsExactly(HEAD, LIST);
        }
    }

    @Test
    void a_region_that_the_store_does_not_tell_is_shown_as_not_told() throws Exception {
        try (StoreStub stub = new StoreStub(Reply.of(200), Reply.listing("dumps"))) {
            Outcome outcome = exists(stub);

            assertThat(outcome.status()).isEqualTo(Status.PASSED);
            assertThat(outcome.evidence()).containsEntry("region", "not told by the store");
            assertThat(outcome.warnings()).isEmpty();
        }
    }

    @Test
    void a_bucket_in_another_region_that_answers_all_the_same_is_a_warning() throws Exception {
        try (StoreStub stub = new StoreStub(Reply.of(200).inRegion("nl-ams"), Reply.listing("dumps"))) {
            Outcome outcome = exists(stub);

            assertThat(outcome.status()).isEqualTo(Status.PASSED);
            assertThat(outcome.warnings())
                    .containsExactly("bucket dumps is in region nl-ams, the client is set to fr-par: "
                            + "set the client's region");
        }
    }

    @Test
    void a_bucket_that_is_not_there_is_missing_for_good() throws Exception {
        try (StoreStub stub = new StoreStub(Reply.of(404), Reply.error(404, "NoSuchBucket"))) {
            Outcome outcome = exists(stub);

            assertThat(outcome.status()).isEqualTo(Status.FAILED);
            assertThat(outcome.isConclusive()).isTrue();
            assertThat(outcome.message())
                    .isEqualTo(
                            "expected bucket dumps at " + stub.endpoint()
                                    + ", found no such bucket (404 NoSuchBucket): create it, or correct its name or the endpoint");
            assertThat(outcome.identity()).containsKey("endpoint");
        }
    }

    @Test
    void a_404_that_is_not_the_word_of_an_s3_store_is_no_missing_bucket() throws Exception {
        try (StoreStub stub = new StoreStub(Reply.of(404), Reply.of(404, "<html>not found</html>"))) {
            Outcome outcome = exists(stub);

            assertThat(outcome.status()).isEqualTo(Status.ERROR);
            assertThat(outcome.message()).endsWith("found for the listing 404");
        }
    }

    @Test
    void a_refused_account_learns_that_the_bucket_exists_or_is_hidden() throws Exception {
        try (StoreStub stub = new StoreStub(Reply.of(403), Reply.error(403, "AccessDenied"))) {
            Outcome outcome = exists(stub);

            assertThat(outcome.status()).isEqualTo(Status.ERROR);
            assertThat(outcome.mark()).isEqualTo(Mark.NOT_PERMITTED);
            assertThat(outcome.message())
                    .isEqualTo("expected to list bucket dumps at " + stub.endpoint()
                            + ", found 403 AccessDenied: it exists or is hidden, not permitted to look; "
                            + "the account lacks s3:ListBucket on dumps");
            assertThat(stub.requests()).containsExactly(HEAD, LIST);
        }
    }

    @Test
    void a_bucket_that_answers_head_but_refuses_the_listing_is_not_proven() throws Exception {
        try (StoreStub stub = new StoreStub(Reply.of(200), Reply.error(403, "AccessDenied"))) {
            Outcome outcome = exists(stub);

            assertThat(outcome.status()).isEqualTo(Status.ERROR);
            assertThat(outcome.mark()).isEqualTo(Mark.NOT_PERMITTED);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "403, InvalidAccessKeyId",
        "403, SignatureDoesNotMatch",
        "400, ExpiredToken",
        "400, InvalidToken",
        "400, TokenRefreshRequired",
        "403, InvalidSecurity"
    })
    void refused_credentials_are_an_error_of_the_credentials(int status, String code) throws Exception {
        try (StoreStub stub = new StoreStub(Reply.of(status), Reply.error(status, code))) {
            Outcome outcome = exists(stub);

            assertThat(outcome.status()).isEqualTo(Status.ERROR);
            assertThat(outcome.mark()).isEqualTo(Mark.PLAIN);
            assertThat(outcome.message())
                    .isEqualTo("expected " + stub.endpoint() + " to accept the credentials, found " + status + " "
                            + code + ": correct access key, secret or session token");
        }
    }

    @Test
    void a_skewed_clock_is_an_error_that_shows_the_clock_of_the_store() throws Exception {
        Reply skewed = Reply.error(403, "RequestTimeTooSkewed").with("Date", "Wed, 01 Jan 2025 10:00:00 GMT");
        try (StoreStub stub = new StoreStub(Reply.of(403), skewed)) {
            Outcome outcome = exists(stub);

            assertThat(outcome.status()).isEqualTo(Status.ERROR);
            assertThat(outcome.mark()).isEqualTo(Mark.PLAIN);
            assertThat(outcome.message())
                    .isEqualTo("expected the clocks here and at " + stub.endpoint()
                            + " to agree, found 403 RequestTimeTooSkewed: set this machine's clock");
            assertThat(outcome.evidence()).containsKey("store's clock");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {405, 409, 410, 501})
    void a_store_that_cannot_answer_head_is_an_error(int status) throws Exception {
        try (StoreStub stub = new StoreStub(Reply.of(status), Reply.listing("dumps"))) {
            Outcome outcome = exists(stub);

            assertThat(outcome.status()).isEqualTo(Status.ERROR);
            assertThat(outcome.mark()).isEqualTo(Mark.PLAIN);
            assertThat(outcome.message())
                    .isEqualTo("expected an answer of S3 from " + stub.endpoint() + ", found HEAD " + status);
            assertThat(stub.requests()).containsExactly(HEAD);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void a_store_that_is_down_is_an_error_after_two_requests(int status) throws Exception {
        try (StoreStub stub = new StoreStub(Reply.of(status), Reply.of(status))) {
            Outcome outcome = exists(stub);

            assertThat(outcome.status()).isEqualTo(Status.ERROR);
            assertThat(outcome.message()).endsWith("found HEAD " + status);
            assertThat(stub.requests()).containsExactly(HEAD, HEAD);
        }
    }

    @Test
    void a_listing_that_is_throttled_is_an_error_with_the_code() throws Exception {
        try (StoreStub stub = new StoreStub(Reply.of(200), Reply.error(503, "SlowDown"))) {
            Outcome outcome = exists(stub);

            assertThat(outcome.status()).isEqualTo(Status.ERROR);
            assertThat(outcome.message()).endsWith("found for the listing 503 SlowDown");
            assertThat(stub.requests()).containsExactly(HEAD, LIST, LIST);
        }
    }

    @Test
    void an_endpoint_that_nobody_listens_on_is_an_error_without_a_bucket_in_its_message() throws Exception {
        URI gone;
        try (StoreStub stub = new StoreStub(Reply.of(200), Reply.of(200))) {
            gone = stub.endpoint();
        }
        try (S3Checks s3 = S3Checks.connecting(gone, "fr-par", true)
                .withCredentials(Asking.CREDENTIALS)
                .open()) {
            Outcome outcome = exists(s3, new FakeContext());

            assertThat(outcome.status()).isEqualTo(Status.ERROR);
            assertThat(outcome.mark()).isEqualTo(Mark.PLAIN);
            assertThat(outcome.message())
                    .isEqualTo(
                            "expected an answer of S3 from " + gone
                                    + ", found no connection (refused or no route): see that the store runs and the port is right");
            assertThat(outcome.evidence()).containsEntry("bucket", "dumps");
            assertThat(outcome.identity()).containsEntry("endpoint", gone.toString());
        }
    }

    @Test
    void an_endpoint_whose_host_has_no_address_is_an_error() throws Exception {
        try (S3Checks s3 = S3Checks.connecting(URI.create("http://store.invalid"), "fr-par", true)
                .withCredentials(Asking.CREDENTIALS)
                .open()) {
            Outcome outcome = exists(s3, new FakeContext());

            assertThat(outcome.status()).isEqualTo(Status.ERROR);
            assertThat(outcome.message()).contains("http://store.invalid, found no address for its host");
        }
    }

    @Test
    void a_store_that_contradicts_itself_is_an_error() throws Exception {
        try (StoreStub stub = new StoreStub(Reply.of(403), Reply.listing("dumps"))) {
            Outcome outcome = exists(stub);

            assertThat(outcome.status()).isEqualTo(Status.ERROR);
            assertThat(outcome.message()).endsWith("found HEAD 403, but for the listing 200");
        }
    }

    @Test
    void a_bucket_that_vanishes_between_head_and_listing_is_missing_but_not_for_good() throws Exception {
        try (StoreStub stub = new StoreStub(Reply.of(200), Reply.error(404, "NoSuchBucket"))) {
            Outcome outcome = exists(stub);

            assertThat(outcome.status()).isEqualTo(Status.FAILED);
            assertThat(outcome.isConclusive()).isFalse();
        }
    }
}
