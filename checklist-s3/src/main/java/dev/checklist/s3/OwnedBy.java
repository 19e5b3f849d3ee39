package dev.checklist.s3;

import dev.checklist.Outcome;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.s3.model.GetBucketAclResponse;

/** Asks whose bucket it is: AWS compares an account's number itself, elsewhere the access control list names the owner. */
record OwnedBy(Bucket bucket, String owner) implements BucketProbe {
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");

    private record Owned(Bucket bucket, String owner) {}

    @Override
    public Outcome judge(BucketReader reader) throws Exception {
        reader.prove();
        return isAccountOfAws() ? byHead(askHead(reader)) : byAcl(reader);
    }

    private boolean isAccountOfAws() {
        return bucket.store().isAws() && ACCOUNT.matcher(owner).matches();
    }

    private Answer askHead(BucketReader reader) throws Exception {
        return bucket.store()
                .ask(
                        reader.context(),
                        new Owned(bucket, owner),
                        (client, limits) -> Said.of(client.headBucket(r -> r.bucket(bucket.name())
                                .expectedBucketOwner(owner)
                                .overrideConfiguration(limits))))
                .answer();
    }

    /** Judges the HEAD that names an owner, after one without has been answered 200. */
    Outcome byHead(Answer answer) {
        return switch (answer.status()) {
            case 200 ->
                Outcome.passed("AWS confirms that account " + owner + " owns the bucket")
                        .with("owner", owner);
            case 403 ->
                Outcome.failed(
                        expected() + "another owner (HEAD 403 with this one, 200 without): a stranger's bucket?");
            default -> Outcome.error(expected() + "HEAD " + answer.shown());
        };
    }

    private Outcome byAcl(BucketReader reader) throws Exception {
        GetBucketAclResponse acl = reader.value(Feature.ACL, reader.ask(Feature.ACL));
        String found = acl.owner() == null ? null : acl.owner().id();
        if (found == null || found.isBlank()) {
            return Feature.ACL.unsupported(bucket, "a list without an owner");
        }
        return found.equals(owner)
                ? Outcome.passed("the access control list names the owner " + owner)
                        .with("owner", owner)
                : Outcome.failed(expected() + "another owner in its access control list: a stranger's bucket?");
    }

    private String expected() {
        return "expected " + bucket.where() + " to be owned by " + owner + ", found ";
    }

    @Override
    public List<Right> needs() {
        return isAccountOfAws() ? List.of() : List.of(bucket.right(Feature.ACL.action()));
    }
}
