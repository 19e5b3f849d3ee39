package dev.checklist.s3;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Status;
import java.time.Instant;
import java.util.Optional;

/** Reads what is asked of one bucket for one attempt of a check; each once for all checks that ask for it now. */
final class BucketReader {
    private final Bucket bucket;
    private final CheckContext context;

    BucketReader(Bucket bucket, CheckContext context) {
        this.bucket = bucket;
        this.context = context;
    }

    CheckContext context() {
        return context;
    }

    Instant now() {
        return context.now();
    }

    /** Judges from HEAD and a listing whether the bucket exists. */
    Outcome existence() throws Exception {
        Existence existence = new Existence(
                bucket.name(), bucket.store().endpoint(), bucket.store().region());
        Answer head = head();
        Optional<Outcome> decided = existence.decidedBy(head);
        return decided.isPresent() ? decided.get() : existence.judge(head, list());
    }

    /**
     * Goes on only if the bucket exists: a sub-resource does not name its bucket, so any server could have answered.
     *
     * @throws Refusal if the bucket is not proven
     */
    void prove() throws Exception {
        Outcome existence = existence();
        if (existence.status() != Status.PASSED) {
            throw new Refusal(existence);
        }
    }

    Answer head() throws Exception {
        return bucket.store().head(context, bucket.name());
    }

    Listing list() throws Exception {
        return bucket.store().list(context, bucket.name());
    }

    /** Asks the proven bucket for one of its sub-resources; the refusals that decide are the caller's to read. */
    <T> Said<T> ask(Feature<T> feature) throws Exception {
        prove();
        return bucket.store()
                .ask(
                        context,
                        new Feature.Read(bucket, feature.what()),
                        (client, limits) -> feature.request().send(client, bucket.name(), limits));
    }

    /**
     * Returns what was said.
     *
     * @throws Refusal if nothing was, naming the right or the other proof
     */
    <T> T value(Feature<T> feature, Said<T> said) throws Refusal {
        if (said.isAnswered()) {
            return said.get();
        }
        throw new Refusal(
                Refusals.isUnknownToStore(said.answer())
                        ? feature.unsupported(bucket, said.answer().shown())
                        : Refusals.of(said.answer(), bucket, feature.what(), feature.action()));
    }
}
