package dev.checklist.s3;

import dev.checklist.Mark;
import dev.checklist.Outcome;
import dev.checklist.Status;
import java.util.List;
import java.util.Optional;

/** Asks whether the store takes these keys, by a signed HEAD and list of one bucket; all buckets are never listed. */
record CredentialsAccepted(Bucket bucket) implements BucketProbe {
    @Override
    public Outcome judge(BucketReader reader) throws Exception {
        if (bucket.store().isUnsigned()) {
            return Outcome.error(expected() + "a client without credentials: whatever is answered proves none");
        }
        Outcome existence = reader.existence();
        if (existence.status() == Status.PASSED) {
            return Outcome.passed("the store answers signed requests for bucket " + bucket.name());
        }
        return existence.mark() == Mark.NOT_PERMITTED
                ? Outcome.notPermitted(expected() + "them valid, but not permitted to list bucket " + bucket.name()
                        + ": the account lacks s3:ListBucket on it")
                : refused(reader).orElse(existence);
    }

    private Optional<Outcome> refused(BucketReader reader) throws Exception {
        Existence existence = new Existence(
                bucket.name(), bucket.store().endpoint(), bucket.store().region());
        if (existence.decidedBy(reader.head()).isPresent()) {
            return Optional.empty();
        }
        Answer list = reader.list().answer();
        return Refusals.isOfCredentials(list)
                ? Optional.of(Outcome.failed(expected() + "the keys refused (" + list.shown()
                        + "): correct access key, secret or session token"))
                : Optional.empty();
    }

    private String expected() {
        return "expected " + bucket.store().endpoint() + " to accept the credentials, found ";
    }

    @Override
    public List<Right> needs() {
        return List.of();
    }
}
