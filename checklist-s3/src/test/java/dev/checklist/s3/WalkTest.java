package dev.checklist.s3;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.checklist;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Status;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.s3.FakeStore.Kind;
import dev.checklist.s3.StoreStub.Asked;
import dev.checklist.testing.CheckTester;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Listings are read to the end, or not believed. */
class WalkTest {
    private static final Pattern TOKEN = Pattern.compile("continuation-token=t(\\d+)");
    private FakeServer server;

    @BeforeEach
    void start() throws Exception {
        server = new FakeServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Result run(Check line) {
        return FakeServer.run(line);
    }

    private Check noneOld() {
        return server.bucket().hasNoObjectOlderThan("nightly/", Duration.ofDays(2));
    }

    /** Serves the pages by their number, from 0, which stands in the continuation token. */
    private void serve(IntFunction<String> pages) {
        server.become(
                FakeStore.healthy(), asked -> isListing(asked) ? FakeStore.xml(pages.apply(number(asked))) : null);
    }

    private static boolean isListing(Asked asked) {
        return asked.method().equals("GET") && Kind.of(asked) == Kind.LIST;
    }

    private static int number(Asked asked) {
        Matcher token = TOKEN.matcher(asked.target());
        return token.find() ? Integer.parseInt(token.group(1)) : 0;
    }

    private static String page(String objects, String end) {
        return "<ListBucketResult><Name>dumps</Name><EncodingType>url</EncodingType>" + objects + end
                + "</ListBucketResult>";
    }

    private static String truncated(String token) {
        return "<IsTruncated>true</IsTruncated><NextContinuationToken>" + token + "</NextContinuationToken>";
    }

    private static String object(String key, Instant modified) {
        return FakeStore.object(key, modified, 1_000, "t");
    }

    private static final String LAST = "<IsTruncated>false</IsTruncated>";

    @Test
    void the_newest_object_is_found_wherever_in_the_order_of_names_it_stands() {
        for (int where = 0; where < 3; where++) {
            int newest = where;
            serve(number -> page(
                    object("nightly/" + number, number == newest ? FakeStore.NEW : FakeStore.OLD),
                    number == 2 ? LAST : truncated("t" + (number + 1))));

            Result result = run(server.bucket().hasObjectNewerThan("nightly/", Duration.ofHours(2)));

            assertThat(result.status()).as(result.toString()).isEqualTo(Status.PASSED);
            assertThat(result.evidence())
                    .containsEntry("key", "nightly/" + newest)
                    .containsEntry("objects", "3")
                    .containsEntry("list requests", "3");
        }
    }

    @Test
    void a_hundred_thousand_objects_cost_a_hundred_lists_and_one_to_prove_the_bucket() {
        String thousand = object("nightly/k", FakeStore.OLD).repeat(1_000);
        serve(number -> page(thousand, number == 99 ? LAST : truncated("t" + (number + 1))));

        Result result = run(noneOld());

        assertThat(result.status()).as(result.toString()).isEqualTo(Status.PASSED);
        assertThat(result.evidence()).containsEntry("objects", "100000").containsEntry("list requests", "100");
        assertThat(server.stub().requests().stream().filter(request -> request.contains("list-type")))
                .hasSize(101);
    }

    @Test
    void more_pages_than_are_read_are_an_error_that_names_the_way_out() {
        serve(number -> page("", truncated("t" + (number + 1))));

        Result result = run(noneOld());

        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("more than 1000 pages: give a longer prefix");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<IsTruncated>true</IsTruncated>|not how to go on (no NextContinuationToken)",
                "<IsTruncated>true</IsTruncated><NextContinuationToken></NextContinuationToken>|not how to go on",
                "<IsTruncated>true</IsTruncated><NextContinuationToken>t0</NextContinuationToken>|token twice",
                "<KeyCount>1</KeyCount>|whether it is the last (no IsTruncated)",
                "<IsTruncated>false</IsTruncated><KeyCount>2</KeyCount>|counts 2 keys and names 1"
            })
    void an_end_that_is_none_is_an_error(String end, String words) {
        serve(number -> page(object("nightly/1", FakeStore.NEW), end));

        Result result = run(noneOld());

        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("to list \"nightly/\" to its end, found ", words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<Key>nightly/1</Key>|<Key>weekly/1</Key>|the key \"weekly/1\", which is not under it",
                "<Size>1000</Size>||without key, time or size",
                "<Size>1000|<Size>-1|without key, time or size",
                "<Key>nightly/1</Key>||without key, time or size",
                "nightly/1|nightly/%zz|not URL-encoded"
            })
    void an_object_that_is_none_of_those_asked_for_is_an_error(String text, String other, String words) {
        serve(number -> page(object("nightly/1", FakeStore.NEW), LAST).replace(text, other == null ? "" : other));

        Result result = run(noneOld());

        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains(words);
    }

    @Test
    void a_page_that_fails_in_the_middle_makes_the_listing_worthless() {
        server.become(
                FakeStore.healthy(),
                asked -> !isListing(asked)
                        ? null
                        : number(asked) == 0
                                ? FakeStore.xml(page(object("nightly/1", FakeStore.NEW), truncated("t1")))
                                : Reply.error(503, "SlowDown"));

        Result result = run(server.bucket().hasObjectNewerThan("nightly/", Duration.ofHours(2)));

        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("503 SlowDown");
    }

    @Test
    void keys_are_decoded_and_shown_on_one_line() {
        serve(number -> page(object("nightly/a%0Ab%3Cscript%3E+%E2%82%AC", FakeStore.NEW), LAST));

        Result result = run(server.bucket().hasObjectNewerThan("nightly/", Duration.ofHours(2)));

        assertThat(result.status()).as(result.toString()).isEqualTo(Status.PASSED);
        assertThat(result.evidence()).containsEntry("key", "nightly/a\\u000ab<script> €");
    }

    @Test
    void folders_are_no_objects() {
        serve(number -> page(object("nightly/", FakeStore.NEW) + object("nightly/x/", FakeStore.TOO_OLD), LAST));

        assertThat(run(noneOld()).message()).endsWith("found no object at all");
    }

    @Test
    void a_retry_lists_again_after_a_minute_and_not_before() {
        server.become(FakeStore.healthy().with(Kind.LIST, FakeStore.list("")));

        Result hasty = run(noneOld().retry(attempts(2).every(Duration.ofSeconds(59))));
        assertThat(hasty.status()).isEqualTo(Status.ERROR);
        assertThat(hasty.message()).contains("a retry after 59 s: a listing is repeated after 60 s at the earliest");
        assertThat(lists()).isOne();

        Result patient = run(noneOld().retry(attempts(3).every(Duration.ofSeconds(60))));
        assertThat(patient.status()).isEqualTo(Status.FAILED);
        assertThat(patient.attempts()).hasSize(3);
        assertThat(lists()).isEqualTo(4);
    }

    @Test
    void lines_that_retry_out_of_step_keep_a_pace_of_their_own() {
        server.become(FakeStore.healthy().with(Kind.LIST, FakeStore.list("")));
        Check slow = server.bucket()
                .retentionWorks("nightly/", 1, 7)
                .retry(attempts(2).every(Duration.ofSeconds(90)));

        Report report = CheckTester.startingAt(Instant.now())
                .run(checklist("two lines", noneOld().retry(attempts(2).every(Duration.ofSeconds(60))), slow));

        assertThat(report.lines()).allSatisfy(result -> {
            assertThat(result.status()).as(result.toString()).isEqualTo(Status.FAILED);
            assertThat(result.attempts()).hasSize(2);
        });
    }

    private long lists() {
        return server.stub().requests().stream()
                .filter(request -> request.contains("encoding-type"))
                .count();
    }

    @Test
    void lines_on_one_prefix_share_one_listing() {
        server.become(FakeStore.healthy());
        FakeContext context = new FakeContext();
        Walk walk = new Walk(new Bucket(Store.of(server.client()), "dumps"), "nightly/", Contents.Wanted.ALL);

        assertThat(read(walk, context)).isSameAs(read(walk, context));
        assertThat(server.stub().requests()).hasSize(1);
    }

    private static Contents read(Walk walk, FakeContext context) {
        try {
            return walk.read(context, "a line");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
