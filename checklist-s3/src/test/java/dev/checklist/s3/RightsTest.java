package dev.checklist.s3;

import static dev.checklist.Checklists.anyOf;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static dev.checklist.Checklists.section;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.checklist.Checklist;
import dev.checklist.Outcome;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class RightsTest {
    private final S3Client aws = S3Client.builder()
            .region(Region.EU_WEST_3)
            .credentialsProvider(Asking.CREDENTIALS)
            .build();
    private final S3Checks s3 = S3Checks.using(aws);
    private final S3Checks scaleway = S3Checks.connecting(URI.create("https://s3.fr-par.scw.cloud"), "fr-par", false)
            .withCredentials(Asking.CREDENTIALS)
            .open();

    @AfterEach
    void close() {
        scaleway.close();
        aws.close();
    }

    @Test
    void a_store_of_aws_gets_a_policy_with_one_statement_for_each_set_of_actions() {
        BucketChecks dumps = s3.bucket("dumps");

        assertThat(S3Checks.rightsFor(checklist(
                        "Release",
                        section(
                                "Backups",
                                dumps.exists(),
                                dumps.newestObject("nightly/").isEncrypted()),
                        s3.bucket("logs").hasObjectNewerThan("", Duration.ofHours(26)),
                        dumps.hasVersioningEnabled())))
                .isEqualTo("""
                    # What the list asks of https://s3.eu-west-3.amazonaws.com (eu-west-3)
                    {
                      "Version": "2012-10-17",
                      "Statement": [
                        {"Effect": "Allow", "Action": ["s3:GetBucketVersioning", "s3:ListBucket"], "Resource": ["arn:aws:s3:::dumps"]},
                        {"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": ["arn:aws:s3:::dumps/nightly/*"]},
                        {"Effect": "Allow", "Action": ["s3:ListBucket"], "Resource": ["arn:aws:s3:::logs"]}
                      ]
                    }
                    """);
    }

    @Test
    void another_store_gets_the_actions_by_bucket_and_key() {
        assertThat(S3Checks.rightsFor(
                        checklist("Release", scaleway.bucket("dumps").acceptsWrites())))
                .isEqualTo("""
                    # What the list asks of https://s3.fr-par.scw.cloud (fr-par)
                    dumps: s3:GetBucketObjectLockConfiguration, s3:GetBucketVersioning, s3:ListBucket
                    dumps/.checklist-probe/bucket-dumps-accepts-writes: s3:DeleteObject, s3:DeleteObjectVersion, s3:GetObject, s3:PutObject
                    """);
    }

    @Test
    void conditions_alternatives_and_other_credentials_are_asked_too() {
        String printed = S3Checks.rightsFor(checklist(
                "Release",
                check("own", context -> Outcome.passed("x"))
                        .onlyIf(s3.bucket("one").exists()),
                anyOf(
                        "encrypted",
                        s3.bucket("two").hasDefaultEncryption(),
                        s3.bucket("two").newestObject("").isEncrypted()),
                s3.using(Asking.CREDENTIALS).bucket("three").acceptsCredentials()));

        assertThat(printed)
                .contains("arn:aws:s3:::one", "s3:GetEncryptionConfiguration", "arn:aws:s3:::two/*")
                .containsSubsequence("(eu-west-3), with the credentials given", "arn:aws:s3:::three")
                .doesNotContain(Asking.ACCESS_KEY);
    }

    @Test
    void a_list_that_asks_no_store_needs_nothing() {
        assertThat(S3Checks.rightsFor(checklist("Release", check("own", context -> Outcome.passed("x")))))
                .isEqualTo("# No check of this list asks an S3 store for anything.\n");
        assertThatIllegalArgumentException().isThrownBy(() -> S3Checks.rightsFor(null));
    }

    @Test
    void lists_of_one_account_are_printed_as_one_policy() {
        Checklist before = checklist("before", s3.bucket("one").exists());
        assertThat(S3Checks.rightsFor(
                        before, checklist("after", s3.bucket("two").exists())))
                .containsOnlyOnce("# What the list asks of")
                .contains("arn:aws:s3:::one", "arn:aws:s3:::two");
        assertThatIllegalArgumentException().isThrownBy(() -> S3Checks.rightsFor(before, (Checklist) null));
        assertThatIllegalArgumentException().isThrownBy(() -> S3Checks.rightsFor(before, (Checklist[]) null));
    }

    @Test
    void partitions_and_odd_characters_are_written_as_json() {
        assertThat(IamPolicy.of("cn-north-1", java.util.Map.of("dumps/a\"\n\\*", java.util.Set.of("s3:GetObject"))))
                .contains("\"arn:aws-cn:s3:::dumps/a\\\"\\u000a\\\\*\"");
    }
}
