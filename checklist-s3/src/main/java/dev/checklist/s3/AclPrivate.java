package dev.checklist.s3;

import dev.checklist.Outcome;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.GetBucketAclResponse;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.Grantee;

/** Asks whether the bucket's access control list grants anything to everybody. */
record AclPrivate(Bucket bucket) implements BucketProbe {
    private static final String GROUPS = "http://acs.amazonaws.com/groups/";
    private static final Set<String> PUBLIC = Set.of("global/AllUsers", "global/AuthenticatedUsers");
    private static final Set<String> HARMLESS = Set.of("s3/LogDelivery");

    private enum To {
        ACCOUNT,
        PUBLIC,
        UNKNOWN
    }

    @Override
    public Outcome judge(BucketReader reader) throws Exception {
        GetBucketAclResponse acl = reader.value(Feature.ACL, reader.ask(Feature.ACL));
        String owner = acl.owner() == null ? null : acl.owner().id();
        if (owner == null || owner.isBlank()) {
            return Feature.ACL.unsupported(bucket, "a list without an owner");
        }
        return acl.grants().isEmpty()
                ? Feature.ACL.unsupported(bucket, "a list without grants")
                : verdict(acl.grants());
    }

    private Outcome verdict(List<Grant> grants) {
        List<To> to = grants.stream().map(AclPrivate::to).toList();
        if (to.contains(To.PUBLIC)) {
            Grant first = grants.get(to.indexOf(To.PUBLIC));
            String group = String.valueOf(first.grantee().uri()).replaceFirst(".*/", "");
            return Outcome.failed("expected a private access control list of " + bucket.where() + ", found "
                    + first.permissionAsString() + " for the group " + group + ": take the grant away");
        }
        return to.contains(To.UNKNOWN)
                ? Outcome.error("expected a private access control list of " + bucket.where()
                        + ", found a grant whose holder cannot be judged")
                : Outcome.passed("no grant of the bucket's access control list is public")
                        .with("grants", grants.size())
                        .with("not seen here", "its policy, and the lists of its objects");
    }

    private static To to(Grant grant) {
        Grantee grantee = grant.grantee();
        if (grantee == null || grant.permission() == null) {
            return To.UNKNOWN;
        }
        String uri = grantee.uri();
        if (uri == null) {
            return isSaid(grantee.id()) || isSaid(grantee.emailAddress()) ? To.ACCOUNT : To.UNKNOWN;
        }
        String group = uri.startsWith(GROUPS) ? uri.substring(GROUPS.length()) : "";
        return PUBLIC.contains(group) ? To.PUBLIC : HARMLESS.contains(group) ? To.ACCOUNT : To.UNKNOWN;
    }

    private static boolean isSaid(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    @Override
    public List<Right> needs() {
        return List.of(bucket.right(Feature.ACL.action()));
    }
}
