package dev.checklist.s3;

import dev.checklist.s3.StoreStub.Asked;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Is a store with one bucket, "dumps", in which every predicate holds: what it answers to each kind of request, as it
 * stands in S3's reference. Immutable.
 */
record FakeStore(Map<Kind, Reply> replies) {
    /** The stub's clock is the machine's: the JDK's server writes the Date of an answer itself. */
    static final Instant NEW = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(1));

    static final Instant OLD = NEW.minus(Duration.ofDays(1));
    static final Instant TOO_OLD = NEW.minus(Duration.ofDays(60));
    static final String KEY = "nightly/2.dump";
    private static final String TAG = "\"t2\"";

    /** Kinds of requests, in the order in which they are told apart. */
    enum Kind {
        UNSIGNED_LIST,
        UNSIGNED_HEAD,
        FIRST_KEY,
        KEY_LIST,
        LIST,
        LOCATION,
        VERSIONING,
        ENCRYPTION,
        ACCESS_BLOCK,
        POLICY_STATUS,
        POLICY,
        ACL,
        LIFECYCLE,
        OBJECT_LOCK,
        HEAD,
        HEAD_PROBE,
        HEAD_OBJECT,
        GET_PROBE,
        GET_OBJECT,
        PUT,
        DELETE;

        static Kind of(Asked asked) {
            String target = asked.target();
            if (asked.method().equals("PUT")) {
                return PUT;
            }
            if (asked.method().equals("DELETE")) {
                return DELETE;
            }
            if (asked.method().equals("HEAD")) {
                boolean isBucket = target.equals("/dumps");
                return !asked.signed()
                        ? UNSIGNED_HEAD
                        : isBucket ? HEAD : target.contains("checklist-probe") ? HEAD_PROBE : HEAD_OBJECT;
            }
            if (target.contains("list-type=2")) {
                boolean first = target.contains("max-keys=1");
                return !asked.signed()
                        ? UNSIGNED_LIST
                        : !first ? LIST : target.contains("prefix=") ? KEY_LIST : FIRST_KEY;
            }
            return subResource(target);
        }

        private static Kind subResource(String target) {
            return switch (target.replaceFirst("^/dumps\\?", "")) {
                case "location" -> LOCATION;
                case "versioning" -> VERSIONING;
                case "encryption" -> ENCRYPTION;
                case "publicAccessBlock" -> ACCESS_BLOCK;
                case "policyStatus" -> POLICY_STATUS;
                case "policy" -> POLICY;
                case "acl" -> ACL;
                case "lifecycle" -> LIFECYCLE;
                case "object-lock" -> OBJECT_LOCK;
                default -> target.contains("checklist-probe") ? GET_PROBE : GET_OBJECT;
            };
        }
    }

    static FakeStore healthy() {
        Map<Kind, Reply> replies = new LinkedHashMap<>();
        replies.put(Kind.UNSIGNED_LIST, Reply.error(403, "AccessDenied"));
        replies.put(Kind.UNSIGNED_HEAD, Reply.of(403));
        replies.put(Kind.FIRST_KEY, Reply.listing("dumps"));
        replies.put(Kind.KEY_LIST, list(object(KEY, NEW, 2_000, "t2")));
        replies.put(Kind.LIST, list(object("nightly/1.dump", OLD, 1_900, "t1") + object(KEY, NEW, 2_000, "t2")));
        replies.put(Kind.LOCATION, xml("<LocationConstraint>fr-par</LocationConstraint>"));
        replies.put(
                Kind.VERSIONING, xml("<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>"));
        replies.put(
                Kind.ENCRYPTION,
                xml("<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault>"
                        + "<SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule>"
                        + "</ServerSideEncryptionConfiguration>"));
        replies.put(
                Kind.ACCESS_BLOCK,
                xml("<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls>"
                        + "<IgnorePublicAcls>true</IgnorePublicAcls><BlockPublicPolicy>true</BlockPublicPolicy>"
                        + "<RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlockConfiguration>"));
        replies.put(Kind.POLICY_STATUS, xml("<PolicyStatus><IsPublic>false</IsPublic></PolicyStatus>"));
        replies.put(
                Kind.POLICY,
                Reply.of(
                        200,
                        "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Condition\":{\"x\":{\"y\":\"z\"}}}]}"));
        replies.put(
                Kind.ACL,
                xml("<AccessControlPolicy><Owner><ID>owner</ID></Owner><AccessControlList><Grant>"
                        + "<Grantee xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
                        + "xsi:type=\"CanonicalUser\"><ID>owner</ID></Grantee><Permission>FULL_CONTROL</Permission>"
                        + "</Grant></AccessControlList></AccessControlPolicy>"));
        replies.put(
                Kind.LIFECYCLE,
                xml("<LifecycleConfiguration><Rule><ID>r</ID><Filter><Prefix>nightly/</Prefix></Filter>"
                        + "<Status>Enabled</Status><Expiration><Days>30</Days></Expiration></Rule>"
                        + "</LifecycleConfiguration>"));
        replies.put(
                Kind.OBJECT_LOCK,
                xml("<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled><Rule><DefaultRetention>"
                        + "<Mode>COMPLIANCE</Mode><Days>30</Days></DefaultRetention></Rule>"
                        + "</ObjectLockConfiguration>"));
        replies.put(Kind.HEAD, Reply.of(200));
        replies.put(Kind.HEAD_PROBE, Reply.of(404));
        replies.put(Kind.HEAD_OBJECT, Reply.of(200).with("ETag", TAG));
        replies.put(Kind.GET_PROBE, Reply.of(200, "what was put"));
        replies.put(
                Kind.GET_OBJECT,
                Reply.of(206, "age-encryption.org/v1\n-> X25519").with("ETag", TAG));
        replies.put(Kind.PUT, Reply.of(200).with("ETag", TAG));
        replies.put(Kind.DELETE, Reply.of(204));
        return new FakeStore(replies);
    }

    static Reply xml(String document) {
        return Reply.of(200, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + document);
    }

    static Reply list(String objects) {
        return xml("<ListBucketResult><Name>dumps</Name><EncodingType>url</EncodingType>"
                + "<IsTruncated>false</IsTruncated>" + objects + "</ListBucketResult>");
    }

    static String object(String key, Instant modified, long size, String tag) {
        return "<Contents><Key>" + key + "</Key><LastModified>" + modified + "</LastModified><ETag>&quot;" + tag
                + "&quot;</ETag><Size>" + size + "</Size></Contents>";
    }

    Reply answer(Asked asked) {
        return reply(Kind.of(asked));
    }

    Reply reply(Kind kind) {
        Reply reply = replies.get(kind);
        if (reply == null) {
            throw new IllegalStateException("no reply for " + kind);
        }
        return reply;
    }

    FakeStore with(Kind kind, Reply reply) {
        Map<Kind, Reply> all = new LinkedHashMap<>(replies);
        all.put(kind, reply);
        return new FakeStore(all);
    }

    FakeStore with(Kind kind, UnaryOperator<Reply> change) {
        return with(kind, change.apply(reply(kind)));
    }
}
