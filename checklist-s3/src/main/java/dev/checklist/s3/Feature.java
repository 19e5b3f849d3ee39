package dev.checklist.s3;

import dev.checklist.Outcome;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetBucketAclResponse;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLocationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyStatusResponse;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.GetObjectLockConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.S3Response;

/**
 * Is a sub-resource of a bucket, which a store may not have.
 *
 * @param what what it tells, in words
 * @param action the right to read it
 * @param otherProof what proves the same where the store has no such interface
 */
record Feature<T>(String what, String action, String otherProof, Request<T> request) {
    /** Sends one request and reads its answer. */
    @FunctionalInterface
    interface Request<T> {
        Said<T> send(S3Client client, String bucket, AwsRequestOverrideConfiguration limits);
    }

    /** Names one read that lines share. */
    record Read(Bucket bucket, String what) {}

    private static final String BY_PERSON = "let a person confirm it with orAsk(signOff(…))";
    private static final String BY_TRIAL = "use refusesAnonymousAccess(prefix)";

    static final Feature<GetBucketLocationResponse> LOCATION = of(
            "its location",
            "s3:GetBucketLocation",
            BY_PERSON,
            (client, bucket, limits) ->
                    client.getBucketLocation(r -> r.bucket(bucket).overrideConfiguration(limits)));
    static final Feature<GetBucketVersioningResponse> VERSIONING = of(
            "its versioning",
            "s3:GetBucketVersioning",
            BY_PERSON,
            (client, bucket, limits) ->
                    client.getBucketVersioning(r -> r.bucket(bucket).overrideConfiguration(limits)));
    static final Feature<GetBucketEncryptionResponse> ENCRYPTION = of(
            "its default encryption",
            "s3:GetEncryptionConfiguration",
            "use newestObject(prefix).isEncrypted()",
            (client, bucket, limits) ->
                    client.getBucketEncryption(r -> r.bucket(bucket).overrideConfiguration(limits)));
    static final Feature<GetPublicAccessBlockResponse> ACCESS_BLOCK = of(
            "its public access block",
            "s3:GetBucketPublicAccessBlock",
            BY_TRIAL,
            (client, bucket, limits) ->
                    client.getPublicAccessBlock(r -> r.bucket(bucket).overrideConfiguration(limits)));
    static final Feature<GetBucketPolicyStatusResponse> POLICY_STATUS = of(
            "whether its policy is public",
            "s3:GetBucketPolicyStatus",
            BY_TRIAL,
            (client, bucket, limits) ->
                    client.getBucketPolicyStatus(r -> r.bucket(bucket).overrideConfiguration(limits)));
    static final Feature<GetBucketPolicyResponse> POLICY = of(
            "its policy",
            "s3:GetBucketPolicy",
            BY_TRIAL,
            (client, bucket, limits) ->
                    client.getBucketPolicy(r -> r.bucket(bucket).overrideConfiguration(limits)));
    static final Feature<GetBucketAclResponse> ACL = of(
            "its access control list",
            "s3:GetBucketAcl",
            BY_TRIAL,
            (client, bucket, limits) ->
                    client.getBucketAcl(r -> r.bucket(bucket).overrideConfiguration(limits)));
    static final Feature<GetBucketLifecycleConfigurationResponse> LIFECYCLE = of(
            "its lifecycle",
            "s3:GetLifecycleConfiguration",
            "use retentionWorks(prefix, minDays, maxDays)",
            (client, bucket, limits) ->
                    client.getBucketLifecycleConfiguration(r -> r.bucket(bucket).overrideConfiguration(limits)));
    static final Feature<GetObjectLockConfigurationResponse> OBJECT_LOCK = of(
            "its object lock",
            "s3:GetBucketObjectLockConfiguration",
            BY_PERSON,
            (client, bucket, limits) ->
                    client.getObjectLockConfiguration(r -> r.bucket(bucket).overrideConfiguration(limits)));

    private interface Plain<R extends S3Response> {
        R send(S3Client client, String bucket, AwsRequestOverrideConfiguration limits);
    }

    private static <R extends S3Response> Feature<R> of(String what, String action, String other, Plain<R> request) {
        return new Feature<>(
                what, action, other, (client, bucket, limits) -> Said.of(request.send(client, bucket, limits)));
    }

    /** Says that this store has no such interface, or gives an answer that says nothing. */
    Outcome unsupported(Bucket bucket, String found) {
        return Outcome.unsupported("expected " + bucket.where() + " to tell " + what + ", found " + found
                + ": this store has no such API; " + otherProof);
    }
}
