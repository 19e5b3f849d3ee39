package dev.checklist.s3;

import static dev.checklist.s3.Asking.exists;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Mark;
import dev.checklist.Outcome;
import dev.checklist.Status;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HEAD says 200 throughout, as any web server does. */
class HostileAnswersTest {
    private static final String NO_XML =
            "found an answer that is not S3's XML: a web page, or an answer cut short or far too long";
    private static final String NO_NAME = "found an answer of status 200 that names no bucket: this is no S3 store";
    private static final Reply GOOD = Reply.listing("dumps");

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of("a login page", Reply.of(200, "<!doctype html><p>Please log in<br></p>"), NO_XML),
                Arguments.of("a page in XHTML", Reply.of(200, "<html><body>Welcome</body></html>"), NO_NAME),
                Arguments.of("nothing", Reply.of(200), NO_NAME),
                Arguments.of("no content", Reply.of(204), "found HEAD 200, but for the listing 204"),
                Arguments.of("JSON", Reply.of(200, "{\"Name\":\"dumps\",\"IsTruncated\":false}"), NO_XML),
                Arguments.of("the list of all buckets", buckets(), NO_NAME),
                Arguments.of("XML without its end", GOOD.replacing("</ListBucketResult>", ""), NO_XML),
                Arguments.of("XML cut in a tag", GOOD.replacing("</IsTruncated></ListBucketResult>", "</IsTr"), NO_XML),
                Arguments.of(
                        "another bucket",
                        Reply.listing("dumps-2"),
                        "found a listing of dumps-2: the endpoint or the addressing style is wrong"),
                Arguments.of(
                        "a name that is no bucket's",
                        Reply.listing("DUMPS&lt;script&gt;"),
                        "found a listing of another name: the endpoint or the addressing style is wrong"),
                Arguments.of("an empty name", Reply.listing(""), "found a listing of another name"),
                Arguments.of(
                        "no word on its end",
                        GOOD.replacing("<IsTruncated>false</IsTruncated>", ""),
                        "found a listing that does not say whether it is complete (no IsTruncated)"),
                Arguments.of("a count that is no number", GOOD.replacing("<KeyCount>0", "<KeyCount>many"), NO_XML),
                Arguments.of(
                        "a count beyond 64 bits",
                        GOOD.replacing("<KeyCount>0", "<KeyCount>99999999999999999999"),
                        NO_XML),
                Arguments.of("a byte order mark and a page", Reply.of(200, "\ufeff<!doctype html><p>Log in"), NO_XML),
                Arguments.of("a byte order mark and nothing", Reply.of(200, "\ufeff"), NO_XML),
                Arguments.of(
                        "a page ten thousand tags deep",
                        Reply.of(200, "<p>".repeat(10_000) + "</p>".repeat(10_000)),
                        NO_XML),
                Arguments.of("an entity bomb", bomb(), NO_XML),
                Arguments.of("an entity of a file", file(), NO_XML),
                Arguments.of(
                        "an error under status 200",
                        Reply.error(200, "NoSuchBucket"),
                        "found HEAD 200, but for the listing 200 NoSuchBucket"),
                Arguments.of("a refusal of a proxy", Reply.of(403, "<html>no</html>"), "found for the listing 403"),
                Arguments.of("a code in no letters", Reply.error(403, "A&lt;b&gt;"), "found for the listing 403"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void an_answer_that_is_no_listing_of_the_bucket_is_an_error(String name, Reply reply, String words)
            throws Exception {
        try (StoreStub stub = new StoreStub(Reply.of(200), reply)) {
            Outcome outcome = exists(stub);

            assertThat(outcome.status()).as(name).isEqualTo(Status.ERROR);
            assertThat(outcome.mark()).isEqualTo(Mark.PLAIN);
            assertThat(outcome.message())
                    .startsWith("expected ")
                    .contains(stub.endpoint().toString())
                    .contains(words);
        }
    }

    /** What names the bucket proves it; what a header calls it does not count, since stores and proxies call it anything. */
    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/json", "application/xml; charset=utf-7", "nonsense"})
    void the_body_decides_whatever_its_content_type(String type) throws Exception {
        try (StoreStub stub = new StoreStub(Reply.of(200), GOOD.with("Content-Type", type))) {
            assertThat(exists(stub).status()).isEqualTo(Status.PASSED);
        }
        try (StoreStub stub =
                new StoreStub(Reply.of(200), Reply.of(200, "<p>Log in</p>").with("Content-Type", "application/xml"))) {
            assertThat(exists(stub).status()).isEqualTo(Status.ERROR);
        }
    }

    @Test
    void a_body_that_stalls_is_an_error_when_the_time_of_the_check_is_over() throws Exception {
        try (StoreStub stub = new StoreStub(
                Reply.of(200), GOOD.replacing("</ListBucketResult>", "").stalling())) {
            Outcome outcome = exists(stub, new FakeContext(Duration.ofMillis(700)));

            assertThat(outcome.status()).isEqualTo(Status.ERROR);
            assertThat(outcome.mark()).isEqualTo(Mark.PLAIN);
            assertThat(outcome.message())
                    .isEqualTo("expected an answer of S3 from " + stub.endpoint()
                            + ", found no complete answer within the time limit");
        }
    }

    @Test
    void a_body_of_more_than_8_mebibytes_is_cut_off() throws Exception {
        String filler = "<Prefix>" + "x".repeat(9 * 1024 * 1024) + "</Prefix>";
        try (StoreStub stub = new StoreStub(Reply.of(200), GOOD.replacing("<Prefix></Prefix>", filler))) {
            Outcome outcome = exists(stub);

            assertThat(outcome.status()).isEqualTo(Status.ERROR);
            assertThat(outcome.message()).endsWith(NO_XML);
        }
    }

    @Test
    void a_store_that_hangs_up_is_an_error() throws Exception {
        try (StoreStub stub = new StoreStub(Reply.of(200), Reply.of(Reply.SILENCE))) {
            Outcome outcome = exists(stub);

            assertThat(outcome.status()).isEqualTo(Status.ERROR);
            assertThat(outcome.message()).contains(", found that the connection broke off (");
        }
    }

    private static Reply buckets() {
        return Reply.of(
                200,
                "<ListAllMyBucketsResult><Buckets><Bucket><Name>dumps</Name></Bucket></Buckets></ListAllMyBucketsResult>");
    }

    private static Reply bomb() {
        return GOOD.replacing(
                        "<ListBucketResult",
                        "<!DOCTYPE l [<!ENTITY a \"dumps\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>"
                                + "<ListBucketResult")
                .replacing("<Prefix>", "<Prefix>&c;");
    }

    private static Reply file() {
        return GOOD.replacing(
                        "<ListBucketResult",
                        "<!DOCTYPE l [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><ListBucketResult")
                .replacing("<Prefix>", "<Prefix>&a;");
    }
}
