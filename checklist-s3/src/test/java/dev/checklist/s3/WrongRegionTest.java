package dev.checklist.s3;

import static dev.checklist.s3.Asking.exists;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Outcome;
import dev.checklist.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrongRegionTest {
    @ParameterizedTest
    @CsvSource({"301, true", "307, false", "400, true"})
    void another_region_that_the_store_names_is_a_wrong_region(int status, boolean conclusive) throws Exception {
        Reply elsewhere = Reply.of(status).inRegion("nl-ams");
        try (StoreStub stub = new StoreStub(elsewhere, elsewhere)) {
            Outcome outcome = exists(stub);

            assertThat(outcome.status()).isEqualTo(Status.FAILED);
            assertThat(outcome.isConclusive()).isEqualTo(conclusive);
            assertThat(outcome.message())
                    .isEqualTo("expected bucket dumps in region fr-par at " + stub.endpoint()
                            + ", found it in region nl-ams (" + status + "): wrong region or endpoint");
            assertThat(outcome.evidence()).containsEntry("region", "nl-ams");
            assertThat(stub.requests()).containsExactly("HEAD /dumps");
        }
    }

    @Test
    void a_redirect_to_the_region_that_is_set_is_a_wrong_endpoint() throws Exception {
        Reply elsewhere = Reply.of(301).inRegion("fr-par");
        try (StoreStub stub = new StoreStub(elsewhere, elsewhere)) {
            Outcome outcome = exists(stub);

            assertThat(outcome.status()).isEqualTo(Status.FAILED);
            assertThat(outcome.message()).endsWith("in region fr-par (301): the endpoint is not this region's");
        }
    }

    @Test
    void a_bad_signature_scope_that_only_the_listing_explains_is_a_wrong_region() throws Exception {
        Reply list = Reply.error(400, "AuthorizationHeaderMalformed").inRegion("nl-ams");
        try (StoreStub stub = new StoreStub(Reply.of(400), list)) {
            Outcome outcome = exists(stub);

            assertThat(outcome.status()).isEqualTo(Status.FAILED);
            assertThat(outcome.message()).contains("region nl-ams (400 AuthorizationHeaderMalformed)");
        }
    }

    @Test
    void a_bad_signature_scope_in_the_region_that_is_set_is_an_error() throws Exception {
        Reply list = Reply.error(400, "AuthorizationHeaderMalformed").inRegion("fr-par");
        try (StoreStub stub = new StoreStub(Reply.of(400).inRegion("fr-par"), list)) {
            Outcome outcome = exists(stub);

            assertThat(outcome.status()).isEqualTo(Status.ERROR);
            assertThat(outcome.message()).endsWith("found for the listing 400 AuthorizationHeaderMalformed");
        }
    }

    @Test
    void a_redirect_of_s3_without_a_region_is_a_wrong_endpoint() throws Exception {
        try (StoreStub stub = new StoreStub(Reply.of(301), Reply.error(301, "PermanentRedirect"))) {
            Outcome outcome = exists(stub);

            assertThat(outcome.status()).isEqualTo(Status.FAILED);
            assertThat(outcome.message())
                    .contains("found it in a region that the store does not name (301 PermanentRedirect)");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void a_redirect_that_is_not_the_word_of_s3_is_an_error_and_never_followed(int status) throws Exception {
        try (StoreStub target = new StoreStub(Reply.of(200), Reply.listing("dumps"))) {
            Reply redirect = Reply.of(status).with("Location", target.endpoint() + "/dumps");
            try (StoreStub stub = new StoreStub(redirect, redirect)) {
                Outcome outcome = exists(stub);

                assertThat(outcome.status()).isEqualTo(Status.ERROR);
                assertThat(outcome.message()).endsWith("for the listing " + status + " (a redirect, not followed)");
                assertThat(target.requests()).isEmpty();
            }
        }
    }
}
