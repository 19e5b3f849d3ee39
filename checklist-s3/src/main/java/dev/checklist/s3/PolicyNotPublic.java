package dev.checklist.s3;

import dev.checklist.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyStatusResponse;
import software.amazon.awssdk.services.s3.model.PolicyStatus;

/** Asks whether the policy lets everybody in; where the store does not judge that, reads the policy. */
record PolicyNotPublic(Bucket bucket) implements BucketProbe {
    private static final String NONE = "the bucket has no policy (404 NoSuchBucketPolicy)";

    @Override
    public Outcome judge(BucketReader reader) throws Exception {
        Said<GetBucketPolicyStatusResponse> said = reader.ask(Feature.POLICY_STATUS);
        if (hasNoPolicy(said)) {
            return Outcome.passed(NONE).with("policy", "none");
        }
        if (Refusals.isUnknownToStore(said.answer())) {
            return readsPolicy(reader);
        }
        PolicyStatus status = reader.value(Feature.POLICY_STATUS, said).policyStatus();
        Boolean isPublic = status == null ? null : status.isPublic();
        return isPublic == null ? readsPolicy(reader) : told(isPublic);
    }

    private Outcome told(boolean isPublic) {
        return isPublic
                ? Outcome.failed(expected() + "that the store calls it public: take \"*\" out of its principals")
                : Outcome.passed("the store does not call the policy public").with("policy is public", "false");
    }

    private Outcome readsPolicy(BucketReader reader) throws Exception {
        Said<GetBucketPolicyResponse> said = reader.ask(Feature.POLICY);
        if (hasNoPolicy(said)) {
            return Outcome.passed(NONE).with("policy", "none");
        }
        return verdict(PolicyDocument.parse(reader.value(Feature.POLICY, said).policy()));
    }

    private Outcome verdict(@Nullable PolicyDocument document) {
        if (document == null) {
            return Outcome.error(expected() + "an answer that is no policy in JSON");
        }
        return switch (document.audience()) {
            case EVERYBODY ->
                Outcome.failed(expected() + "a statement that allows everybody: take \"*\" out of its principals");
            case NAMED_ACCOUNTS ->
                Outcome.passed("the policy's statements allow named accounts only")
                        .with("statements", document.statements().size());
            case UNKNOWN ->
                Feature.POLICY_STATUS.unsupported(
                        bucket, "no word on that, and a policy with conditions or principals that cannot be judged");
        };
    }

    private static boolean hasNoPolicy(Said<?> said) {
        return said.is(404, "NoSuchBucketPolicy");
    }

    private String expected() {
        return "expected a policy of " + bucket.where() + " that is not public, found ";
    }

    @Override
    public List<Right> needs() {
        return List.of(bucket.right(Feature.POLICY_STATUS.action()), bucket.right(Feature.POLICY.action()));
    }
}
