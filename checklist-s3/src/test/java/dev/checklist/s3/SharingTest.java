package dev.checklist.s3;

import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.section;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Checklist;
import dev.checklist.Section;
import dev.checklist.Status;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.s3.StoreStub.Asked;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

/** How many requests a list costs: what lines share is asked once. */
class SharingTest {
    private static final String[] TEN =
            IntStream.range(0, 10).mapToObj(i -> "bucket-" + i).toArray(String[]::new);

    private static Checklist list(S3Checks s3) {
        BucketsChecks buckets = s3.buckets(TEN[0], Arrays.copyOfRange(TEN, 1, TEN.length));
        Section all = section(
                "Buckets",
                buckets.exist(),
                buckets.each(BucketChecks::hasVersioningEnabled),
                buckets.each(BucketChecks::isPrivate),
                buckets.each(BucketChecks::blocksPublicAccess));
        return checklist("ten buckets", all);
    }

    /** Answers for any bucket as the healthy store does for its own. */
    private static Reply anyBucket(Asked asked) {
        String bucket = asked.target().replaceFirst("^/([^/?]+).*", "$1");
        Asked own = new Asked(asked.method(), asked.target().replace(bucket, "dumps"), asked.signed(), asked.body());
        Reply reply = FakeStore.healthy().answer(own);
        return reply.body().contains("dumps") ? reply.replacing("dumps", bucket) : reply;
    }

    @Test
    void four_lines_on_each_of_ten_buckets_cost_five_requests_a_bucket() throws Exception {
        try (StoreStub stub = new StoreStub(SharingTest::anyBucket);
                S3Checks s3 = Asking.connected(stub)) {
            Report report = ChecklistRunner.create().run(list(s3));

            assertThat(report.lines()).hasSize(40).allMatch(result -> result.status() == Status.PASSED);
            for (String bucket : TEN) {
                assertThat(stub.requests().stream().filter(request -> request.matches(".*/" + bucket + "(\\?.*)?")))
                        .as(bucket)
                        .hasSize(5);
            }
        }
    }

    @Test
    void an_endpoint_that_nobody_listens_on_is_asked_once_and_is_one_cause() throws Exception {
        URI gone;
        try (StoreStub stub = new StoreStub(Reply.of(200), Reply.of(200))) {
            gone = stub.endpoint();
        }
        try (S3Checks s3 = S3Checks.connecting(gone, "fr-par", true)
                .withCredentials(Asking.CREDENTIALS)
                .open()) {
            Report report = ChecklistRunner.create().run(list(s3));

            assertThat(report.results()).allMatch(result -> result.status() == Status.ERROR);
            assertThat(report.causes()).hasSize(1);
        }
    }

    @Test
    void a_store_that_hangs_up_on_the_first_request_is_not_asked_by_the_other_lines() throws Exception {
        try (StoreStub stub = new StoreStub(Reply.of(Reply.SILENCE), Reply.of(200));
                S3Checks s3 = Asking.connected(stub)) {
            Report report = ChecklistRunner.create().run(list(s3));

            assertThat(report.lines()).allMatch(result -> result.status() == Status.ERROR);
            assertThat(report.causes()).hasSize(1);
            assertThat(stub.requests()).hasSize(S3Connection.ATTEMPTS);
        }
    }

    @Test
    void the_failure_that_lines_share_is_not_kept_for_the_next_run() throws Exception {
        try (StoreStub stub = new StoreStub(Reply.of(Reply.SILENCE), Reply.listing("dumps"));
                S3Checks s3 = Asking.connected(stub)) {
            assertThat(Asking.exists(s3, new FakeContext()).status()).isEqualTo(Status.ERROR);
            stub.become(asked -> asked.method().equals("HEAD") ? Reply.of(200) : Reply.listing("dumps"));

            assertThat(Asking.exists(s3, new FakeContext()).status()).isEqualTo(Status.PASSED);
        }
    }

    @Test
    void lines_of_several_buckets_take_the_order_of_their_names() {
        try (S3Checks s3 = S3Checks.connecting(URI.create("https://store.example"), "fr-par", true)
                .withCredentials(() -> {
                    throw SdkClientException.create("not asked");
                })
                .open()) {
            assertThat(s3.buckets("one", "two").exist().items())
                    .extracting(Object::toString)
                    .isEqualTo(List.of("bucket one exists", "bucket two exists"));
        }
    }
}
