package dev.checklist.s3;

import static dev.checklist.s3.Asking.connected;
import static dev.checklist.s3.Asking.exists;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.checklist.Outcome;
import dev.checklist.Probe;
import dev.checklist.Status;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class SharedReadsTest {
    @Test
    void ten_lines_on_one_bucket_cost_one_head_and_one_list() throws Exception {
        try (StoreStub stub = new StoreStub(Reply.of(200), Reply.listing("dumps"));
                S3Checks s3 = connected(stub)) {
            FakeContext context = new FakeContext();
            for (int line = 0; line < 10; line++) {
                assertThat(exists(s3, context).status()).isEqualTo(Status.PASSED);
            }

            assertThat(stub.requests()).hasSize(2);
        }
    }

    @Test
    void two_clients_of_one_store_share_nothing() throws Exception {
        try (StoreStub stub = new StoreStub(Reply.of(200), Reply.listing("dumps"));
                S3Checks one = connected(stub);
                S3Checks other = connected(stub)) {
            FakeContext context = new FakeContext();
            exists(one, context);
            exists(other, context);

            assertThat(context.keys()).hasSize(4);
            assertThat(stub.requests()).hasSize(4);
        }
    }

    @Test
    void two_buckets_share_nothing() throws Exception {
        try (StoreStub stub = new StoreStub(Reply.of(200), Reply.listing("dumps"));
                S3Checks s3 = connected(stub)) {
            FakeContext context = new FakeContext();
            exists(s3, context);
            Outcome other = s3.bucket("dumps-2").exists().probe().evaluate(context);

            assertThat(other.status()).isEqualTo(Status.ERROR);
            assertThat(stub.requests()).hasSize(4);
        }
    }

    @Test
    void a_probe_is_a_record_that_is_equal_for_the_same_client_and_bucket() throws Exception {
        try (StoreStub stub = new StoreStub(Reply.of(200), Reply.listing("dumps"));
                S3Checks s3 = connected(stub)) {
            Probe probe = s3.bucket("dumps").exists().probe();

            assertThat(probe).isInstanceOf(Record.class);
            assertThat(probe).isEqualTo(s3.bucket("dumps").exists().probe());
            assertThat(probe).isNotEqualTo(s3.bucket("dumps-2").exists().probe());
        }
    }

    @Test
    void no_time_left_is_an_error() throws Exception {
        try (StoreStub stub = new StoreStub(Reply.of(200), cutShort().stalling())) {
            Outcome outcome = exists(stub, new FakeContext(Duration.ZERO));

            assertThat(outcome.status()).isEqualTo(Status.ERROR);
            assertThat(outcome.message()).endsWith("found no complete answer within the time limit");
        }
    }

    @Test
    void a_client_without_limits_of_its_own_keeps_the_limit_of_the_check() throws Exception {
        try (StoreStub stub = new StoreStub(Reply.of(200), cutShort().stalling());
                S3Client client = S3Client.builder()
                        .endpointOverride(stub.endpoint())
                        .region(Region.of("fr-par"))
                        .forcePathStyle(true)
                        .credentialsProvider(Asking.CREDENTIALS)
                        .httpClientBuilder(Apache5HttpClient.builder())
                        .build();
                S3Checks s3 = S3Checks.using(client)) {
            Outcome outcome = exists(s3, new FakeContext(Duration.ofMillis(700)));

            assertThat(outcome.status()).isEqualTo(Status.ERROR);
            assertThat(outcome.message()).endsWith("found no complete answer within the time limit");
        }
    }

    @Test
    void an_interrupted_probe_leaves_the_reason_to_the_runner() throws Exception {
        try (StoreStub stub = new StoreStub(Reply.of(200), Reply.listing("dumps"));
                S3Checks s3 = connected(stub)) {
            Thread.currentThread().interrupt();

            assertThatExceptionOfType(AbortedException.class).isThrownBy(() -> exists(s3, new FakeContext()));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(stub.requests()).isEmpty();
        }
    }

    private static Reply cutShort() {
        return Reply.listing("dumps").replacing("</ListBucketResult>", "");
    }
}
