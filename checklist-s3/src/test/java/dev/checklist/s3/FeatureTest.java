package dev.checklist.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Mark;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.run.Result;
import dev.checklist.s3.FakeStore.Kind;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** What the sub-resources of a bucket come to, beyond the contract: each row of the rules. */
class FeatureTest {
    private static final Bucket AWS =
            new Bucket(Store.of(S3Client.builder().region(Region.US_EAST_1).build()), "dumps");
    private static final Bucket OTHER = new Bucket(
            Store.of(S3Client.builder()
                    .region(Region.of("fr-par"))
                    .endpointOverride(java.net.URI.create("https://s3.fr-par.scw.cloud"))
                    .build()),
            "dumps");

    private static FakeServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new FakeServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Result run(Function<BucketChecks, Check> check, Kind kind, Reply reply) {
        server.become(FakeStore.healthy().with(kind, reply));
        return FakeServer.run(check.apply(server.bucket()));
    }

    private static void comesTo(Result result, Status status, Mark mark, String words) {
        assertThat(result.status()).as(result.toString()).isEqualTo(status);
        assertThat(result.mark()).isEqualTo(mark);
        assertThat(result.message()).contains(words);
    }

    @ParameterizedTest
    @CsvSource({
        "404, NoSuchPublicAccessBlockConfiguration, FAILED",
        "404, NoSuchBucketPolicy, ERROR",
        "404, NoSuchLifecycleConfiguration, ERROR"
    })
    void only_its_own_word_for_nothing_there_counts(int status, String code, Status expected) {
        Result result = run(BucketChecks::blocksPublicAccess, Kind.ACCESS_BLOCK, Reply.error(status, code));
        comesTo(result, expected, Mark.PLAIN, "404 " + code);
    }

    @ParameterizedTest
    @CsvSource({"BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"})
    void each_flag_must_be_there_and_true(String flag) {
        Reply all = FakeStore.healthy().reply(Kind.ACCESS_BLOCK);
        String element = "<" + flag + ">true</" + flag + ">";

        comesTo(
                run(BucketChecks::blocksPublicAccess, Kind.ACCESS_BLOCK, all.replacing(element, "")),
                Status.ERROR,
                Mark.UNSUPPORTED,
                "found no " + flag + ": this store has no such API; use refusesAnonymousAccess(prefix)");
        comesTo(
                run(
                        BucketChecks::blocksPublicAccess,
                        Kind.ACCESS_BLOCK,
                        all.replacing(element, element.replace("true", "false"))),
                Status.FAILED,
                Mark.PLAIN,
                "found false for " + flag);
    }

    @Test
    void no_policy_is_not_a_public_one() {
        comesTo(
                run(BucketChecks::policyIsNotPublic, Kind.POLICY_STATUS, Reply.error(404, "NoSuchBucketPolicy")),
                Status.PASSED,
                Mark.PLAIN,
                "no policy (404 NoSuchBucketPolicy)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "200|{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\"}]}|FAILED|a statement that allows"
                        + " everybody",
                "200|{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:1\"}}]}|PASSED|named accounts",
                "200|<html>log in</html>|ERROR|no policy in JSON",
                "200||ERROR|no policy in JSON",
                "404|<Error><Code>NoSuchBucketPolicy</Code></Error>|PASSED|no policy (404",
                "403|<Error><Code>AccessDenied</Code></Error>|ERROR|s3:GetBucketPolicy",
                "501|<Error><Code>NotImplemented</Code></Error>|ERROR|this store has no such API"
            })
    void a_store_that_does_not_judge_its_policies_is_asked_for_them(
            int code, @Nullable String body, Status status, String words) {
        server.become(FakeStore.healthy()
                .with(Kind.POLICY_STATUS, Reply.error(501, "NotImplemented"))
                .with(Kind.POLICY, Reply.of(code, body == null ? "" : body)));
        Result result = FakeServer.run(server.bucket().policyIsNotPublic());

        assertThat(result.status()).as(result.toString()).isEqualTo(status);
        assertThat(result.message()).contains(words);
    }

    @ParameterizedTest
    @CsvSource({
        "http://acs.amazonaws.com/groups/global/AllUsers, FAILED",
        "http://acs.amazonaws.com/groups/global/AuthenticatedUsers, FAILED",
        "http://acs.amazonaws.com/groups/s3/LogDelivery, PASSED",
        "http://acs.example.com/groups/global/AllUsers, ERROR",
        "http://acs.amazonaws.com/groups/global/Everyone, ERROR"
    })
    void a_group_is_public_harmless_or_unknown(String uri, Status status) {
        Reply acl = FakeStore.healthy()
                .reply(Kind.ACL)
                .replacing(
                        "</AccessControlList>",
                        "<Grant><Grantee><URI>" + uri + "</URI></Grantee><Permission>READ</Permission></Grant>"
                                + "</AccessControlList>");

        assertThat(run(BucketChecks::isPrivate, Kind.ACL, acl).status()).isEqualTo(status);
    }

    @Test
    void an_object_lock_without_a_default_retention_locks_nothing() {
        comesTo(
                run(
                        b -> b.hasObjectLock(1),
                        Kind.OBJECT_LOCK,
                        FakeStore.xml("<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled>"
                                + "</ObjectLockConfiguration>")),
                Status.FAILED,
                Mark.PLAIN,
                "without a default retention");
    }

    @Test
    void governance_mode_is_a_warning_and_years_count_as_days() {
        Reply lock = FakeStore.healthy().reply(Kind.OBJECT_LOCK);

        assertThat(run(b -> b.hasObjectLock(30), Kind.OBJECT_LOCK, lock.replacing("COMPLIANCE", "GOVERNANCE"))
                        .warnings())
                .containsExactly("whoever has s3:BypassGovernanceRetention can delete them all the same");
        comesTo(
                run(b -> b.hasObjectLock(365), Kind.OBJECT_LOCK, lock.replacing("<Days>30</Days>", "<Years>1</Years>")),
                Status.PASSED,
                Mark.PLAIN,
                "365 days");
    }

    @Test
    void a_bucket_without_object_lock_fails_in_the_words_of_s3() {
        comesTo(
                run(
                        b -> b.hasObjectLock(1),
                        Kind.OBJECT_LOCK,
                        Reply.error(404, "ObjectLockConfigurationNotFoundError")),
                Status.FAILED,
                Mark.PLAIN,
                "no object lock (404 ObjectLockConfigurationNotFoundError)");
    }

    @Test
    void the_header_tells_the_region_before_the_location_does() {
        Reply head = Reply.of(200).inRegion("fr-par");
        comesTo(
                run(b -> b.isInRegion("fr-par"), Kind.HEAD, head),
                Status.PASSED,
                Mark.PLAIN,
                "fr-par (x-amz-bucket-region)");
        assertThat(server.asked()).doesNotContain(Kind.LOCATION);
        comesTo(
                run(b -> b.isInRegion("nl-ams"), Kind.HEAD, head),
                Status.FAILED,
                Mark.PLAIN,
                "found it in region fr-par (x-amz-bucket-region)");
    }

    @ParameterizedTest
    @CsvSource({
        ", us-east-1, PASSED, ERROR",
        "'', us-east-1, PASSED, ERROR",
        "EU, eu-west-1, PASSED, FAILED",
        "fr-par, fr-par, PASSED, PASSED",
        "default, default, ERROR, ERROR",
        "<b>, fr-par, ERROR, ERROR"
    })
    void a_location_is_read_as_aws_means_it_on_aws_only(
            @Nullable String location, String wanted, Status onAws, Status elsewhere) {
        assertThat(new InRegion(AWS, wanted).byLocation(location).status()).isEqualTo(onAws);
        assertThat(new InRegion(OTHER, wanted).byLocation(location).status()).isEqualTo(elsewhere);
    }

    @ParameterizedTest
    @CsvSource({"200, PASSED", "403, FAILED", "400, ERROR", "500, ERROR", "301, ERROR"})
    void aws_compares_the_number_of_an_account_itself(int status, Status expected) {
        OwnedBy probe = new OwnedBy(AWS, "123456789012");
        Outcome outcome = probe.byHead(new Answer(status, null, null, null));

        assertThat(outcome.status()).isEqualTo(expected);
        assertThat(probe.needs()).isEmpty();
        assertThat(new OwnedBy(OTHER, "123456789012").needs()).hasSize(1);
    }
}
