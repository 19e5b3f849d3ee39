package dev.checklist.s3;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/** Asks for one bucket, by HEAD and then by the listing that proves that an S3 store has answered. */
record BucketExists(Store store, String bucket) implements Probe {
    @Override
    public Outcome evaluate(CheckContext context) throws Exception {
        Existence existence = new Existence(bucket, store.endpoint(), store.region());
        try {
            Answer head = store.head(context, bucket);
            Optional<Outcome> decided = existence.decidedBy(head);
            return decided.isPresent() ? decided.get() : existence.judge(head, store.list(context, bucket));
        } catch (AbortedException e) {
            throw e; // interrupted: the runner knows why
        } catch (SdkException | RejectedExecutionException e) {
            return existence.at(NoAnswer.outcome(e, store.endpoint()));
        }
    }
}
