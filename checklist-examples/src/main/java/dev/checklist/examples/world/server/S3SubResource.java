package dev.checklist.examples.world.server;

import dev.checklist.examples.world.state.StoreBucket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a bucket says of itself. */
final class S3SubResource {
    private static final String OWNER = "owner";
    private static final String ANYBODY = "http://acs.amazonaws.com/groups/global/AllUsers";

    private S3SubResource() {}

    /** Answers for a sub-resource by the name of its query parameter; empty if there is none of that name. */
    static Optional<S3Answer> of(String name, StoreBucket bucket, String region) {
        return switch (name) {
            case "location" -> Optional.of(S3Answer.of(Xml.text("LocationConstraint", region)));
            case "versioning" -> Optional.of(S3Answer.of(versioning(bucket)));
            case "encryption" -> Optional.of(encryption(bucket));
            case "publicAccessBlock" -> Optional.of(S3Answer.of(block(bucket)));
            case "policyStatus" -> Optional.of(policyStatus(bucket));
            case "acl" -> Optional.of(S3Answer.of(acl(bucket)));
            case "lifecycle" -> Optional.of(lifecycle(bucket));
            default -> Optional.empty();
        };
    }

    private static Xml versioning(StoreBucket bucket) {
        return bucket.versioning().isEmpty()
                ? Xml.of("VersioningConfiguration")
                : Xml.of("VersioningConfiguration", Xml.text("Status", bucket.versioning()));
    }

    private static S3Answer encryption(StoreBucket bucket) {
        if (bucket.encryption().isEmpty()) {
            return S3Answer.error(404, "ServerSideEncryptionConfigurationNotFoundError");
        }
        Xml byDefault = Xml.of("ApplyServerSideEncryptionByDefault", Xml.text("SSEAlgorithm", bucket.encryption()));
        return S3Answer.of(Xml.of("ServerSideEncryptionConfiguration", Xml.of("Rule", byDefault)));
    }

    private static Xml block(StoreBucket bucket) {
        boolean isBlocked = bucket.access().isBlocked();
        List<Xml> flags = Stream.of("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets")
                .map(flag -> Xml.text(flag, isBlocked))
                .toList();
        return Xml.of("PublicAccessBlockConfiguration", flags);
    }

    private static S3Answer policyStatus(StoreBucket bucket) {
        return bucket.access().policyIsPublic()
                ? S3Answer.of(Xml.of("PolicyStatus", Xml.text("IsPublic", true)))
                : S3Answer.error(404, "NoSuchBucketPolicy");
    }

    private static Xml acl(StoreBucket bucket) {
        Xml owner = grant(Xml.text("ID", OWNER), "FULL_CONTROL");
        Xml anybody = grant(Xml.text("URI", ANYBODY), "READ");
        List<Xml> grants = bucket.access().listIsPublic() ? List.of(owner, anybody) : List.of(owner);
        return Xml.of(
                "AccessControlPolicy", Xml.of("Owner", Xml.text("ID", OWNER)), Xml.of("AccessControlList", grants));
    }

    private static Xml grant(Xml grantee, String permission) {
        return Xml.of("Grant", Xml.of("Grantee", grantee), Xml.text("Permission", permission));
    }

    private static S3Answer lifecycle(StoreBucket bucket) {
        return bucket.expiries().isEmpty()
                ? S3Answer.error(404, "NoSuchLifecycleConfiguration")
                : S3Answer.of(Xml.of(
                        "LifecycleConfiguration",
                        bucket.expiries().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(expiry -> rule(expiry.getKey(), expiry.getValue()))
                                .toList()));
    }

    private static Xml rule(String prefix, int days) {
        return Xml.of(
                "Rule",
                Xml.text("ID", "after " + days + " days"),
                Xml.of("Filter", Xml.text("Prefix", prefix)),
                Xml.text("Status", "Enabled"),
                Xml.of("Expiration", Xml.text("Days", days)));
    }
}
